/** `npm run check`: what a commit must pass, in under a minute, with one summary. Tools run two at a time. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

type Step = { name: string; command: string[]; needs?: { path: string; hint: string } };

const ROOT = join(import.meta.dirname, "..");
const bin = (name: string) => join(ROOT, "node_modules", ".bin", name);

const steps: Step[] = [
  { name: "types", command: [bin("tsc"), "-p", "."] },
  { name: "format and lint", command: [bin("biome"), "check", "--error-on-warnings"] },
  { name: "unit tests", command: [process.execPath, "test/run.ts", "--project", "unit", "--project", "web"] },
  { name: "types of the site", command: [bin("tsc"), "-p", "packages/web"] },
  {
    name: "types of the stacks",
    command: [bin("tsc"), "-p", "stacks"],
    needs: { path: ".sst/platform", hint: "`npm run synth` unpacks what they need" },
  },
  { name: "generated API description", command: [process.execPath, "scripts/openapi.ts", "--check"] },
];

type Outcome = { step: Step; state: "ok" | "failed" | "skipped"; seconds: number; output: string };

const outcomes = await pool(steps, 2, run);

for (const { step, state, output } of outcomes)
  if (state === "failed") console.log(`\n── ${step.name} ──\n${output.trimEnd()}`);
console.log("");
for (const { step, state, seconds } of outcomes) {
  const note = state === "skipped" ? `skipped: ${step.needs?.hint}` : `${state}, ${seconds.toFixed(1)} s`;
  console.log(`${state === "failed" ? "✗" : state === "ok" ? "✓" : "–"} ${step.name} (${note})`);
}
process.exitCode = outcomes.some(({ state }) => state === "failed") ? 1 : 0;

async function run(step: Step): Promise<Outcome> {
  if (step.needs && !existsSync(join(ROOT, step.needs.path))) return { step, state: "skipped", seconds: 0, output: "" };
  const begun = performance.now();
  const { code, output } = await capture(step.command);
  return { step, state: code === 0 ? "ok" : "failed", seconds: (performance.now() - begun) / 1000, output };
}

function capture([command = "", ...args]: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    // The tools are scripts that ask for `node`: give them the one that runs this.
    const path = `${join(process.execPath, "..")}:${process.env.PATH}`;
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, PATH: path },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => (output += text));
    child.on("error", (error) => resolve({ code: null, output: `${output}${error.message}` }));
    child.on("close", (code) => resolve({ code, output }));
  });
}

async function pool<T, R>(items: T[], width: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const rest = items.entries();
  const worker = async () => {
    for (const [index, item] of rest) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
