import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";

/** Installs what the command needs and is not there. Answers npm's exit code, 0 when there was nothing to do. */
export async function install(root, { dev }) {
  const missing = missingFrom(root, { dev });
  if (missing.length === 0) return 0;
  // `npm ci` removes what it does not install: do not take a developer's tools away because a server starts.
  const all = dev || Object.values(readPresent(root)).some((entry) => entry.dev && !entry.optional);
  process.stdout.write(`Installing ${missing.length} packages${all ? "" : " (without those only tests need)"}…\n`);
  const code = await npm(root, [
    "ci",
    all ? "--include=dev" : "--omit=dev",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ]);
  if (code === 0) writeFileSync(noteOf(root), digestOf(readLock(root)));
  return code;
}

/** The packages of the lock file that are not installed here. */
export function missingFrom(root, { dev }) {
  const lock = readLock(root);
  const optionalToo = readText(noteOf(root)) !== digestOf(lock);
  const { packages: wanted } = JSON.parse(lock);
  return missingPackages({ wanted, present: readPresent(root), dev, optionalToo, onDisk: onDiskBelow(root) });
}

const readLock = (root) => readFileSync(join(root, "package-lock.json"), "utf8");
const digestOf = (text) => createHash("sha256").update(text).digest("hex");
/** Which lock file npm was asked about last. */
const noteOf = (root) => join(root, "node_modules", ".atrium-install");

/**
 * Compares the lock file with what npm noted of its last installation. An optional package may have failed to install on
 * this machine for good; once npm has been asked about this lock file it is not asked again for those.
 */
export function missingPackages({ wanted, present, dev, optionalToo, onDisk, platform = process }) {
  return Object.entries(wanted)
    .filter(([path, entry]) => path !== "" && (dev || !entry.dev) && isFor(entry, platform))
    .filter(([, entry]) => !entry.optional || (optionalToo && (entry.os !== undefined || entry.cpu !== undefined)))
    .filter(([path, entry]) => !isSame(entry, present[path]) || !onDisk(path))
    .map(([path]) => path);
}

/** npm's own rule for `os` and `cpu`; of the C libraries only glibc is supported. */
function isFor(entry, { platform, arch }) {
  const allows = (list, value) =>
    list === undefined || (list.includes(value) && !list.includes(`!${value}`)) || isDenyList(list, value);
  return allows(entry.os, platform) && allows(entry.cpu, arch) && allows(entry.libc, "glibc");
}

const isDenyList = (list, value) => list.every((name) => name.startsWith("!")) && !list.includes(`!${value}`);

const isSame = (wanted, present) =>
  present !== undefined && present.version === wanted.version && present.integrity === wanted.integrity;

const onDiskBelow = (root) => (path) => existsSync(join(root, path, "package.json"));

function readPresent(root) {
  const text = readText(join(root, "node_modules", ".package-lock.json"));
  try {
    return text === undefined ? {} : (JSON.parse(text).packages ?? {});
  } catch {
    return {}; // half written by an installation that was cut short
  }
}

function readText(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** The npm that runs us when there is one, else the one on the path. */
function npm(root, args) {
  const own = process.env.npm_execpath;
  const [program, first] = own?.endsWith("npm-cli.js") ? [process.execPath, [own]] : ["npm", []];
  return new Promise((resolve) => {
    const child = spawn(program, [...first, ...args], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
    const stop = (signal) => child.kill(signal);
    for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, stop);
    child.once("error", (error) => {
      process.stderr.write(`npm could not be started: ${error.message}\n`);
      resolve(1);
    });
    child.once("exit", (code, signal) => {
      for (const name of ["SIGINT", "SIGTERM"]) process.off(name, stop);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}
