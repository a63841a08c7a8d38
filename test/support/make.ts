/** What most tests need to have before they begin, made through the public API. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Caller, Json } from "./http.ts";
import { unique } from "./names.ts";

export const createProject = (by: Caller, name = unique("Project")): Promise<Json> => by.post("/projects", { name });

/** The whole protocol: announce, PUT each part to its signed URL, complete. */
export async function uploadFile(
  by: Caller,
  projectId: string,
  name: string,
  content: string | Uint8Array,
): Promise<Json> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const upload = await by.post("/uploads", { projectId, name, bytes: bytes.length });
  const parts = [];
  for (const { number, url } of upload.parts) {
    const body = new Uint8Array(bytes.subarray((number - 1) * upload.partBytes, number * upload.partBytes));
    parts.push({ number, etag: await putPart(url, body) });
  }
  return by.post(`/uploads/${upload.id}/complete`, { parts });
}

export async function putPart(url: string, body: Uint8Array<ArrayBuffer>): Promise<string> {
  const response = await fetch(url, { method: "PUT", body, signal: AbortSignal.timeout(30_000) });
  const text = await response.text();
  if (!response.ok) throw new Error(`The storage answered ${response.status}: ${text.slice(0, 500)}`);
  return response.headers.get("etag") ?? "";
}

/** Until it has ended; the limit is for a test that fails, not for a run that is slow. */
export async function ended(by: Caller, runId: string, limitMs = 50_000): Promise<Json> {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const run = await by.get(`/runs/${runId}`);
    if (["succeeded", "failed", "cancelled"].includes(run.state)) return run;
    if (Date.now() > deadline)
      throw new Error(`Run ${runId} is still ${run.state} after ${limitMs} ms: ${JSON.stringify(run.progress)}`);
    await sleep(150);
  }
}

/** No reading of delimiters and quotes makes a table of this: most rows fit no header. */
export const MALFORMED = `a,b,c\n1,2,3\n${"1,2\n".repeat(400)}${"1,2,3\n".repeat(600)}${"1,2\n".repeat(2_000)}`;

export type Imported = { project: Json; file: Json; table: Json; run: Json };

/** Uploads and imports, and answers whatever came of it. */
export async function importContent(
  by: Caller,
  content: string | Uint8Array,
  options: { fileName?: string; tableName?: string; project?: Json; import?: Json } = {},
): Promise<Imported> {
  const project = options.project ?? (await createProject(by));
  const file = await uploadFile(by, project.id, options.fileName ?? "data.csv", content);
  const name = options.tableName ?? unique("Table");
  const begun = await by.post("/tables", { projectId: project.id, name, fileId: file.id, options: options.import });
  const run = await ended(by, begun.run.id);
  return { project, file, run, table: await by.get(`/tables/${begun.table.id}`) };
}

/** As importContent, for tests about what comes after a good import. */
export async function importTable(
  by: Caller,
  content: string | Uint8Array,
  options: Parameters<typeof importContent>[2] = {},
) {
  const imported = await importContent(by, content, options);
  if (imported.run.state !== "succeeded")
    throw new Error(`The import ${imported.run.state}: ${JSON.stringify(imported.run.error)}`);
  return imported;
}

export async function rows(
  by: Caller,
  tableId: string,
  query: Record<string, string | number | object> = {},
): Promise<Json> {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    search.set(name, typeof value === "object" ? JSON.stringify(value) : String(value));
  return by.get(`/tables/${tableId}/rows?${search}`);
}
