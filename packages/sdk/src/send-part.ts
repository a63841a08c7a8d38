import { type Body, isRange, whole } from "./body.ts";
import { AtriumError } from "./error.ts";

export type Part = {
  url: string;
  body: Body;
  signal: AbortSignal;
  onSent(bytes: number): void;
};
export type PartAnswer = { status: number; etag: string | null };
/** PUTs the bytes of one part to its signed URL; rejects only when there was no answer. */
export type SendPart = (part: Part) => Promise<PartAnswer>;

/** A browser's fetch cannot say how much it has sent; its older sibling can. */
export const sendPart: SendPart = ({ body, ...part }) => {
  const send = "XMLHttpRequest" in globalThis ? sendByXHR : sendByFetch;
  return isRange(body) ? whole(body).then((bytes) => send(part, bytes)) : send(part, body);
};

type Envelope = Omit<Part, "body">;
type Content = Blob | Uint8Array<ArrayBuffer>;

const sendByFetch = async ({ url, signal }: Envelope, body: Content): Promise<PartAnswer> => {
  const response = await fetch(url, { method: "PUT", body, signal });
  await response.body?.cancel();
  return { status: response.status, etag: response.headers.get("etag") };
};

/** As much of XMLHttpRequest as is used: this file is compiled for Node, too. */
type XHR = {
  upload: { onprogress: ((event: { loaded: number }) => void) | null };
  onload: (() => void) | null;
  onerror: (() => void) | null;
  onabort: (() => void) | null;
  readonly status: number;
  open(method: string, url: string): void;
  send(body: unknown): void;
  abort(): void;
  getResponseHeader(name: string): string | null;
};

const sendByXHR = ({ url, signal, onSent }: Envelope, body: Content): Promise<PartAnswer> =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const request = new (globalThis as unknown as { XMLHttpRequest: new () => XHR }).XMLHttpRequest();
    const stop = () => request.abort();
    signal.addEventListener("abort", stop, { once: true });
    const settle = (run: () => void) => () => {
      signal.removeEventListener("abort", stop);
      run();
    };
    request.upload.onprogress = ({ loaded }) => onSent(loaded);
    request.onload = settle(() => resolve({ status: request.status, etag: request.getResponseHeader("etag") }));
    request.onabort = settle(() => reject(signal.reason));
    request.onerror = settle(() => reject(unreachable(url)));
    request.open("PUT", url);
    request.send(body);
  });

const unreachable = (url: string) =>
  new AtriumError({ status: 0, code: "network.unreachable", detail: `Cannot reach ${new URL(url).origin}` });
