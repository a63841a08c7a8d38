import { createHash } from "node:crypto";
import { Hopeless } from "../trouble.ts";

const PINNED = /^[A-Za-z0-9][\w.-]*(\[[\w.,\s-]+\])?==[\w.!+*-]+(\s*;[^\\]+)?\s*\\?$/;
const HASH = /^\s+--hash=sha256:[0-9a-f]{64}\s*\\?$/;
const COMMENT = /^\s*(#.*)?$/;

export const hashOf = (lock: string): string => createHash("sha256").update(lock).digest("hex");

/**
 * A lock file of a user's is read outside of the sandbox, so it may name packages, versions and hashes, and nothing
 * else: no index, no address, no other file.
 */
export function checkLock(lock: string): void {
  lock.split("\n").forEach((line, index) => {
    if (PINNED.test(line.trimEnd()) || HASH.test(line) || COMMENT.test(line)) return;
    const shown = line.trim().slice(0, 80);
    throw new Hopeless(
      `Line ${index + 1} of the environment's lock file, "${shown}", is not a package with its version and hashes.`,
    );
  });
}
