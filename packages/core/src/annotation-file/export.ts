import { createID } from "../id/index.ts";
import { resultKey } from "../ingest/job.ts";
import { reporting } from "../ingest/reporting.ts";
import { Objects } from "../object/index.ts";
import type { Run } from "../run/index.ts";
import { STORED_TYPE } from "../upload/parts.ts";
import { gzipped } from "./gzip.ts";
import type { Execution } from "./job.ts";
import type { Export, Written } from "./schema.ts";
import { openSource } from "./source.ts";
import { WRITERS } from "./write/index.ts";
import { type Entry, tar } from "./write/tar.ts";
import { zip } from "./write/zip.ts";

/** Writes the file, as it is read. Once the result is stored, a repetition has nothing to do. */
export const write = (job: Run.Job, asked: Export, execution: Execution): Promise<void> =>
  reporting(job, { ...execution, stage: "Work" }, async ({ tell, signal }) => {
    if (await Objects.head(resultKey(job))) return;
    tell({ fraction: 0, step: "Export", rows: 0 });
    const { write: writer, extension, contentType, archive } = WRITERS[asked.format];
    const source = await openSource(asked);
    const left: Record<string, number> = {};
    let count = 0;
    const plain = writer(source, {
      scratch: execution.workdir,
      wrote: () => {
        count++;
      },
      left: (reason) => {
        left[reason] = (left[reason] ?? 0) + 1;
      },
      pack: asked.archive === "zip" ? zip : tar,
    });
    const isZip = asked.archive === "zip";
    const compressed = !isZip && (archive || asked.compress !== false);
    const bytes = isZip && !archive ? zip(only(`annotations.${extension}`, plain)) : plain;
    const fileID = createID("file");
    const key = `files/${fileID}`;
    const stored = await Objects.putStream(compressed ? gzipped(bytes) : bytes, key, {
      contentType: STORED_TYPE,
      signal,
      // How much there is to come nobody counts beforehand: that would take as long.
      onBytes: (sent) => tell({ fraction: 0.5, step: "Export", rows: count, bytes: sent }),
    });
    const name = named(asked.name ?? "annotations", isZip ? "zip" : compressed ? `${extension}.gz` : extension);
    const type = isZip ? "application/zip" : compressed ? "application/gzip" : contentType;
    const result: Written = { fileID, key, name, contentType: type, ...stored, count, left };
    await Objects.putJSON(resultKey(job), result);
    tell({ fraction: 0.98, step: "Register", stage: "Register", rows: count, bytes: stored.bytes });
  });

/** A text as the one file of an archive. How large it becomes nobody knows before. */
async function* only(name: string, content: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  yield { name, bytes: Number.MAX_SAFE_INTEGER, content };
}

const LONGEST = 255;

function named(name: string, extension: string): string {
  if (name.toLowerCase().endsWith(`.${extension}`)) return name;
  return `${name.slice(0, LONGEST - extension.length - 1)}.${extension}`;
}
