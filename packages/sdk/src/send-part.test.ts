import { afterEach, describe, expect, it, vi } from "vitest";
import { sendPart } from "./send-part.ts";

/** What a browser's XMLHttpRequest does, as far as a part needs it. */
class FakeXHR {
  static latest: FakeXHR;
  upload: { onprogress: ((event: { loaded: number }) => void) | null } = { onprogress: null };
  onload: (() => void) | null = null;
  onerror: (() => void) | null = null;
  onabort: (() => void) | null = null;
  status = 0;
  sent: unknown;
  constructor() {
    FakeXHR.latest = this;
  }
  open() {
    this.status = 0;
  }
  send(body: unknown) {
    this.sent = body;
  }
  abort() {
    this.onabort?.();
  }
  getResponseHeader() {
    return '"e1"';
  }
}

afterEach(() => vi.unstubAllGlobals());

const part = (onSent = vi.fn()) => ({
  url: "http://storage.test/1",
  body: new Uint8Array([1]),
  signal: new AbortController().signal,
  onSent,
});

describe("in a browser", () => {
  it("tells what was sent while it is sent", async () => {
    vi.stubGlobal("XMLHttpRequest", FakeXHR);
    const onSent = vi.fn();
    const answer = sendPart(part(onSent));
    FakeXHR.latest.upload.onprogress?.({ loaded: 7 });
    FakeXHR.latest.status = 200;
    FakeXHR.latest.onload?.();
    expect(await answer).toEqual({ status: 200, etag: '"e1"' });
    expect(onSent).toHaveBeenCalledWith(7);
  });

  it("rejects when there is no answer", async () => {
    vi.stubGlobal("XMLHttpRequest", FakeXHR);
    const answer = sendPart(part());
    FakeXHR.latest.onerror?.();
    await expect(answer).rejects.toMatchObject({ code: "network.unreachable" });
  });

  it("stops with the signal's reason", async () => {
    vi.stubGlobal("XMLHttpRequest", FakeXHR);
    const abort = new AbortController();
    const answer = sendPart({ ...part(), signal: abort.signal });
    const reason = new Error("paused");
    abort.abort(reason);
    await expect(answer).rejects.toBe(reason);
  });
});

it("elsewhere uses fetch", async () => {
  vi.stubGlobal("fetch", async () => new Response(null, { status: 403, headers: { etag: '"x"' } }));
  expect(await sendPart(part())).toEqual({ status: 403, etag: '"x"' });
});
