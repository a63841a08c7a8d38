/** Every command the README shows works, typed in its order. */
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { ROOT, temporaryFolder } from "../../support/paths.ts";
import { target } from "../../support/target.ts";

/** Run by these tests themselves: the system under test is what `npm start` starts, and this run is `npm test`. */
const RUN_ALREADY = ["npm start", "npm test"];

const readme = readFileSync(join(ROOT, "README.md"), "utf8");
const commands = [...readme.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = ""]) => block.trim());
const folder = temporaryFolder("readme");
afterAll(folder.remove);

it("shows the two commands", () => {
  for (const command of RUN_ALREADY) expect(commands).toContain(command);
});

it("shows commands that work", { timeout: 120_000 }, async ({ skip }) => {
  for (const tool of ["bash", "curl", "split", "sed"])
    skip(spawnSync(tool, ["--version"]).error !== undefined, `${tool} is not installed here`);
  layOut();
  const script = commands.filter((command) => !RUN_ALREADY.includes(command)).join("\n\n");
  const { code, output } = await bash(`set -euo pipefail\n${script}\necho "reached the end"`);
  expect(output).toContain("reached the end");
  expect(code, output).toBe(0);
  expect(output).toContain("succeeded");
  expect(output).toContain('"weather":"snow"');
});

/** The folder in which a reader types: a clone after `npm start`. */
function layOut() {
  mkdirSync(join(folder.path, ".atrium"));
  writeFileSync(join(folder.path, ".atrium", "credentials.json"), JSON.stringify(target), { mode: 0o600 });
  symlinkSync(join(ROOT, "node_modules"), join(folder.path, "node_modules"));
  writeFileSync(join(folder.path, "package.json"), readFileSync(join(ROOT, "package.json")));
}

function bash(script: string): Promise<{ code: number | null; output: string }> {
  const { ATRIUM_URL: _url, ATRIUM_API_KEY: _key, ...env } = process.env;
  const child = spawn("bash", ["-c", script], {
    cwd: folder.path,
    env: { ...env, XDG_CONFIG_HOME: folder.path, PATH: `${dirname(process.execPath)}:${process.env.PATH}` },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, output })));
}
