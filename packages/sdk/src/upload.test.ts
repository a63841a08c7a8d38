import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createAtrium } from "./client.ts";
import { createCRC64NVME } from "./crc64nvme.ts";
import type { SendPart } from "./send-part.ts";
import { discardUpload, type UploadOptions, type UploadProgress, type UploadSource, upload } from "./upload.ts";

const PART = 10;

function checksum(bytes: Uint8Array) {
  const crc = createCRC64NVME();
  crc.update(bytes);
  return crc.base64();
}

/** The upload routes over a map of parts, and a storage that verifies checksums and whose URLs can be made to expire. */
function platform(bytes: number) {
  const partCount = Math.max(1, Math.ceil(bytes / PART));
  const stored = new Map<number, Uint8Array>();
  const calls: string[] = [];
  const failures: { number: number; status: number }[] = [];
  let signature = 1;
  let active = 0;
  let peak = 0;

  const link = (number: number, crc64nvme = "") => {
    const signed = new URLSearchParams({ s: String(signature), crc64nvme });
    return { number, bytes: PART, url: `http://storage.test/${number}?${signed}` };
  };
  const all = Array.from({ length: partCount }, (_, index) => index + 1);
  let state = "open";
  const info = (parts: unknown[]) => ({
    id: "upl_1",
    state,
    name: "a",
    bytes,
    partBytes: PART,
    partCount,
    parts,
  });

  const atrium = createAtrium({
    url: "http://atrium.test",
    fetch: async (request) => {
      const path = new URL(request.url).pathname.replace("/api/v1/uploads", "");
      calls.push(`${request.method} ${path}`);
      if (request.method === "DELETE") return new Response(null, { status: 204 });
      if (request.method === "GET")
        return Response.json(
          info(
            state === "completed"
              ? []
              : [...stored].map(([number, part]) => ({
                  number,
                  bytes: PART,
                  etag: `e${number}`,
                  crc64nvme: checksum(part),
                })),
          ),
        );
      const body = (await request.json()) as { numbers: number[]; crc64nvme: string[] };
      if (path === "") return Response.json(info(all.map((number) => link(number))), { status: 201 });
      if (path.endsWith("/parts"))
        return Response.json({ parts: body.numbers.map((number, index) => link(number, body.crc64nvme[index])) });
      state = "completed";
      return Response.json({ id: "fil_1", ...body }, { status: 201 });
    },
  });

  const send: SendPart = async ({ url, body, signal }) => {
    const number = Number(new URL(url).pathname.slice(1));
    calls.push(`PUT ${number}`);
    peak = Math.max(peak, ++active);
    await new Promise((resolve) => setTimeout(resolve, 1));
    active--;
    signal.throwIfAborted();
    const failure = failures.findIndex((planned) => planned.number === number);
    const status = failures[failure]?.status;
    if (failure >= 0) failures.splice(failure, 1);
    if (status === 0) throw new TypeError("connection reset");
    if (status) return { status, etag: null };
    const signed = new URL(url).searchParams;
    if (signed.get("s") !== String(signature)) return { status: 403, etag: null };
    const declared = signed.get("crc64nvme");
    if (declared && declared !== checksum(body as Uint8Array)) return { status: 400, etag: null };
    stored.set(number, body as Uint8Array);
    return { status: 200, etag: `e${number}` };
  };

  return {
    atrium,
    send,
    stored,
    calls,
    failures,
    expire: () => signature++,
    peak: () => peak,
    content: () => [...stored].sort(([a], [b]) => a - b).flatMap(([, part]) => [...part]),
  };
}

const data = (bytes: number) => Uint8Array.from({ length: bytes }, (_, index) => index % 251);
const source = (bytes: number): UploadSource => ({
  name: "a",
  size: bytes,
  slice: (start, end) => data(bytes).slice(start, end),
});
const options = (system: ReturnType<typeof platform>, more: Partial<UploadOptions> = {}): UploadOptions => ({
  projectId: "prj_1",
  send: system.send,
  wait: async () => undefined,
  ...more,
});

describe("upload", () => {
  it("sends every byte once, a few parts at a time, and completes in order", async () => {
    const system = platform(95);
    const file = await upload(system.atrium, source(95), options(system));
    expect(system.content()).toEqual([...data(95)]);
    expect(system.peak()).toBe(4);
    expect(system.calls.filter((call) => call.startsWith("PUT"))).toHaveLength(10);
    expect(file).toMatchObject({
      id: "fil_1",
      parts: Array.from({ length: 10 }, (_, i) => ({ number: i + 1, etag: `e${i + 1}` })),
    });
  });

  it("has parts signed with their checksums, and those that are ready together in one request", async () => {
    const system = platform(400);
    await upload(system.atrium, source(400), options(system));
    expect(system.calls.filter((call) => call === "POST /upl_1/parts").length).toBeLessThan(40);
    expect(system.content()).toEqual([...data(400)]);
  });

  it("sends a part again whose bytes changed on the way", async () => {
    const system = platform(20);
    let broken = false;
    const send: SendPart = (part) => {
      if (broken) return system.send(part);
      broken = true;
      return system.send({ ...part, body: data(10).map((byte) => byte ^ 1) });
    };
    await upload(system.atrium, source(20), options(system, { send, concurrency: 1 }));
    expect(system.calls.filter((call) => call === "PUT 1")).toHaveLength(2);
    expect(system.content()).toEqual([...data(20)]);
  });

  it("spares a file of one part the signing: its checksum is that of the file", async () => {
    const system = platform(7);
    const file = await upload(system.atrium, source(7), options(system));
    expect(system.calls).toEqual(["POST ", "PUT 1", "POST /upl_1/complete"]);
    expect(file).toMatchObject({ crc64nvme: checksum(data(7)) });
  });

  it("declares the SHA-256 of the whole, read in the order of the file, over a break too", async () => {
    const system = platform(95);
    const hashed = { ...source(95), createSHA256: () => createHash("sha256") };
    system.failures.push({ number: 5, status: 413 });
    await expect(upload(system.atrium, hashed, options(system))).rejects.toMatchObject({ status: 413 });
    const file = await upload(system.atrium, hashed, options(system, { resume: "upl_1" }));
    expect(file).toMatchObject({ sha256: createHash("sha256").update(data(95)).digest("hex") });
  });

  it("signs anew what expired", async () => {
    const system = platform(20);
    system.expire();
    const links = upload(
      system.atrium,
      source(20),
      options(system, { concurrency: 1, onProgress: once(system.expire) }),
    );
    await links;
    expect(system.content()).toEqual([...data(20)]);
  });

  it.each([0, 400, 500, 503])("repeats a part after %i", async (status) => {
    const system = platform(20);
    system.failures.push({ number: 2, status }, { number: 2, status });
    await upload(system.atrium, source(20), options(system));
    expect(system.calls.filter((call) => call === "PUT 2")).toHaveLength(3);
    expect(system.content()).toEqual([...data(20)]);
  });

  it("gives up a part that is refused for good, and stops the others", async () => {
    const system = platform(400);
    system.failures.push({ number: 1, status: 413 });
    const failure = upload(system.atrium, source(400), options(system));
    await expect(failure).rejects.toMatchObject({ code: "upload.part_refused", status: 413 });
    const after = system.calls.length;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(system.calls.length).toBe(after);
  });

  it("pauses on a signal and resumes with what the storage lacks", async () => {
    const system = platform(100);
    const pause = new AbortController();
    const reason = new Error("paused");
    let uploadId = "";
    const onProgress = ({ bytes, ...now }: UploadProgress) => {
      uploadId = now.uploadId;
      if (bytes >= 40) pause.abort(reason);
    };
    await expect(
      upload(system.atrium, source(100), options(system, { signal: pause.signal, onProgress })),
    ).rejects.toBe(reason);
    const before = new Set(system.stored.keys());
    expect(before.size).toBeGreaterThanOrEqual(4);
    expect(before.size).toBeLessThan(10);

    system.calls.length = 0;
    await upload(system.atrium, source(100), options(system, { resume: uploadId }));
    for (const number of before) expect(system.calls).not.toContain(`PUT ${number}`);
    expect(system.content()).toEqual([...data(100)]);
  });

  it("sends again what is there but is no longer what the file has", async () => {
    const system = platform(30);
    system.stored.set(1, data(10)).set(2, new Uint8Array(10));
    await upload(system.atrium, source(30), options(system, { resume: "upl_1" }));
    expect(system.calls.filter((call) => call.startsWith("PUT"))).toEqual(["PUT 2", "PUT 3"]);
    expect(system.content()).toEqual([...data(30)]);
  });

  it("answers the file of an upload that had been completed", async () => {
    const system = platform(30);
    await upload(system.atrium, source(30), options(system));
    system.calls.length = 0;
    expect(await upload(system.atrium, source(30), options(system, { resume: "upl_1" }))).toMatchObject({
      id: "fil_1",
    });
    expect(system.calls.filter((call) => call.startsWith("PUT"))).toEqual([]);
  });

  it("refuses to continue with another file", async () => {
    const system = platform(100);
    const other = upload(system.atrium, source(99), options(system, { resume: "upl_1" }));
    await expect(other).rejects.toMatchObject({ code: "upload.source_changed" });
  });

  it("reports progress that never exceeds the file and ends complete", async () => {
    const system = platform(95);
    const seen: UploadProgress[] = [];
    await upload(system.atrium, source(95), options(system, { onProgress: (now) => seen.push(now) }));
    expect(seen.every(({ bytes }) => bytes <= 95)).toBe(true);
    expect(seen.at(-1)).toMatchObject({ bytes: 95, totalBytes: 95, state: "done", uploadId: "upl_1" });
  });

  it("asks for the ETags that a browser may not see", async () => {
    const system = platform(30);
    const blind: SendPart = async (part) => ({ ...(await system.send(part)), etag: null });
    const file = await upload(system.atrium, source(30), options(system, { send: blind }));
    expect(file).toMatchObject({ parts: [{ etag: "e1" }, { etag: "e2" }, { etag: "e3" }] });
  });

  it("discards", async () => {
    const system = platform(30);
    await discardUpload(system.atrium, "upl_1");
    expect(system.calls).toEqual(["DELETE /upl_1"]);
  });
});

function once(run: () => void) {
  let called = false;
  return () => {
    if (!called) run();
    called = true;
  };
}
