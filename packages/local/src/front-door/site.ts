import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { type Answer, problem } from "./answer.ts";
import type { Viewed } from "./request.ts";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".wasm": "application/wasm",
};

/** vite puts everything whose name carries a digest of its content here. */
const HASHED = "/assets/";
const FOREVER = "public, max-age=31536000, immutable";
const FRESH = "public, max-age=0, must-revalidate";

type File = { body: Buffer; headers: Record<string, string> };
export type Site = (request: Viewed) => Answer;

/** The built site, small enough to be kept in memory. */
export async function loadSite(folder: string): Promise<Site> {
  const files = new Map<string, File>();
  for (const path of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!path.isFile()) continue;
    const full = join(path.parentPath, path.name);
    const url = `/${relative(folder, full).split(sep).join("/")}`;
    files.set(url, toFile(url, await readFile(full)));
  }
  return (request) => answer(files, request);
}

function toFile(url: string, body: Buffer): File {
  const etag = `"${createHash("sha256").update(body).digest("hex").slice(0, 32)}"`;
  const type = TYPES[extname(url)] ?? "application/octet-stream";
  return { body, headers: { "content-type": type, etag, "cache-control": url.startsWith(HASHED) ? FOREVER : FRESH } };
}

function answer(files: Map<string, File>, request: Viewed): Answer {
  const path = decoded(request.path);
  // Every other path is a page of the application, which finds its way itself. A page that is not there may not
  // stand in for a script, though: the browser would report a syntax error instead of a missing file.
  const file = files.get(path) ?? (path.startsWith(HASHED) ? undefined : files.get("/index.html"));
  if (!file) return problem(404, "Not Found");
  if (matches(request.headers["if-none-match"], file.headers.etag)) {
    return { status: 304, headers: { ...file.headers }, cookies: [], body: Buffer.alloc(0) };
  }
  return { status: 200, headers: { ...file.headers }, cookies: [], body: file.body };
}

/** A tag comes back weakened when the answer was compressed. */
const matches = (header: string | undefined, etag: string | undefined): boolean =>
  header !== undefined &&
  etag !== undefined &&
  header.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // not an encoded name, so no file of ours
  }
}
