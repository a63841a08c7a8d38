import { join } from "node:path";
import { quoteIdentifier, quoteLiteral, type Session } from "../duckdb/index.ts";
import { AppError } from "../error/index.ts";
import type { ImportOptions, ImportReport } from "../table/schema.ts";
import { csvRelation, type Rejected, readRejected } from "./csv.ts";
import type { Decision } from "./decide.ts";
import { detectLayout, type Layout } from "./dialect.ts";
import { inferTypes, type SourceColumn } from "./infer.ts";
import { flattenJson } from "./json.ts";
import { parquetColumns } from "./parquet.ts";
import {
  compressionOf,
  decodeHead,
  type Encoding,
  type Format,
  formatOf,
  readHead,
  scanEncoding,
  utf16Of,
} from "./probe.ts";
import { decompress, toUnixLines, toUtf8 } from "./transcode.ts";

type About = Pick<ImportReport, "encoding" | "delimiter" | "quote" | "header">;
export type PlannedColumn = { name: string; decision: Decision; expression: string };
export type Plan = {
  relation: string;
  columns: PlannedColumn[];
  about: About;
  rejected: (session: Session) => Promise<Rejected>;
};
/** A file DuckDB can read, and how to find its typed columns. */
export type Source = { path: string; format: Format; plan: (session: Session) => Promise<Plan> };

type Request = {
  source: string;
  name: string;
  options: ImportOptions;
  workdir: string;
  maxBytes: number;
  signal?: AbortSignal;
};

const MAX_COLUMNS = 10_000;

const tooManyColumns = (count: number) =>
  new AppError(
    "unprocessable",
    "import.too_many_columns",
    `The file has ${count} columns; a table holds ${MAX_COLUMNS}.`,
  );

const LAYOUT_BYTES = 1024 * 1024;

/** Unpacks and transcodes what DuckDB cannot read as it is; a plain UTF-8 or Parquet file stays where it lies. */
export async function prepareSource(request: Request): Promise<Source> {
  const unpacked = await unpack(request);
  const head = await readHead(unpacked);
  const wide = utf16Of(head);
  const format = request.options.format ?? formatOf(head, request.name, wide ?? "utf-8");
  if (format === "parquet") return parquetSource(unpacked);
  if (request.options.format) formatOf(head, request.name, wide ?? "utf-8");
  const { path, encoding } = await asUtf8(unpacked, wide, request);
  return format === "ndjson" ? jsonSource(path, encoding, request) : csvSource(path, encoding, format, request);
}

async function unpack({ source, workdir, maxBytes, signal }: Request): Promise<string> {
  const kind = compressionOf(await readHead(source, 4));
  if (!kind) return source;
  const target = join(workdir, "unpacked");
  await decompress(source, target, kind, { maxBytes, signal });
  return target;
}

async function asUtf8(
  path: string,
  wide: Encoding | undefined,
  { workdir, signal }: Request,
): Promise<{ path: string; encoding: Encoding }> {
  const encoding = wide ?? (await scanEncoding(path, signal)).encoding;
  if (encoding === "utf-8") return { path, encoding };
  const target = join(workdir, "utf8");
  await toUtf8(path, target, encoding, signal);
  return { path: target, encoding };
}

function parquetSource(path: string): Source {
  return {
    path,
    format: "parquet",
    plan: async (session) => ({
      relation: `read_parquet(${quoteLiteral(path)})`,
      columns: await planParquet(session, path),
      about: { encoding: "utf-8" },
      rejected: async () => ({ count: 0, rows: [] }),
    }),
  };
}

async function planParquet(session: Session, path: string): Promise<PlannedColumn[]> {
  const columns = await parquetColumns(session, path);
  if (columns.length > MAX_COLUMNS) throw tooManyColumns(columns.length);
  return columns.map(({ name, decision }) => ({ name, decision, expression: decision.cast(quoteIdentifier(name)) }));
}

async function csvSource(
  path: string,
  encoding: Encoding,
  format: "csv" | "tsv",
  { options, workdir, signal }: Request,
): Promise<Source> {
  const head = await readHead(path, LAYOUT_BYTES);
  const layout = detectLayout(decodeHead(head, "utf-8"), head.length < LAYOUT_BYTES, options, format);
  if (layout.names.length > MAX_COLUMNS) throw tooManyColumns(layout.names.length);
  let file = path;
  if (mixesLineEnds(head)) {
    file = join(workdir, "lines");
    await toUnixLines(path, file, signal);
  }
  return { path: file, format, plan: (session) => planCsv(session, file, encoding, layout) };
}

const mixesLineEnds = (head: Buffer): boolean => head.includes("\r\n") && /[^\r]\n/.test(head.toString("latin1"));

async function planCsv(session: Session, path: string, encoding: Encoding, layout: Layout): Promise<Plan> {
  const columns = layout.names.map((name, i): SourceColumn => ({ sql: `c${i}`, name, allowed: "any", tokens: true }));
  const inferred = await inferTypes(
    session,
    csvRelation(path, layout, { noteRejects: false, quotedNulls: true }),
    columns,
  );
  return {
    relation: csvRelation(path, layout, { noteRejects: true, quotedNulls: true }),
    columns: inferred.map(({ column, decision, expression }) => ({ name: column.name, decision, expression })),
    about: { encoding, delimiter: layout.delimiter, quote: layout.quote, header: layout.header },
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

async function jsonSource(path: string, encoding: Encoding, { workdir, signal }: Request): Promise<Source> {
  const file = join(workdir, "flat.csv");
  const { names, allowed, padded, rejected } = await flattenJson(path, file, signal);
  const layout: Layout = {
    delimiter: ",",
    quote: '"',
    escape: '"',
    header: false,
    names: ["", ...names],
    skip: 0,
    preamble: [],
  };
  const relation = csvRelation(file, layout, { noteRejects: false, quotedNulls: false, padded });
  return {
    path: file,
    format: "ndjson",
    plan: async (session) => {
      const columns = names.map(
        (name, i): SourceColumn => ({ sql: `c${i + 1}`, name, allowed: allowed[i] ?? "text", tokens: false }),
      );
      const inferred = await inferTypes(session, relation, columns);
      return {
        relation,
        columns: inferred.map(({ column, decision, expression }) => ({ name: column.name, decision, expression })),
        about: { encoding },
        rejected: async () => rejected,
      };
    },
  };
}
