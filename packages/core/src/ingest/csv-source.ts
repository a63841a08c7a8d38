import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Session } from "../duckdb/index.ts";
import { AppError } from "../error/index.ts";
import { csvRelation, type Rejected, readRejected } from "./csv.ts";
import { detectLayout, type Layout, lineStart } from "./dialect.ts";
import { inferTypes, type SourceColumn } from "./infer.ts";
import { decodeHead, readHead } from "./probe.ts";
import { splitRecords } from "./records.ts";
import { type Plan, type Request, refuseTooMany, type Source, type TextFile } from "./source-types.ts";
import { toUnixLines } from "./transcode.ts";

/** The layout is found in this much of the file as it was written, whether or not there is more. */
export const LAYOUT_BYTES = 1024 * 1024;

export async function csvSource(text: TextFile, format: "csv" | "tsv", request: Request): Promise<Source> {
  const { options, workdir, signal } = request;
  const bytes = await readHead(text.original, LAYOUT_BYTES);
  const head = decodeHead(bytes, text.encoding);
  const layout = detectLayout(head, bytes.length < LAYOUT_BYTES, options, format);
  refuseTooMany(layout.names.length);
  let { path } = text;
  if (request.beginning) {
    path = join(workdir, "beginning");
    await writeFile(path, wholeRecords(head, layout));
  }
  if (head.includes("\r\n") && /[^\r]\n/.test(head)) {
    const mixed = path;
    path = join(workdir, "lines");
    await toUnixLines(mixed, path, signal);
  }
  return { files: [path], format, plan: (session) => planCsv(session, path, text, layout) };
}

/** Without the record that the end of the beginning cuts in two. */
function wholeRecords(head: string, layout: Layout): string {
  const start = lineStart(head, layout.skip);
  return head.slice(0, start + splitRecords(head.slice(start), layout, Number.POSITIVE_INFINITY).end);
}

async function planCsv(session: Session, path: string, { encoding }: TextFile, layout: Layout): Promise<Plan> {
  const columns = layout.names.map((name, i): SourceColumn => ({ sql: `c${i}`, name, allowed: "any", tokens: true }));
  const inferred = await inferTypes(
    session,
    csvRelation(path, layout, { noteRejects: false, quotedNulls: true }),
    columns,
  );
  const { delimiter, quote, header, skip } = layout;
  return {
    relation: csvRelation(path, layout, { noteRejects: true, quotedNulls: true }),
    columns: inferred.map(({ column, decision, expression }) => ({ name: column.name, decision, expression })),
    about: { encoding, delimiter, quote, header },
    skip,
    rejected: async (session) => withPreamble(refuseUnterminated(await readRejected(session)), layout),
  };
}

function refuseUnterminated(rejected: Rejected): Rejected {
  if (!rejected.unterminated) return rejected;
  throw new AppError(
    "unprocessable",
    "import.unterminated_quote",
    `The quote opened in row ${rejected.unterminated.line} is never closed, so everything after it reads as one cell. Correct it and upload the file again.`,
  );
}

function withPreamble(rejected: Rejected, { preamble }: Layout): Rejected {
  const before = preamble.map(({ line, text }) => ({ line, text, reason: "It stands before the table." }));
  return { ...rejected, count: rejected.count + before.length, rows: [...before, ...rejected.rows].slice(0, 100) };
}
