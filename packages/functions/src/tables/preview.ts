import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Audit } from "@atrium/core/audit";
import { Deployment } from "@atrium/core/deployment";
import { File } from "@atrium/core/file";
import { Ingest } from "@atrium/core/ingest";
import { Table } from "@atrium/core/table";
import type { Context } from "hono";
import { Flag, valid, whole } from "./input.ts";

const TIMEOUT_MS = 25_000;

const Query = Table.ReadOptions.extend({
  header: Flag.optional(),
  skip: whole.pipe(Table.ReadOptions.shape.skip.unwrap()).optional(),
});

/** How the beginning of a file reads as a table. */
export async function previewFile(c: Context) {
  await Deployment.admitReader();
  const id = c.req.param("id") ?? "";
  await File.get(id); // Whoever may not see the file learns that before anything of the question.
  const options = valid(Query, c.req.query());
  await Audit.access("file.previewed", id);
  const workdir = await mkdtemp(join(tmpdir(), "preview-"));
  try {
    return c.json(await Ingest.previewFile(id, options, { workdir, signal: AbortSignal.timeout(TIMEOUT_MS) }));
  } finally {
    await rm(workdir, { recursive: true, force: true });
  }
}
