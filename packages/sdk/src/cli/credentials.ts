import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { AtriumError } from "../error.ts";
import { UsageError } from "./exit.ts";
import { type IO, say } from "./io.ts";

export type Credentials = { url: string; apiKey: string };
type Place = Pick<IO, "env"> & { platform?: NodeJS.Platform };

/** Where each system keeps the settings of programs. The Python client reads the same file. */
export function credentialsPath({ env, platform = process.platform }: Place): string {
  const home = env.HOME || homedir();
  const folder = {
    win32: env.APPDATA || join(home, "AppData", "Roaming"),
    darwin: join(home, "Library", "Application Support"),
    other: join(home, ".config"),
  };
  const usual = folder[platform === "win32" || platform === "darwin" ? platform : "other"];
  return join(env.XDG_CONFIG_HOME || usual, "atrium", "credentials.json");
}

export async function saveCredentials(io: IO, credentials: Credentials): Promise<string> {
  const path = credentialsPath(io);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  // The mode above counts for a new file only.
  await chmod(path, 0o600);
  return path;
}

/** Answers the path of what was forgotten, if there was anything. */
export async function forgetCredentials(io: IO): Promise<string | undefined> {
  const path = credentialsPath(io);
  if ((await read(path)) === undefined) return undefined;
  await rm(path);
  return path;
}

/** The environment, then `atrium login`, then the system that `npm start` runs in this folder. */
export async function findCredentials(io: IO): Promise<Credentials> {
  const { ATRIUM_URL: url, ATRIUM_API_KEY: apiKey } = io.env;
  if (url && apiKey) return { url, apiKey };

  const found = (await read(credentialsPath(io))) ?? (await fromProject(io));
  if (found) return { url: url || found.url, apiKey: apiKey || found.apiKey };
  throw new AtriumError({
    status: 401,
    code: "cli.no_credentials",
    detail: "Not signed in: run `atrium login`, or set ATRIUM_URL and ATRIUM_API_KEY",
  });
}

async function fromProject(io: IO): Promise<Credentials | undefined> {
  const path = join(io.env.ATRIUM_HOME || join(io.cwd(), ".atrium"), "credentials.json");
  const found = await read(path);
  if (found) say(io, `Using ${path}`);
  return found;
}

async function read(path: string): Promise<Credentials | undefined> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  const { url, apiKey } = parse(text, path);
  return url && apiKey ? { url, apiKey } : undefined;
}

function parse(text: string, path: string): Partial<Credentials> {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${path} is damaged: remove it and run \`atrium login\` again`);
  }
}
