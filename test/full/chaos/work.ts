/** What a person does while things die, and what they were told has been done. */
import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Json } from "../../support/http.ts";
import type { Random } from "../../support/random.ts";
import { NotAcknowledged, type Send, transfer } from "./http.ts";

const MIB = 2 ** 20;

export type Content = { name: string; bytes: Uint8Array<ArrayBuffer> };
/** Only what was acknowledged. */
export type Told = {
  uploads: Map<string, { upload: Json; content: Content }>;
  files: Map<string, { bytes: number; sha256: string }>;
  runs: Map<string, { table: string; rows: number; cancelled: boolean }>;
  names: Map<string, string[]>;
  /** Answers that no dying system should give. */
  surprises: string[];
};

export const nothingTold = (): Told => ({
  uploads: new Map(),
  files: new Map(),
  runs: new Map(),
  names: new Map(),
  surprises: [],
});

export const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

export type Worker = { send: Send; told: Told; projectId: string; largeFile: { id: string; rows: number } };
type Action = (worker: Worker, random: Random) => Promise<void>;

export const ACTIONS: Record<string, Action> = {
  async "send a file"(worker, random) {
    const size = random.pick([0, 1, random.integer(2, 100_000), random.integer(MIB, 18 * MIB)]);
    const bytes = new Uint8Array(size).fill(random.integer(1, 255));
    bytes.set(random.bytes(Math.min(size, 64)));
    await sendFile(worker, { name: `${random.integer(0, 1e9)}.bin`, bytes });
  },

  async "import a small table"(worker, random) {
    await importRows(worker, random);
  },

  async "import a large table"(worker) {
    await begin(worker, worker.largeFile.id, worker.largeFile.rows);
  },

  async "import and cancel"(worker, random) {
    const run = await importRows(worker, random);
    await sleep(random.integer(0, 1_500));
    const answer = await worker.send("POST", `/runs/${run}/cancel`);
    const known = worker.told.runs.get(run);
    if (known && answer.status < 300) known.cancelled = true;
  },

  async "rename a project"({ send, told }, random) {
    const name = `Renamed ${random.integer(0, 1e9)}`;
    const made = expectDone(told, await send("POST", "/projects", { body: { name: `First ${name}` } }));
    told.names.set(made.id, [made.name, name]);
    const headers = { "if-match": `"${made.revision}"` };
    expectDone(told, await send("PATCH", `/projects/${made.id}`, { body: { name }, headers }));
    told.names.set(made.id, [name]);
  },
};

async function importRows(worker: Worker, random: Random): Promise<string> {
  const rows = random.integer(1, 60_000);
  const text = `n\n${Array.from({ length: rows }, (_, n) => n).join("\n")}\n`;
  const file = await sendFile(worker, { name: `${rows}.csv`, bytes: new TextEncoder().encode(text) });
  return begin(worker, file, rows);
}

async function begin({ send, told, projectId }: Worker, fileId: string, rows: number): Promise<string> {
  const { run, table } = expectDone(
    told,
    await send("POST", "/tables", { body: { projectId, name: "Table", fileId } }),
  );
  told.runs.set(run.id, { table: table.id, rows, cancelled: false });
  return run.id;
}

async function sendFile(worker: Worker, content: Content): Promise<string> {
  const { send, told, projectId } = worker;
  const body = { projectId, name: content.name, bytes: content.bytes.length };
  const upload = expectDone(told, await send("POST", "/uploads", { body }));
  told.uploads.set(upload.id, { upload, content });
  return finishUpload(worker, upload.id);
}

/** Sends what is missing and completes: of a new upload everything, of an interrupted one the rest. */
export async function finishUpload({ send, told }: Worker, id: string): Promise<string> {
  const known = told.uploads.get(id);
  if (!known) throw new Error(`Nobody told of an upload ${id}`);
  const { content, upload } = known;
  const state = expectDone(told, await send("GET", `/uploads/${id}`));
  const parts: { number: number; etag: string }[] = state.parts.map(({ number, etag }: Json) => ({ number, etag }));
  const missing = Array.from({ length: upload.partCount }, (_, index) => index + 1).filter(
    (number) => state.state === "open" && !parts.some((part) => part.number === number),
  );
  if (missing.length > 0) {
    const signed = expectDone(told, await send("POST", `/uploads/${id}/parts`, { body: { numbers: missing } }));
    for (const { number, url } of signed.parts) {
      const body = content.bytes.slice((number - 1) * upload.partBytes, number * upload.partBytes);
      parts.push({ number, etag: (await transfer(url, { method: "PUT", body })).etag });
    }
  }
  parts.sort((a, b) => a.number - b.number);
  const file = expectDone(told, await send("POST", `/uploads/${id}/complete`, { body: { parts } }));
  told.files.set(file.id, { bytes: content.bytes.length, sha256: sha256(content.bytes) });
  told.uploads.delete(id);
  return file.id;
}

function expectDone(told: Told, { status, text, body }: { status: number; text: string; body: Json }): Json {
  if (status < 300) return body;
  told.surprises.push(`${status}: ${text.slice(0, 300)}`);
  throw new NotAcknowledged(`Refused with ${status}`);
}
