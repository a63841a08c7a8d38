import { type Atrium, take } from "./client.ts";
import { AtriumError } from "./error.ts";
import { backoff, sleep } from "./retry.ts";
import { type PartAnswer, type SendPart, sendPart } from "./send-part.ts";
import type { Upload } from "./types.ts";

/** What both beginning and continuing an upload answer: with a URL what may be sent, with an ETag what has arrived. */
export type UploadPlan = Upload & { parts: { number: number; url?: string; etag?: string }[] };

const ATTEMPTS = 6;
/** URLs asked for at once, as many as the API gives at the start. */
const SIGN_BATCH = 100;
/** A part may take as long as a slow line needs (32 KiB/s), and a minute more. */
const allowance = (bytes: number) => 60_000 + Math.ceil(bytes / 32);

type Body = Blob | Uint8Array<ArrayBuffer>;
type Options = {
  signal: AbortSignal;
  send?: SendPart;
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
};

/** Sends one part until the storage has it: signs anew what expired, repeats what may pass, gives up on what will not. */
export function createPartSender(atrium: Atrium, upload: UploadPlan, options: Options) {
  const { signal, send = sendPart, wait = sleep } = options;
  const urls = new Map(upload.parts.flatMap(({ number, url }) => (url ? [[number, url] as const] : [])));

  async function sign(numbers: number[]) {
    const params = { path: { id: upload.id } };
    const body = { numbers: numbers.slice(0, SIGN_BATCH) };
    const { parts } = await take(atrium.POST("/api/v1/uploads/{id}/parts", { params, body, signal }));
    for (const { number, url } of parts) urls.set(number, url);
  }

  async function attempt(number: number, body: Body, upcoming: number[], onSent: (bytes: number) => void) {
    if (!urls.has(number)) await sign(upcoming.filter((candidate) => !urls.has(candidate)));
    const bytes = body instanceof Blob ? body.size : body.byteLength;
    const overdue = AbortSignal.timeout(allowance(bytes));
    const url = urls.get(number) ?? "";
    try {
      return await send({ url, body, signal: AbortSignal.any([signal, overdue]), onSent });
    } catch (cause) {
      signal.throwIfAborted();
      return { status: 0, etag: null, cause };
    }
  }

  /** Answers the part's ETag, or "" where it cannot be seen. */
  return async (number: number, body: Body, upcoming: number[], onSent: (bytes: number) => void): Promise<string> => {
    for (let tries = 1; ; tries++) {
      const answer: PartAnswer & { cause?: unknown } = await attempt(number, body, upcoming, onSent);
      if (answer.status >= 200 && answer.status < 300) return answer.etag ?? "";
      onSent(0);
      if (answer.status === 403) urls.delete(number);
      if (tries >= ATTEMPTS || !mayPass(answer.status)) throw refused(number, answer);
      await wait(backoff(tries), signal);
    }
  };
}

/** 403 is an expired signature; 400 is what S3 answers to a body that stalled. */
const mayPass = (status: number) => status === 0 || status >= 500 || [400, 403, 408, 429].includes(status);

const refused = (number: number, { status, cause }: { status: number; cause?: unknown }) =>
  new AtriumError(
    {
      status,
      code: status === 0 ? "network.unreachable" : "upload.part_refused",
      detail: `Part ${number} could not be stored: ${status === 0 ? "the storage cannot be reached" : `the storage answered ${status}`}`,
    },
    { cause },
  );
