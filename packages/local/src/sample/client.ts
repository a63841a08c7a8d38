import { setTimeout as sleep } from "node:timers/promises";

type Part = { number: number; bytes: number; url: string };
type Named = { id: string; name: string };
export type Table = Named & { state: "importing" | "ready" | "failed" };

const TIMEOUT_MS = 30_000;
const POLL_MS = 150;

/** The few calls of the public API that the sample needs, made as any client makes them. */
export function createClient(url: string, apiKey: string) {
  async function call<T>(method: string, path: string, body?: unknown, idempotencyKey?: string): Promise<T> {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        authorization: `Bearer ${apiKey}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 300)}`);
    return JSON.parse(text) as T;
  }

  return {
    createProject: (project: { name: string; description: string }, key: string) =>
      call<Named>("POST", "/projects", project, key),

    items: async (projectId: string, kind: "file" | "table" | "media") =>
      (await call<{ items: Named[] }>("GET", `/projects/${projectId}/items?kind=${kind}&limit=100`)).items,

    async upload(projectId: string, name: string, contentType: string, bytes: Uint8Array): Promise<Named> {
      const request = { projectId, name, bytes: bytes.length, contentType };
      const upload = await call<{ id: string; parts: Part[] }>("POST", "/uploads", request);
      const parts: { number: number; etag: string }[] = [];
      let offset = 0;
      for (const part of upload.parts) {
        parts.push({ number: part.number, etag: await put(part.url, bytes.slice(offset, offset + part.bytes)) });
        offset += part.bytes;
      }
      return call<Named>("POST", `/uploads/${upload.id}/complete`, { parts });
    },

    createTable: async (projectId: string, name: string, fileId: string, key: string) =>
      (await call<{ table: Table }>("POST", "/tables", { projectId, name, fileId }, key)).table,

    createMedia: async (projectId: string, fileId: string, key: string) =>
      (await call<{ media: Named }>("POST", "/media", { projectId, fileId }, key)).media,

    createAnnotationType: (projectId: string, type: object) =>
      call<Named>("POST", `/projects/${projectId}/annotation-types`, type),

    createScript: (projectId: string, script: { source: string; language: string }) =>
      call<Named>("POST", "/scripts", { projectId, ...script }),

    registerAlgorithm: (projectId: string, algorithm: object) =>
      call<Named>("POST", `/projects/${projectId}/algorithms`, algorithm),

    annotate: async (mediaId: string, what: "localizations" | "states", items: object[]) =>
      (await call<{ items: { elementalId: string }[] }>("POST", `/media/${mediaId}/${what}`, { items })).items,

    /** The table once its import ended, or as it is when the time is up. */
    async imported(id: string, deadline: number): Promise<Table> {
      for (;;) {
        const table = await call<Table>("GET", `/tables/${id}`);
        if (table.state !== "importing" || Date.now() > deadline) return table;
        await sleep(POLL_MS);
      }
    },
  };
}

export type Client = ReturnType<typeof createClient>;

async function put(url: string, body: Uint8Array<ArrayBuffer>): Promise<string> {
  const response = await fetch(url, { method: "PUT", body, signal: AbortSignal.timeout(TIMEOUT_MS) });
  const etag = response.headers.get("etag");
  if (!response.ok || !etag)
    throw new Error(`The object store answered ${response.status}: ${(await response.text()).slice(0, 300)}`);
  return etag;
}
