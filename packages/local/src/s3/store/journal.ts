import { closeSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { isMissing, syncFolderNow } from "./durable.ts";

/** Keys whose descriptors and blobs whose files may differ from what the index file knows. */
export type Changes = { keys: Set<string>; blobs: Set<string> };

/**
 * Says beforehand what is about to change, so that a start after a crash looks at these alone instead of at every file.
 * Lines are not forced to the disk one by one: they outlive the process in the system's memory, and after a restart of
 * the system itself, which the boot id shows, the journal is not believed.
 */
export class Journal {
  readonly #path: string;
  readonly #file: number;
  #entries = 0;

  private constructor(path: string, file: number) {
    this.#path = path;
    this.#file = file;
  }

  static create(path: string): Journal {
    const file = openSync(path, "w");
    writeSync(file, `${bootID() ?? ""}\n`);
    fsyncSync(file);
    syncFolderNow(dirname(path)); // without it a power cut could make an unclean end look clean
    return new Journal(path, file);
  }

  static reopen(path: string): Journal {
    return new Journal(path, openSync(path, "a"));
  }

  get isEmpty(): boolean {
    return this.#entries === 0;
  }

  /** Before a key's descriptor changes; `blobs` are those it may let go. */
  key(key: string, blobs: readonly { id: string }[]): void {
    this.#write([`k ${JSON.stringify(key)}`, ...blobs.map(({ id }) => `b ${id}`)]);
  }

  /** Before blobs come or go. */
  blobs(ids: readonly string[]): void {
    if (ids.length > 0) this.#write(ids.map((id) => `b ${id}`));
  }

  /** The index file is complete: there is nothing to look at. */
  finish(): void {
    closeSync(this.#file);
    rmSync(this.#path);
    syncFolderNow(dirname(this.#path));
  }

  #write(lines: string[]): void {
    this.#entries += lines.length;
    writeSync(this.#file, `${lines.join("\n")}\n`);
  }
}

/** "clean" after an orderly end, undefined where nobody can tell what changed. */
export function readJournal(path: string): Changes | "clean" | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (isMissing(error)) return "clean";
    throw error;
  }
  // What follows the last line break was being written when the process ended; what it announced did not begin.
  const [boot, ...lines] = text.split("\n").slice(0, -1);
  if (!boot || boot !== bootID()) return undefined;
  return parseLines(lines);
}

/** A full disk can leave a torn line in the middle; then nothing is believed. */
function parseLines(lines: readonly string[]): Changes | undefined {
  const changes: Changes = { keys: new Set(), blobs: new Set() };
  for (const line of lines) {
    const [, key, blob] = /^(?:k (".*")|b ([0-9a-f]{32}))$/.exec(line) ?? [];
    if (blob !== undefined) changes.blobs.add(blob);
    else if (key !== undefined && isJSON(key)) changes.keys.add(JSON.parse(key) as string);
    else return undefined;
  }
  return changes;
}

function isJSON(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Changes with every start of the system; known on Linux only. */
function bootID(): string | undefined {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
