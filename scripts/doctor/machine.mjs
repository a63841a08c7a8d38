import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, readFileSync, realpathSync, statfsSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { totalmem } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fine, missing } from "./finding.mjs";

const MIB = 2 ** 20;
const GIB = 2 ** 30;
/** The packages, an empty database and a browser take some 2 GiB. */
const DISK_NEEDED = 3 * GIB;
const DISK_WANTED = 10 * GIB;
const MEMORY_NEEDED = 1 * GIB;
const MEMORY_WANTED = 3 * GIB;
const DEFAULT_PORT = 3000;

export const homeFolder = ({ root, env }) => resolve(env.ATRIUM_HOME || join(root, ".atrium"));

export function disk(context) {
  const folder = nearest(homeFolder(context));
  const { bavail, bsize } = statfsSync(folder);
  return enough("Free disk", bavail * bsize, {
    where: `at ${folder}`,
    needed: DISK_NEEDED,
    wanted: DISK_WANTED,
    disables: "large uploads and imports",
    remedy: "Free some, or let ATRIUM_HOME name a folder on another disk.",
  });
}

export const memory = () =>
  enough("Free memory", availableMemory(), {
    where: `of ${size(totalmem())}`,
    needed: MEMORY_NEEDED,
    wanted: MEMORY_WANTED,
    disables: "tests in parallel with a browser, and imports of wide tables",
    remedy: "Stop other programs.",
  });

/** A default port that is taken is passed over; one that was asked for is not. */
export async function port({ env }) {
  const asked = env.PORT ? Number(env.PORT) : undefined;
  const number = asked ?? DEFAULT_PORT;
  const name = `Port ${env.PORT || number}`;
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    return missing(name, "no number from 0 to 65535", { disables: "npm start", remedy: "Correct PORT.", needed: true });
  const reason = await taken(number, env.HOST || "127.0.0.1");
  if (!reason) return fine(name, "free");
  if (asked === undefined) return fine(name, `${reason}; npm start takes the next free one`);
  return missing(name, reason, { disables: "npm start", remedy: "Stop what uses it, or change PORT.", needed: true });
}

function taken(number, host) {
  return new Promise((answer) => {
    const server = createServer();
    server.once("error", (error) => answer(error.code === "EADDRINUSE" ? "taken" : error.message));
    server.listen(number, host, () => server.close(() => answer(undefined)));
  });
}

export const user = () =>
  fine("User", process.getuid?.() === 0 ? "root; PostgreSQL then runs as nobody" : `uid ${process.getuid?.()}`);

export async function home(context) {
  const folder = homeFolder(context);
  const name = context.env.ATRIUM_HOME ? "ATRIUM_HOME" : "Home of the data";
  const near = nearest(folder);
  if (!isWritableFolder(near)) {
    const remedy = `Make ${near} a writable folder, or let ATRIUM_HOME name another.`;
    return missing(name, `${near} is no writable folder`, { disables: "npm start", remedy, needed: true });
  }
  if (near !== folder) return fine(name, `${folder}, made by the first npm start`);
  if (!existsSync(join(folder, "host.json"))) return fine(name, `${folder}, nothing in it yet`);
  const address = existsSync(join(folder, "credentials.json")) ? addressIn(folder) : undefined;
  if (await running(folder))
    return fine(name, `${folder}, in use by a running Atrium${address ? ` (${address})` : ""}`);
  return fine(name, `${folder}, holds data; no Atrium runs on it`);
}

/** The running program holds a name in the kernel (Linux only), which only one process can have. */
function running(folder) {
  if (process.platform !== "linux") return Promise.resolve(false);
  const name = createHash("sha256").update(realpathSync(folder)).digest("hex");
  return new Promise((answer) => {
    const server = createServer();
    server.once("error", (error) => answer(error.code === "EADDRINUSE"));
    server.listen({ path: `\0atrium-${name}` }, () => server.close(() => answer(false)));
  });
}

function addressIn(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, "credentials.json"), "utf8")).url;
  } catch {
    return undefined; // being written, or not ours to read
  }
}

function enough(name, bytes, { where, needed, wanted, disables, remedy }) {
  const detail = `${size(bytes)} ${where}`;
  if (bytes >= wanted) return fine(name, detail);
  if (bytes >= needed) return missing(name, `${detail}, less than ${size(wanted)}`, { disables, remedy });
  return missing(name, `${detail}, less than ${size(needed)}`, { disables: "npm start", remedy, needed: true });
}

function availableMemory() {
  try {
    const kib = /^MemAvailable:\s+(\d+) kB$/m.exec(readFileSync("/proc/meminfo", "utf8"))?.[1];
    if (kib) return Number(kib) * 1024;
  } catch {
    // Only Linux has the file; elsewhere the total is the best there is.
  }
  return totalmem();
}

/** The folder itself, or what is there of the path to it. */
function nearest(folder) {
  for (let at = folder; ; at = dirname(at)) if (existsSync(at)) return at;
}

function isWritableFolder(path) {
  try {
    accessSync(path, constants.W_OK | constants.X_OK);
    return statSync(path).isDirectory();
  } catch {
    return false; // whatever it is, nothing can be made in it
  }
}

const size = (bytes) => (bytes >= GIB ? `${(bytes / GIB).toFixed(1)} GiB` : `${Math.round(bytes / MIB)} MiB`);
