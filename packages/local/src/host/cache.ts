import { access, constants, mkdir } from "node:fs/promises";
import { join } from "node:path";

/** Built things can be made again, so they are shared by every home; only where the project is read-only not. */
export async function cacheFolder(root: string, home: string): Promise<string> {
  const shared = join(root, ".build", "local");
  try {
    await mkdir(shared, { recursive: true });
    await access(shared, constants.W_OK);
    return shared;
  } catch {
    const own = join(home, "cache");
    await mkdir(own, { recursive: true });
    return own;
  }
}
