import { open, readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";

/** The file's content, undefined when there is none. A file that is not JSON is an error: it was not written by us. */
export async function readJson<T>(path: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    if (error instanceof SyntaxError) throw new Error(`${path} is damaged: ${error.message}`, { cause: error });
    throw error;
  }
}

/** Readable by the owner only; after a crash at any moment it is the old content or the new. */
export async function writeJson(path: string, value: unknown): Promise<void> {
  const aside = `${path}.new`;
  const file = await open(aside, "w", 0o600);
  try {
    await file.writeFile(`${JSON.stringify(value, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(aside, path);
  const folder = await open(dirname(path), "r");
  await folder.sync().finally(() => folder.close());
}
