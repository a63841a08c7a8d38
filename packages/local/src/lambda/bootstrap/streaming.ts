import { Writable } from "node:stream";
import { open } from "./client.ts";

const MARK = Symbol.for("aws.lambda.runtime.handler.streaming");
const INTEGRATION = "application/vnd.awslambda.http-integration-response";
/** Between the head of an HTTP answer and its body. */
const DELIMITER = new Uint8Array(8);

type StreamingHandler = (event: unknown, stream: ResponseStream, context: unknown) => unknown;

export function streamifyResponse(handler: StreamingHandler): StreamingHandler {
  return Object.assign(handler, { [MARK]: "response" });
}

export const isStreaming = (handler: object): boolean => (handler as { [MARK]?: unknown })[MARK] === "response";

/** Gives a streamed answer its status and headers: they go first, as JSON, before the first byte of the body. */
export const HttpResponseStream = {
  from(stream: ResponseStream, head: unknown): ResponseStream {
    stream.setContentType(INTEGRATION);
    stream.before = Buffer.concat([Buffer.from(JSON.stringify(head)), DELIMITER]);
    return stream;
  },
};

/** The stream that a handler writes its answer to; the request to the Runtime API opens with the first byte. */
export class ResponseStream extends Writable {
  before: Buffer | undefined;
  readonly #id: string;
  #contentType = "application/octet-stream";
  #request: ReturnType<typeof open> | undefined;

  constructor(id: string) {
    super({ decodeStrings: true });
    this.#id = id;
  }

  get started(): boolean {
    return this.#request !== undefined;
  }

  setContentType(type: string): void {
    this.#contentType = type;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#open().write(chunk, (error) => done(error));
  }

  override _final(done: (error?: Error | null) => void): void {
    const request = this.#open();
    request.once("response", (response) => {
      response.resume();
      response.once("end", () => done());
    });
    request.once("error", done);
    request.end();
  }

  /** Tells the reader, behind what was written, that the rest will not come. */
  fail(description: { errorType: string }): void {
    const request = this.#request;
    if (!request) return;
    request.addTrailers({
      "Lambda-Runtime-Function-Error-Type": description.errorType,
      "Lambda-Runtime-Function-Error-Body": Buffer.from(JSON.stringify(description)).toString("base64"),
    });
    request.end();
  }

  #open(): ReturnType<typeof open> {
    if (this.#request) return this.#request;
    const request = open("POST", `invocation/${this.#id}/response`, {
      "Content-Type": this.#contentType,
      "Transfer-Encoding": "chunked",
      "Lambda-Runtime-Function-Response-Mode": "streaming",
      Trailer: "Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body",
    });
    request.on("error", (error) => this.destroy(error));
    if (this.before) request.write(this.before);
    this.#request = request;
    return request;
  }
}

/** `abort` is false when nothing was sent yet, so that the failure can be answered as one. */
export function openStream(id: string) {
  const stream = new ResponseStream(id);
  const done = new Promise<void>((resolve, reject) => {
    stream.once("finish", resolve);
    stream.once("error", reject);
  });
  done.catch(() => undefined); // seen by whoever awaits it; nobody does when the handler failed first
  const abort = (description: { errorType: string }): boolean => {
    if (!stream.started) return false;
    stream.fail(description);
    return true;
  };
  return { stream, done, abort };
}
