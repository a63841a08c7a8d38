import { type Atrium, take } from "./client.ts";
import { AtriumError } from "./error.ts";
import { createMeter, type Reading } from "./meter.ts";
import { createPartSender, type UploadPlan } from "./part.ts";
import type { SendPart } from "./send-part.ts";
import type { File } from "./types.ts";

/** Anything that can give a range of its bytes: a browser's File, a path on disk, a buffer. */
export type UploadSource = {
  name: string;
  size: number;
  slice(start: number, end: number): Blob | Uint8Array<ArrayBuffer> | Promise<Blob | Uint8Array<ArrayBuffer>>;
};

export type UploadProgress = Reading & { uploadId: string; state: "sending" | "completing" | "done" };

export type UploadOptions = {
  projectId: string;
  contentType?: string;
  /** Of the whole file, in hex; stored as declared until a job has read the bytes. */
  sha256?: string;
  /** Continue this upload: what the storage already has is not sent again. */
  resume?: string;
  /** Stops sending and rejects with the signal's reason. The upload stays open: resume it, or discard it. */
  signal?: AbortSignal;
  onProgress?: (progress: UploadProgress) => void;
  concurrency?: number;
  send?: SendPart;
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
};

const CONCURRENCY = 4;

/** Sends a file in parts straight to the storage, several at a time, holding only those in memory. */
export async function upload(atrium: Atrium, source: UploadSource, options: UploadOptions): Promise<File> {
  const begun = await begin(atrium, source, options);
  // Everything had arrived, and only the answer was lost on its way to us.
  if (begun.state === "completed") return complete(atrium, begun.id, new Map(), options.signal);
  const arrived = new Map(begun.parts.flatMap(({ number, etag }) => (etag ? [[number, etag] as const] : [])));
  const partSize = (number: number) => Math.min(begun.partBytes, source.size - (number - 1) * begun.partBytes);
  const sent = new Map([...arrived.keys()].map((number) => [number, partSize(number)]));
  const total = () => [...sent.values()].reduce((sum, bytes) => sum + bytes, 0);
  const meter = createMeter(source.size, total());
  const tell = (state: UploadProgress["state"]) =>
    options.onProgress?.({ ...meter(total()), uploadId: begun.id, state });
  tell("sending");

  const failed = new AbortController();
  const signal = AbortSignal.any([failed.signal, ...(options.signal ? [options.signal] : [])]);
  const send = createPartSender(atrium, begun, { signal, send: options.send, wait: options.wait });
  const waiting = numbers(begun.partCount).filter((number) => !arrived.has(number));

  const worker = async () => {
    for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
      signal.throwIfAborted();
      const part = number;
      const start = (part - 1) * begun.partBytes;
      const body = await source.slice(start, start + partSize(part));
      const etag = await send(part, body, [part, ...waiting], (bytes) => {
        sent.set(part, Math.min(bytes, partSize(part)));
        tell("sending");
      });
      arrived.set(part, etag);
      sent.set(part, partSize(part));
      tell("sending");
    }
  };
  const stop = (error: unknown) => {
    failed.abort(error);
    throw error;
  };
  await Promise.all(Array.from({ length: options.concurrency ?? CONCURRENCY }, () => worker().catch(stop)));

  tell("completing");
  const file = await complete(atrium, begun.id, arrived, signal);
  tell("done");
  return file;
}

/** Gives the storage back what was sent so far. */
export async function discardUpload(atrium: Atrium, id: string): Promise<void> {
  await atrium.DELETE("/api/v1/uploads/{id}", { params: { path: { id } } });
}

async function begin(atrium: Atrium, source: UploadSource, options: UploadOptions): Promise<UploadPlan> {
  const { projectId, contentType, sha256, resume, signal } = options;
  const { name, size: bytes } = source;
  if (resume === undefined) {
    const body = { projectId, name, bytes, contentType, sha256 };
    return take(atrium.POST("/api/v1/uploads", { body, signal }));
  }
  const open = await take(atrium.GET("/api/v1/uploads/{id}", { params: { path: { id: resume } }, signal }));
  if (open.bytes === source.size) return open;
  throw new AtriumError({
    status: 0,
    code: "upload.source_changed",
    detail: `${name} has ${bytes} bytes, but the upload was begun with ${open.bytes}: begin a new one`,
  });
}

async function complete(atrium: Atrium, id: string, etags: Map<number, string>, signal?: AbortSignal): Promise<File> {
  const params = { path: { id } };
  // A storage that does not expose ETag to scripts still tells the API.
  if ([...etags.values()].includes("")) {
    const { parts } = await take(atrium.GET("/api/v1/uploads/{id}", { params, signal }));
    for (const { number, etag } of parts) if (etag) etags.set(number, etag);
  }
  const parts = [...etags].map(([number, etag]) => ({ number, etag })).sort((a, b) => a.number - b.number);
  return take(atrium.POST("/api/v1/uploads/{id}/complete", { params, body: { parts }, signal }));
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
