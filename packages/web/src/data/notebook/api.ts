import type { Parameter } from "../functions.ts";
import { get, href, patch, post, put, type Query, remove } from "../http.ts";
import type { Entity, Page, Person, Run } from "../types.ts";
import { parseNotebook } from "./parse.ts";

const V1 = "/api/v1";
type Signal = { signal?: AbortSignal };

export const EXPORT_ID = "fun_00000000000000000000000003";

export type NotebookEntity = Entity & {
  version: number;
  bytes: number;
  sha256: string;
  kernel: string | null;
  language: string;
  cells: number;
  signature: { inputs: Parameter[]; outputs: Parameter[] };
  problems: { cell: number; line: number; message: string }[];
};
export type NotebookVersion = {
  version: number;
  bytes: number;
  cells: number;
  restoredFrom: number | null;
  createdBy: Person;
  createdAt: string;
};
export type Exported = { file: string } | { notebook: string };

export const notebooksAPI = {
  get: (id: string, options?: Signal) => get<NotebookEntity>(`${V1}/notebooks/${id}`, options),
  create: (body: { projectId: string; name?: string; fileId?: string }) =>
    post<NotebookEntity>(`${V1}/notebooks`, body),
  update: (id: string, body: object, revision: number) =>
    patch<NotebookEntity>(`${V1}/notebooks/${id}`, body, revision),
  remove: (id: string) => remove(`${V1}/notebooks/${id}`),
  restore: (id: string) => post<NotebookEntity>(`${V1}/notebooks/${id}/restore`),
  content: (id: string, version?: number, options?: Signal) =>
    get<{ url: string }>(href(`${V1}/notebooks/${id}/content`, { version }), options),
  beginUpload: (id: string, file: { bytes: number; sha256: string }) =>
    post<{ uploadId: string; url: string; headers: Record<string, string> }>(`${V1}/notebooks/${id}/content`, file),
  takeUpload: (id: string, uploadId: string, revision: number) =>
    put<NotebookEntity>(`${V1}/notebooks/${id}/content`, { uploadId }, revision),
  versions: (id: string, query: Query = {}, options?: Signal) =>
    get<Page<NotebookVersion>>(`${V1}/notebooks/${id}/versions`, { query, ...options }),
  restoreVersion: (id: string, version: number) =>
    post<NotebookEntity>(`${V1}/notebooks/${id}/versions/${version}/restore`),
  export: (what: Exported, format: "html" | "pdf") =>
    post<Run>(`${V1}/functions/${EXPORT_ID}/runs`, { inputs: { ...what, format } }),
};

/** The bytes lie in the store, whose addresses are signed. */
export async function fetchNotebook(link: Promise<{ url: string }>, { signal }: { signal: AbortSignal }) {
  const { url } = await link;
  const answer = await fetch(url, { signal, credentials: "omit" });
  if (!answer.ok) throw new Error(`The notebook's content did not load (${answer.status})`);
  // Null, because a query may not answer undefined.
  return parseNotebook(await answer.text()) ?? null;
}

/** A part of `queries`. */
export const notebookQueries = {
  notebook: (id: string) => ({
    queryKey: ["notebook", id],
    queryFn: ({ signal }: { signal: AbortSignal }) => notebooksAPI.get(id, { signal }),
  }),
  notebookContent: (id: string, version: number) => ({
    queryKey: ["notebook", id, "content", version],
    queryFn: (asked: { signal: AbortSignal }) => fetchNotebook(notebooksAPI.content(id, version, asked), asked),
    // A version never changes.
    staleTime: Number.POSITIVE_INFINITY,
  }),
  notebookVersions: (id: string) => ({
    queryKey: ["notebook", id, "versions"],
    queryFn: ({ signal }: { signal: AbortSignal }) => notebooksAPI.versions(id, { limit: 100 }, { signal }),
  }),
};
