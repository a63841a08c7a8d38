import type { Duplex } from "node:stream";
import { AwsError } from "../router/error.ts";
import { closeFrame, type Frame, FrameReader, frame, OPCODE, SocketError } from "./frames.ts";

/** API Gateway's limits. */
export const LARGEST_MESSAGE = 128 * 1024;
const LARGEST_FRAME = 32 * 1024;
const IDLE_MS = 10 * 60_000;
const LIFE_MS = 2 * 60 * 60_000;
/** How much may wait for a client that does not read. */
const MOST_UNSENT = 1024 * 1024;
/** Messages of one client that are worked on at once; the others wait in its socket. */
const AT_ONCE = 10;
const CLOSE_WITHIN_MS = 1_000;

export type Limits = { idleMs: number; lifeMs: number };
export type Closed = { code: number; reason: string };
type Handlers = { onMessage(text: string): Promise<void>; onClosed(closed: Closed): void };

/** One client: reads its messages, writes to it, and ends once. */
export class Connection {
  readonly id: string;
  readonly connectedAt = Date.now();
  lastActiveAt = Date.now();
  readonly #socket: Duplex;
  readonly #handlers: Handlers;
  readonly #reader = new FrameReader(LARGEST_FRAME);
  readonly #idle: NodeJS.Timeout;
  readonly #life: NodeJS.Timeout;
  #parts: Buffer[] = [];
  #working = 0;
  #closed: Closed | undefined;

  constructor(id: string, socket: Duplex, handlers: Handlers, limits: Limits = { idleMs: IDLE_MS, lifeMs: LIFE_MS }) {
    this.id = id;
    this.#socket = socket;
    this.#handlers = handlers;
    this.#idle = setTimeout(() => this.close(1001, "Going away"), limits.idleMs).unref();
    this.#life = setTimeout(() => this.close(1001, "Going away"), limits.lifeMs).unref();
    socket.on("data", (chunk: Buffer) => this.#read(chunk));
    socket.on("end", () => socket.destroy()); // half closed by a client that said no good-bye
    socket.on("error", () => this.#end({ code: 1006, reason: "" }));
    socket.on("close", () => this.#end({ code: 1006, reason: "" }));
  }

  /** Resolves when the client's system has it. */
  send(text: Buffer): Promise<void> {
    if (this.#closed) throw new AwsError("GoneException", "The connection is gone", 410);
    if (this.#socket.writableLength > MOST_UNSENT) {
      throw new AwsError("LimitExceededException", "The client does not read what it is sent", 429);
    }
    this.#active();
    return new Promise((resolve, reject) => {
      const gone = () => reject(new AwsError("GoneException", "The connection is gone", 410));
      this.#socket.write(frame(OPCODE.text, text), (error) => (error ? gone() : resolve()));
    });
  }

  close(code: number, reason: string): void {
    if (this.#closed) return;
    this.#socket.end(closeFrame(code, reason));
    setTimeout(() => this.#socket.destroy(), CLOSE_WITHIN_MS).unref();
    this.#end({ code, reason });
  }

  #read(chunk: Buffer): void {
    if (this.#closed) return;
    try {
      for (const one of this.#reader.push(chunk)) this.#take(one);
    } catch (error) {
      if (!(error instanceof SocketError)) throw error;
      this.close(error.code, error.message);
    }
  }

  #take({ final, opcode, payload }: Frame): void {
    if (this.#closed) return;
    this.#active();
    if (opcode === OPCODE.ping) this.#socket.write(frame(OPCODE.pong, payload));
    if (opcode === OPCODE.ping || opcode === OPCODE.pong) return;
    if (opcode === OPCODE.close) {
      const code = payload.length >= 2 ? payload.readUInt16BE() : 1005;
      this.close(code === 1005 ? 1000 : code, payload.subarray(2).toString());
      return;
    }
    if (opcode === OPCODE.binary) throw new SocketError(1003, "Only text is taken");
    const begun = this.#parts.length > 0;
    if (opcode !== (begun ? OPCODE.continuation : OPCODE.text)) throw new SocketError(1002, "Unexpected frame");
    this.#parts.push(payload);
    const whole = Buffer.concat(this.#parts);
    if (whole.length > LARGEST_MESSAGE) throw new SocketError(1009, "The message is too large");
    if (!final) return;
    this.#parts = [];
    this.#handle(textOf(whole));
  }

  #handle(text: string): void {
    this.#working += 1;
    if (this.#working >= AT_ONCE) this.#socket.pause();
    void this.#handlers.onMessage(text).finally(() => {
      this.#working -= 1;
      this.#socket.resume();
    });
  }

  #active(): void {
    this.lastActiveAt = Date.now();
    this.#idle.refresh();
  }

  #end(closed: Closed): void {
    if (this.#closed) return;
    this.#closed = closed;
    clearTimeout(this.#idle);
    clearTimeout(this.#life);
    this.#handlers.onClosed(closed);
  }
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new SocketError(1007, "The message is not UTF-8");
  }
}
