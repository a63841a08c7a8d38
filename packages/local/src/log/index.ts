import { createWriteStream, mkdirSync, renameSync, statSync, type WriteStream } from "node:fs";
import { dirname } from "node:path";

const MOST_BYTES = 5 * 1024 * 1024;

/** A file that never grows beyond twice `mostBytes`: when full it becomes `<path>.1` and a new one begins. */
export class LogFile {
  readonly path: string;
  readonly #mostBytes: number;
  #stream: WriteStream | undefined;
  #bytes = 0;

  constructor(path: string, mostBytes = MOST_BYTES) {
    this.path = path;
    this.#mostBytes = mostBytes;
  }

  write(text: string | Uint8Array): void {
    if (this.#bytes > this.#mostBytes) this.#turn();
    this.#stream ??= this.#open();
    this.#bytes += text.length;
    this.#stream.write(text);
  }

  /** One JSON object a line, as the functions write theirs. */
  event(level: "info" | "warn" | "error", message: string, fields: Record<string, unknown> = {}): void {
    const line = { at: new Date().toISOString(), level, message, ...fields };
    this.write(`${JSON.stringify(line, (_, value) => (value instanceof Error ? describe(value) : value))}\n`);
  }

  close(): void {
    this.#stream?.end();
    this.#stream = undefined;
  }

  #open(): WriteStream {
    mkdirSync(dirname(this.path), { recursive: true });
    this.#bytes = statSync(this.path, { throwIfNoEntry: false })?.size ?? 0;
    const stream = createWriteStream(this.path, { flags: "a", mode: 0o600 });
    // A full disk must not end the host; what could not be logged is lost.
    stream.on("error", () => undefined);
    return stream;
  }

  #turn(): void {
    this.close();
    renameSync(this.path, `${this.path}.1`);
    this.#bytes = 0;
  }
}

const describe = ({ name, message, stack, cause }: Error) => ({ name, message, stack, cause });
