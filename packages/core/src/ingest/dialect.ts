import { AppError } from "../error/index.ts";
import type { ReadOptions } from "../table/schema.ts";
import { type Dialect, type Records, splitRecords } from "./records.ts";

const SAMPLE_RECORDS = 1_000;
const DELIMITERS = [",", ";", "\t", "|"];
const MAX_PREAMBLE = 20;
/** A character no text file holds: the whole line is the only field. */
const WHOLE_LINE = "\u001f";

export type Layout = Dialect & {
  header: boolean;
  /** Names as the header gives them, or one empty name a column. */
  names: string[];
  /** Physical lines before the header or the first row. */
  skip: number;
  preamble: { line: number; text: string }[];
};

type Trial = { dialect: Dialect; parsed: Records; width: number; share: number };

/** How the file is written, from its beginning. What the person said wins over what is found. */
export function detectLayout(head: string, complete: boolean, options: ReadOptions, format: "csv" | "tsv"): Layout {
  const text = head.slice(lineStart(head, options.skip ?? 0));
  if (text.trim() === "")
    throw new AppError("unprocessable", "import.empty", `Nothing comes after the ${options.skip ?? 0} lines skipped.`);
  const trials = candidates(text, options, format).map((dialect) => tryOut(text, complete, dialect));
  const fitting = trials.filter((t) => t.width > 1 && t.share >= 0.5 && !t.parsed.open);
  const best = fitting.sort(better)[0] ?? fallback(text, complete, trials, options);
  if (format === "csv" && options.quote === undefined) refuseOpenQuote(best, trials);
  const preamble = options.skip === undefined ? findPreamble(best) : [];
  const rows = best.parsed.records.slice(preamble.length);
  const header = options.header ?? hasHeader(rows, best.width);
  const first = rows[0] ?? [];
  const names = header ? first : Array.from({ length: best.width }, () => "");
  const skip = options.skip ?? (preamble.length === 0 ? 0 : (best.parsed.lines[preamble.length] ?? 1) - 1);
  return { ...best.dialect, header, names, skip, preamble };
}

/** Where the line after the first `count` begins. */
export function lineStart(text: string, count: number): number {
  let at = 0;
  for (let line = 0; line < count && at < text.length; line++) {
    const end = text.indexOf("\n", at);
    at = end === -1 ? text.length : end + 1;
  }
  return at;
}

function candidates(head: string, options: ReadOptions, format: "csv" | "tsv"): Dialect[] {
  const delimiters = options.delimiter ? [options.delimiter] : format === "tsv" ? ["\t"] : DELIMITERS;
  const quotes = options.quote === undefined ? quotesIn(head) : [options.quote];
  const escapes = head.includes('\\"') ? ["same", "\\"] : ["same"];
  return delimiters.flatMap((delimiter) =>
    quotes.flatMap((quote) => escapes.map((by) => ({ delimiter, quote, escape: by === "same" ? quote : by }))),
  );
}

/** Double quotes, also where the beginning has none; single ones only where they wrap fields and double ones do not occur. */
function quotesIn(head: string): string[] {
  const single = !head.includes('"') && /(^|[,;|\t\n])'[^'\n]*'([,;|\t\r\n]|$)/.test(head);
  return single ? ["'"] : ['"', ""];
}

function tryOut(head: string, complete: boolean, dialect: Dialect): Trial {
  const parsed = splitRecords(head, dialect, SAMPLE_RECORDS);
  if (!complete && parsed.records.length < SAMPLE_RECORDS && parsed.records.length > 1) {
    // The last record may be cut, and a quote may close beyond the sample.
    parsed.records.pop();
    parsed.open = false;
  }
  const widths = new Map<number, number>();
  for (const record of parsed.records) widths.set(record.length, (widths.get(record.length) ?? 0) + 1);
  const [width, count] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  return { dialect, parsed, width, share: count / Math.max(1, parsed.records.length) };
}

function better(a: Trial, b: Trial): number {
  return (
    a.parsed.strays - b.parsed.strays ||
    Math.round((b.share - a.share) * 20) ||
    b.width - a.width ||
    Number(b.dialect.quote !== "") - Number(a.dialect.quote !== "") ||
    Number(b.dialect.escape === b.dialect.quote) - Number(a.dialect.escape === a.dialect.quote)
  );
}

/** Lines without a delimiter make a table of one column; a quote that never closes is the file's fault. */
function fallback(head: string, complete: boolean, trials: Trial[], options: ReadOptions): Trial {
  const open = trials.filter((t) => t.parsed.open);
  if (open.length > 0 && open.length === trials.length) throw unterminatedQuote(open[0] as Trial);
  if (options.delimiter) return trials.find((t) => !t.parsed.open) ?? (trials[0] as Trial);
  const quote = options.quote ?? (trials.some((t) => t.dialect.quote === '"' && t.parsed.open) ? "" : '"');
  return tryOut(head, complete, { delimiter: WHOLE_LINE, quote, escape: quote });
}

/** Read without quotes almost anything is a table; in CSV a cell that opens one and never closes it is more likely damaged. */
function refuseOpenQuote({ dialect }: Trial, trials: Trial[]): void {
  if (dialect.quote !== "") return;
  const quoted = trials.find((t) => t.parsed.open && t.dialect.delimiter === dialect.delimiter);
  if (quoted) throw unterminatedQuote(quoted);
}

function unterminatedQuote({ parsed }: Trial): AppError {
  return new AppError(
    "unprocessable",
    "import.unterminated_quote",
    `A quote opened after line ${parsed.lines.at(-1) ?? 0} is never closed. Correct it and upload the file again, or import it without quotes.`,
  );
}

function findPreamble({ parsed, width }: Trial): { line: number; text: string }[] {
  const first = parsed.records.findIndex((record) => record.length === width);
  if (first <= 0 || first > MAX_PREAMBLE) return [];
  const before = parsed.records.slice(0, first);
  if (before.some((record) => record.length > width || record.some((field) => field.includes("\n")))) return [];
  return before.map((record, i) => ({ line: parsed.lines[i] ?? 1, text: record.join(" ") }));
}

const TYPED =
  /^[+-]?(\d[\d.,]*|\.\d+)([eE][+-]?\d+)?%?$|^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([T ].*)?$|^\d{1,2}:\d{2}(:\d{2})?|^(true|false)$/i;
const isTyped = (text: string) => TYPED.test(text.trim());

/** The first row names the columns when it is text over typed columns, or at least reads like distinct names. */
export function hasHeader(rows: readonly string[][], width: number): boolean {
  const [first, ...rest] = rows;
  if (!first || first.every((cell) => cell.trim() === "")) return false;
  const cells = Array.from({ length: width }, (_, i) => (first[i] ?? "").trim());
  const typed = cells.filter(isTyped);
  if (typed.length > 0) return looksLikeYears(typed) && cells.some((cell) => cell !== "" && !isTyped(cell));
  if (rest.length === 0) return true;
  const overTyped = cells.some((_, i) => {
    const below = rest.map((row) => row[i]?.trim() ?? "").filter((cell) => cell !== "");
    return below.length > 0 && below.filter(isTyped).length >= below.length * 0.8;
  });
  if (overTyped) return true;
  const named = cells.filter((cell) => cell !== "");
  const repeated = cells.some((cell, i) => cell !== "" && rest.some((row) => row[i]?.trim() === cell));
  return !repeated && new Set(named).size === named.length && named.every((cell) => cell.length <= 64);
}

/** Pivoted tables carry years over their columns: country, 1990, 1991, … */
function looksLikeYears(cells: string[]): boolean {
  const years = cells.map(Number);
  return years.every(
    (year, i) => Number.isInteger(year) && year > 1500 && year < 2200 && (i === 0 || year > (years[i - 1] ?? 0)),
  );
}
