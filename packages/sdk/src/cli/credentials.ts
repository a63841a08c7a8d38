import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { AtriumError } from "../error.ts";
import { type IO, say } from "./io.ts";

export type Credentials = { url: string; apiKey: string };

export const credentialsPath = (io: Pick<IO, "env">) =>
  join(io.env.XDG_CONFIG_HOME || join(io.env.HOME || homedir(), ".config"), "atrium", "credentials.json");

export async function saveCredentials(io: IO, credentials: Credentials): Promise<string> {
  const path = credentialsPath(io);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  // The mode above counts for a new file only.
  await chmod(path, 0o600);
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
  const { url, apiKey } = JSON.parse(text) as Partial<Credentials>;
  return url && apiKey ? { url, apiKey } : undefined;
}
