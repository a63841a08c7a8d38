import { type Body, sizeOf } from "./body.ts";
import { type Atrium, take } from "./client.ts";
import { AtriumError } from "./error.ts";
import { backoff, sleep } from "./retry.ts";
import { type PartAnswer, type SendPart, sendPart } from "./send-part.ts";
import { createSigner } from "./sign.ts";
import type { Upload } from "./types.ts";

/** What both beginning and continuing an upload answer: with a URL what may be sent, with an ETag what has arrived. */
export type UploadPlan = Upload & { parts: { number: number; url?: string; etag?: string; crc64nvme?: string }[] };

const ATTEMPTS = 6;
/** A part may take as long as a slow line needs (32 KiB/s), and a minute more. */
const allowance = (bytes: number) => 60_000 + Math.ceil(bytes / 32);

export type Part = { number: number; body: Body; crc64nvme: string };
type Options = {
  signal: AbortSignal;
  send?: SendPart;
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
};

/** Sends one part until the storage has it: signs each attempt, repeats what may pass, gives up on what will not. */
export function createPartSender(atrium: Atrium, upload: UploadPlan, options: Options) {
  const { signal, send = sendPart, wait = sleep } = options;
  const sign = createSigner((numbers, crc64nvme) => {
    const params = { path: { id: upload.id } };
    return take(atrium.POST("/api/v1/uploads/{id}/parts", { params, body: { numbers, crc64nvme }, signal }));
  });
  // A file of one part saves a call: its checksum is that of the file, which completing declares.
  const given = new Map(upload.partCount === 1 ? upload.parts.map(({ number, url }) => [number, url]) : []);

  async function attempt({ number, body, crc64nvme }: Part, onSent: (bytes: number) => void): Promise<Attempt> {
    const url = given.get(number) ?? (await sign(number, crc64nvme));
    given.delete(number);
    const overdue = AbortSignal.timeout(allowance(sizeOf(body)));
    try {
      return await send({ url, body, signal: AbortSignal.any([signal, overdue]), onSent });
    } catch (cause) {
      signal.throwIfAborted();
      return { status: 0, etag: null, cause };
    }
  }

  /** Answers the part's ETag, or "" where it cannot be seen. */
  return async (part: Part, onSent: (bytes: number) => void): Promise<string> => {
    for (let tries = 1; ; tries++) {
      const answer = await attempt(part, onSent);
      if (answer.status >= 200 && answer.status < 300) return answer.etag ?? "";
      onSent(0);
      if (tries >= ATTEMPTS || !mayPass(answer.status)) throw refused(part.number, answer);
      await wait(backoff(tries), signal);
    }
  };
}

type Attempt = PartAnswer & { cause?: unknown };

/** 403 is an expired signature; 400 is what S3 answers to a body that stalled or does not have its checksum. */
const mayPass = (status: number) => status === 0 || status >= 500 || [400, 403, 408, 429].includes(status);

const refused = (number: number, { status, cause }: Attempt) =>
  new AtriumError(
    {
      status,
      code: status === 0 ? "network.unreachable" : "upload.part_refused",
      detail: `Part ${number} could not be stored: ${status === 0 ? "the storage cannot be reached" : `the storage answered ${status}`}`,
    },
    { cause },
  );
