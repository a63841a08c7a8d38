import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { interpreters, namespacesMissing, runCode } from "../../packages/containers/runner/src/sandbox/testing.ts";
import { temporaryFolder } from "../support/paths.ts";
import { type Bench, median, note, timed } from "./report.ts";

const EMPTY = { python: "pass\n", node: ";\n" };

/** What the walls cost: an empty program in the sandbox, and the same started as it is. */
export async function benchCode({ report, times }: Bench) {
  const missing = namespacesMissing();
  if (missing) return note(missing);
  const folder = temporaryFolder("bench-code");
  const found = await interpreters(folder.path);
  for (const [language, code] of Object.entries(EMPTY)) {
    const interpreter = found[language];
    if (!interpreter) continue;
    note(`an empty program in ${language}`);
    const path = join(folder.path, interpreter.kind === "python" ? "empty.py" : "empty.mjs");
    writeFileSync(path, code);
    const program =
      interpreter.kind === "python"
        ? [join(interpreter.environment, "bin", "python"), "-I", "-B", path]
        : [interpreter.program, path];
    const [ours, peer]: [number[], number[]] = [[], []];
    for (let n = 0; n < times; n++) {
      ours.push((await timed(() => runCode(interpreter, code))).ms);
      peer.push((await timed(async () => spawnSync(program[0] ?? "", program.slice(1)))).ms);
    }
    const peerName = "the same without the sandbox";
    report.add({ name: `an empty program, ${language}`, unit: "ms", ours: median(ours), peer: median(peer), peerName });
  }
  folder.remove();
}
