import { readdir, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { UsageError } from "./exit.ts";

export type Found = { path: string; name: string };

const NOISE = new Set([".DS_Store", "Thumbs.db"]);

/** The files that are meant: a folder's in the order of their names, each with its path from the folder as its name. */
export async function findFiles(paths: string[]): Promise<Found[]> {
  const found: Found[] = [];
  for (const path of paths) {
    const kind = await stat(path).catch((error: NodeJS.ErrnoException) => {
      throw new UsageError(error.code === "ENOENT" ? `No such file: ${path}` : `Cannot read ${path}: ${error.message}`);
    });
    // Of `.` the name is that of the folder itself.
    const name = basename(resolve(path));
    if (kind.isDirectory()) await walk(path, name, found);
    else found.push({ path, name });
  }
  return found;
}

async function walk(folder: string, name: string, found: Found[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inner = { path: join(folder, entry.name), name: `${name}/${entry.name}` };
    if (entry.isDirectory()) await walk(inner.path, inner.name, found);
    else if (entry.isFile() && !NOISE.has(entry.name)) found.push(inner);
  }
}
