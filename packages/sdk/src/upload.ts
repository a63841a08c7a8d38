import type { Body } from "./body.ts";
import { type Atrium, take } from "./client.ts";
import { createDigester, type Hasher } from "./digest.ts";
import { AtriumError } from "./error.ts";
import { createTally, type Reading } from "./meter.ts";
import { createPartSender, type UploadPlan } from "./part.ts";
import type { SendPart } from "./send-part.ts";
import type { File } from "./types.ts";

/** Anything that can give a range of its bytes: a browser's File, a path on disk, a buffer. */
export type UploadSource = {
  name: string;
  size: number;
  slice(start: number, end: number): Body | Promise<Body>;
  /** How its slices are sent best; the SDK's own way when left out. */
  send?: SendPart;
  /** SHA-256 of the whole, computed while the bytes pass by and declared at the end. */
  createSHA256?(): Hasher;
};

export type UploadProgress = Reading & { uploadId: string; state: "sending" | "completing" | "done" };

export type UploadOptions = {
  projectId: string;
  contentType?: string;
  /** Of the whole file, in hex, where it is known; stored as declared until a job has read the bytes. */
  sha256?: string;
  /** What the project asks of a file. */
  attributes?: Record<string, string | number | boolean | (string | number)[]>;
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

/** Sends a file in parts straight to the storage, several at a time, each with a checksum that the storage verifies. */
export async function upload(atrium: Atrium, source: UploadSource, options: UploadOptions): Promise<File> {
  const plan = await begin(atrium, source, options);
  // Everything had arrived, and only the answer was lost on its way to us.
  if (plan.state === "completed") return complete(atrium, plan.id, { etags: new Map() }, options.signal);

  const failed = new AbortController();
  const signal = AbortSignal.any([failed.signal, ...(options.signal ? [options.signal] : [])]);
  const arrived = new Map(plan.parts.flatMap((part) => (part.etag ? [[part.number, part] as const] : [])));
  const lengthOf = (number: number) => Math.min(plan.partBytes, source.size - (number - 1) * plan.partBytes);
  const tally = createTally(
    source.size,
    [...arrived.keys()].map((number) => [number, lengthOf(number)] as const),
  );
  const tell = (state: UploadProgress["state"]) => options.onProgress?.({ ...tally.read(), uploadId: plan.id, state });
  tell("sending");

  const hasher = options.sha256 === undefined ? source.createSHA256?.() : undefined;
  const digest = createDigester(hasher);
  const send = createPartSender(atrium, plan, { signal, send: options.send ?? source.send, wait: options.wait });
  const etags = new Map<number, string>();
  let crc64nvme: string | undefined;

  async function transfer(number: number) {
    const start = (number - 1) * plan.partBytes;
    const there = arrived.get(number);
    // Nothing to compare and nothing to compute: it need not even be read.
    if (there?.etag && !there.crc64nvme && !hasher) return etags.set(number, there.etag);
    const body = Promise.resolve(source.slice(start, start + lengthOf(number)));
    const checksum = await digest(body);
    signal.throwIfAborted();
    if (plan.partCount === 1) crc64nvme = checksum;
    if (there?.etag && (there.crc64nvme ?? checksum) === checksum) return etags.set(number, there.etag);
    const progress = (bytes: number) => {
      tally.set(number, Math.min(bytes, lengthOf(number)));
      tell("sending");
    };
    progress(0);
    etags.set(number, await send({ number, body: await body, crc64nvme: checksum }, progress));
    progress(lengthOf(number));
  }

  let last = 0;
  const worker = async () => {
    while (last < plan.partCount) {
      signal.throwIfAborted();
      await transfer(++last);
    }
  };
  const stop = (error: unknown) => {
    failed.abort(error);
    throw error;
  };
  await Promise.all(Array.from({ length: options.concurrency ?? CONCURRENCY }, () => worker().catch(stop)));

  tell("completing");
  const file = await complete(atrium, plan.id, { etags, crc64nvme, sha256: hasher?.digest("hex") }, signal);
  tell("done");
  return file;
}

/** Gives the storage back what was sent so far. */
export async function discardUpload(atrium: Atrium, id: string): Promise<void> {
  await atrium.DELETE("/api/v1/uploads/{id}", { params: { path: { id } } });
}

async function begin(atrium: Atrium, source: UploadSource, options: UploadOptions): Promise<UploadPlan> {
  const { projectId, contentType, sha256, attributes, resume, signal } = options;
  const { name, size: bytes } = source;
  if (resume === undefined) {
    const body = { projectId, name, bytes, contentType, sha256, attributes };
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

type Sent = { etags: Map<number, string>; crc64nvme?: string; sha256?: string };

async function complete(atrium: Atrium, id: string, sent: Sent, signal?: AbortSignal): Promise<File> {
  const { etags, ...checksums } = sent;
  const params = { path: { id } };
  // A storage that does not expose ETag to scripts still tells the API.
  if ([...etags.values()].includes("")) {
    const { parts } = await take(atrium.GET("/api/v1/uploads/{id}", { params, signal }));
    for (const { number, etag } of parts) if (etag) etags.set(number, etag);
  }
  const parts = [...etags].map(([number, etag]) => ({ number, etag })).sort((a, b) => a.number - b.number);
  return take(atrium.POST("/api/v1/uploads/{id}/complete", { params, body: { parts, ...checksums }, signal }));
}
