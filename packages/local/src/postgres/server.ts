import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { chown, type FileHandle, mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isRoot, UNPRIVILEGED } from "./binaries.ts";

const INITDB_TIMEOUT_MS = 60_000;

/** Durable (fsync and synchronous commit stay on), small, and deaf to everything but the loopback interface. */
const SETTINGS: Record<string, string> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "64MB",
  dynamic_shared_memory_type: "mmap", // /dev/shm is small or missing in containers
  max_parallel_workers_per_gather: "0",
  max_wal_senders: "0",
  wal_level: "minimal",
  max_wal_size: "512MB",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  log_line_prefix: "%m [%p] ",
};

/** Starts the server on a folder that `initialise` made. */
export async function launch(
  native: string,
  dataDir: string,
  port: number,
  differently: Record<string, string> = {},
): Promise<ChildProcess> {
  const settings = Object.entries({ ...SETTINGS, ...differently, port: String(port) }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  return run(join(native, "bin", "postgres"), [dataDir], ([folder = ""]) => ["-D", folder, ...settings]);
}

/** Makes a new cluster aside and moves it into place, so that an interrupted first start leaves nothing half done. */
export async function initialise(native: string, dataDir: string, password: string): Promise<void> {
  const making = `${dataDir}.new`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { mode: 0o700, recursive: true });
  const passwordFile = `${dataDir}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (isRoot()) for (const path of [making, passwordFile]) await chown(path, UNPRIVILEGED, UNPRIVILEGED);
  try {
    await initdb(native, making, passwordFile);
    await rename(making, dataDir);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function initdb(native: string, dataDir: string, passwordFile: string): Promise<void> {
  const child = await run(join(native, "bin", "initdb"), [dataDir, passwordFile], ([folder = "", password = ""]) => [
    ...["-D", folder, `--pwfile=${password}`, "--username=atrium", "--auth=scram-sha-256"],
    ...["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
  ]);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const timer = setTimeout(() => child.kill("SIGKILL"), INITDB_TIMEOUT_MS);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  }).finally(() => clearTimeout(timer));
  if (code !== 0) throw new Error(`initdb failed (${code}): ${output.trim()}`);
}

/**
 * As root the program runs as somebody who may not be able to walk to the given paths (a clone under /root, mode 700).
 * It is handed them open instead: following a descriptor it inherited asks no rights of the folders above.
 */
async function run(program: string, paths: string[], args: (paths: string[]) => string[]): Promise<ChildProcess> {
  const common: SpawnOptions = { env: { LC_ALL: "C", TZ: "UTC", PATH: process.env.PATH ?? "" }, detached: true };
  const output = ["ignore", "pipe", "pipe"] as const;
  if (!isRoot()) return started(spawn(program, args(paths), { ...common, stdio: [...output] }));
  const handles: FileHandle[] = [];
  try {
    for (const path of paths) handles.push(await open(path, "r"));
    const inherited = handles.map((_, index) => `/proc/self/fd/${output.length + index}`);
    const stdio = [...output, ...handles.map((handle) => handle.fd)];
    const child = spawn(program, args(inherited), { ...common, stdio, cwd: "/", uid: UNPRIVILEGED, gid: UNPRIVILEGED });
    return await started(child);
  } finally {
    for (const handle of handles) await handle.close();
  }
}

function started(child: ChildProcess): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    child.once("spawn", () => resolve(child));
    child.once("error", reject);
  });
}
