import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Atrium } from "../client.ts";
import { AtriumError } from "../error.ts";
import { concatenatePages } from "./pages.ts";

export const FORMATS = ["csv", "ndjson", "json", "arrow"] as const;
export type Format = (typeof FORMATS)[number];

const ACCEPT: Record<Format, string> = {
  csv: "text/csv",
  ndjson: "application/x-ndjson",
  json: "application/x-ndjson",
  arrow: "application/vnd.apache.arrow.stream",
};
/** The API's largest page for anything but JSON. */
const PAGE = 100_000;

type Request = {
  id: string;
  where?: string;
  select?: string;
  sort?: string;
  limit?: number;
  version?: number;
  format: Format;
  output?: string;
  signal: AbortSignal;
};

/** Reads page after page of one version of the table and writes them as one document. */
export async function saveRows(atrium: Atrium, request: Request, stdout: Writable): Promise<void> {
  const bytes = Readable.from(concatenatePages(request.format, pages(atrium, request)));
  if (!request.output) return pipeline(bytes, stdout, { end: false });
  // Whoever finds the file finds all of it.
  const partial = `${request.output}.partial`;
  try {
    await pipeline(bytes, createWriteStream(partial));
    await rename(partial, request.output);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function* pages(
  atrium: Atrium,
  { id, where, select, sort, limit = Number.POSITIVE_INFINITY, version, format, signal }: Request,
) {
  let cursor: string | undefined;
  for (let left = limit; left > 0; left -= PAGE) {
    const query = { where, select, sort, limit: Math.min(PAGE, left), version, cursor };
    const { response } = await atrium.GET("/api/v1/tables/{id}/rows", {
      params: { path: { id }, query },
      headers: { accept: ACCEPT[format] },
      parseAs: "stream",
      signal,
    });
    if (!response.body) throw new AtriumError({ status: response.status, code: "http.empty", detail: "No rows came" });
    yield response.body as AsyncIterable<Uint8Array>;
    cursor = response.headers.get("atrium-next") ?? undefined;
    if (!cursor) return;
  }
}
