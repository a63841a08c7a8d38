// `npm run doctor [-- --json]`: what is here, what is missing, what that disables and how to get it.
// Depends on nothing but Node, because it must work before anything is installed.
import { homedir } from "node:os";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { awsCommand, awsCredentials, docker, ffmpeg, printing, python, pythonForCode, userCode } from "./extras.mjs";
import { disk, home, memory, port, user } from "./machine.mjs";
import { chromium, duckdb, esbuild, postgres } from "./programs.mjs";
import { describe } from "./report.mjs";
import { node, packages } from "./runtime.mjs";

const PROGRAM = [node, packages, postgres, esbuild, duckdb, chromium];
const MACHINE = [disk, memory, port, user, home];
const EXTRAS = [userCode, pythonForCode, printing, python, awsCommand, docker, awsCredentials, ffmpeg];

const args = process.argv.slice(2);
const unknown = args.filter((arg) => arg !== "--json");
if (unknown.length > 0) {
  process.stderr.write(`Unknown option ${unknown.join(" ")}. The only one is --json.\n`);
  process.exit(2);
}

const context = {
  root: dirname(dirname(dirname(fileURLToPath(import.meta.url)))),
  env: process.env,
  userHome: homedir(),
};
const findings = [];
for (const check of [...PROGRAM, ...MACHINE, ...EXTRAS]) findings.push(await check(context));
const works = findings.every(({ state }) => state !== "broken");
process.stdout.write(
  args.includes("--json") ? `${JSON.stringify({ works, findings }, null, 2)}\n` : describe(findings),
);
process.exitCode = works ? 0 : 1;
