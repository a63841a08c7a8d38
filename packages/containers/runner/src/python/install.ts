import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { eachLine } from "../console.ts";
import { Hopeless } from "../trouble.ts";

const KEPT_LINES = 20;
const COUNT_MS = 500;

export type Told = (done: number, all: number | undefined) => void;
type Install = {
  /** A fresh virtual environment, and the lock file of what goes into it. */
  environment: string;
  lock: string;
  /** The installer, and where it keeps what it has downloaded. */
  uv: string;
  downloads: string;
  /** Runs code of the packages, so only for those that are ours. */
  compile: boolean;
  told: Told;
  signal: AbortSignal;
};

const SAFE = ["--require-hashes", "--only-binary", ":all:"];

/** By uv: ten seconds instead of a minute. It says at the start how many there are; files of its cache say how far it is. */
export async function installByUv(options: Install): Promise<void> {
  const { environment, lock, uv, downloads, compile, told, signal } = options;
  const unpacked = join(downloads, "archive-v0");
  const count = async () => (await readdir(unpacked).catch(() => [])).length;
  const before = await count();
  let all: number | undefined;
  const timer = setInterval(() => void count().then((now) => told(now - before, all)), COUNT_MS);
  const python = join(environment, "bin", "python");
  const args = ["pip", "install", "--python", python, "--no-config", ...SAFE, "-r", lock];
  try {
    await execute(uv, [...args, "--link-mode", "hardlink", ...(compile ? ["--compile-bytecode"] : [])], {
      environment: { ...sameIndex(), UV_CACHE_DIR: downloads, UV_PYTHON_DOWNLOADS: "never" },
      signal,
      line(text) {
        const resolved = /^Resolved (\d+) packages/.exec(text)?.[1];
        if (resolved) all = Number(resolved);
      },
    });
  } finally {
    clearInterval(timer);
  }
}

/** Who set pip to another index means uv, too. */
function sameIndex(): Record<string, string> {
  const { PIP_INDEX_URL, PIP_EXTRA_INDEX_URL } = process.env;
  return {
    ...(PIP_INDEX_URL && { UV_DEFAULT_INDEX: PIP_INDEX_URL }),
    ...(PIP_EXTRA_INDEX_URL && { UV_INDEX: PIP_EXTRA_INDEX_URL }),
  };
}

/** By the environment's own pip, where there is no uv. */
export async function installByPip(options: Omit<Install, "uv" | "downloads">): Promise<void> {
  const { environment, lock, compile, told, signal } = options;
  const args = ["-I", "-m", "pip", "install", "--no-input", ...SAFE, "-r", lock];
  let done = 0;
  await execute(join(environment, "bin", "python"), [...args, ...(compile ? [] : ["--no-compile"])], {
    environment: {},
    signal,
    line(text) {
      if (/^Collecting /.test(text)) told(++done, undefined);
    },
  });
}

type Execution = { environment: Record<string, string>; signal: AbortSignal; line?(text: string): void };

/** Runs a program to its end; when it fails, what it said last is the reason. */
export async function execute(program: string, args: string[], options: Execution): Promise<void> {
  const { environment, signal, line } = options;
  const child = spawn(program, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...environment },
    signal,
    killSignal: "SIGKILL",
  });
  const said: string[] = [];
  const take = (text: string) => {
    line?.(text);
    if (text.trim() !== "") said.push(text);
    if (said.length > KEPT_LINES) said.shift();
  };
  const code = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  await Promise.all([eachLine(child.stdout, take), eachLine(child.stderr, take), code]);
  if ((await code) !== 0) throw new Hopeless(said.join("\n"));
}
