import { chown, readdir } from "node:fs/promises";
import { join } from "node:path";

/** Far from any that a system gives to people, services or containers. */
const FIRST_USER = 1_900_000_000;

/** Whose the program is when this process is root's: nobody's, and no other job's. */
export const sandboxUser = (): number | undefined => (process.geteuid?.() === 0 ? FIRST_USER + process.pid : undefined);

/** The folder and those in it are the program's to write; what was put there for it stays as it is. */
export async function giveAway(folder: string, user: number): Promise<void> {
  await chown(folder, user, user);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) await giveAway(join(folder, entry.name), user);
  }
}
