import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { lockHome } from "./lock.ts";
import { type Paths, pathsBelow } from "./paths.ts";

export { readJson, writeJson } from "./json-file.ts";
export type { Paths } from "./paths.ts";
export { loadProviders } from "./providers.ts";
export { loadSettings, type Settings } from "./settings.ts";

export type Home = { paths: Paths; release(): Promise<void> };

/** Makes the folder when it is missing and takes it for this process alone. */
export async function openHome(folder: string): Promise<Home> {
  const paths = pathsBelow(resolve(folder));
  // Readable by its owner only: it holds keys and everybody's data.
  await mkdir(paths.home, { recursive: true, mode: 0o700 });
  const lock = await lockHome(paths.home);
  await mkdir(paths.scratch, { recursive: true, mode: 0o700 });
  return { paths, release: lock.release };
}
