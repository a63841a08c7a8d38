import { createReadStream } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import { AppError } from "../error/index.ts";

/** One JSON value, or what stands in its place, and the line it begins on. */
export type Piece = { line: number; text: string };
export type Reading = { signal?: AbortSignal; beginning?: boolean };

const CHUNK_BYTES = 1 << 20;
const MAX_CHARS = 64 * 1024 * 1024;

const tooLong = (line: number) =>
  new AppError(
    "unprocessable",
    "import.json_too_large",
    `The JSON value that begins in line ${line} is larger than 64 MB. Give one object a line.`,
  );

async function* textOf(path: string, signal?: AbortSignal): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  let first = true;
  for await (const chunk of createReadStream(path, { signal, highWaterMark: CHUNK_BYTES })) {
    const text = decoder.write(chunk as Buffer);
    yield first && text.startsWith("\ufeff") ? text.slice(1) : text;
    first = false;
  }
  yield decoder.end();
}

/** The lines of NDJSON. Empty ones are skipped. */
export async function* ndjsonLines(path: string, { signal, beginning }: Reading = {}): AsyncGenerator<Piece> {
  let held = "";
  let line = 0;
  for await (const chunk of textOf(path, signal)) {
    const lines = (held + chunk).split("\n");
    held = lines.pop() ?? "";
    for (const raw of lines) {
      line++;
      const text = raw.trim();
      if (text !== "") yield { line, text };
    }
    if (held.length > MAX_CHARS) throw tooLong(line + 1);
  }
  const last = held.trim();
  if (last !== "" && !beginning) yield { line: line + 1, text: last };
}

const [TAB, LINE, RETURN, SPACE, QUOTE, COMMA, OPEN_LIST, BACKSLASH, CLOSE_LIST, OPEN, CLOSE] = [
  9, 10, 13, 32, 34, 44, 91, 92, 93, 123, 125,
];
const isSpace = (code: number) => code === SPACE || code === LINE || code === RETURN || code === TAB;

/** The elements of one JSON array, or values one after the other, over however many lines; one at a time in memory. */
export async function* jsonElements(path: string, { signal, beginning }: Reading = {}): AsyncGenerator<Piece> {
  let held = "";
  let at = 0;
  let line = 1;
  let start = -1;
  let startLine = 1;
  let depth = 0;
  /** How deep elements lie: in the array, or side by side. Unknown before the first character. */
  let base = -1;
  let inString = false;
  for await (const chunk of textOf(path, signal)) {
    held += chunk;
    for (; at < held.length; at++) {
      const code = held.charCodeAt(at);
      if (code === LINE) line++;
      if (inString) {
        if (code === BACKSLASH) at++;
        else if (code === QUOTE) inString = false;
        continue;
      }
      if (start === -1) {
        if (isSpace(code) || (code === COMMA && base !== -1)) continue;
        if (base === -1 && code === OPEN_LIST) {
          [base, depth] = [1, 1];
          continue;
        }
        if (base === 1 && code === CLOSE_LIST) {
          [base, depth] = [0, 0];
          continue;
        }
        base = Math.max(base, 0);
        [start, startLine] = [at, line];
      } else if (depth === base && (isSpace(code) || code === COMMA || (base === 1 && code === CLOSE_LIST))) {
        yield { line: startLine, text: held.slice(start, at) };
        start = -1;
        if (code === CLOSE_LIST) [base, depth] = [0, 0];
        continue;
      }
      if (code === QUOTE) inString = true;
      else if (code === OPEN || code === OPEN_LIST) depth++;
      else if ((code === CLOSE || code === CLOSE_LIST) && --depth === base) {
        yield { line: startLine, text: held.slice(start, at + 1) };
        start = -1;
      }
      depth = Math.max(depth, 0);
    }
    // An escape may reach beyond this chunk; `at` then points into the next.
    const from = start === -1 ? held.length : start;
    [held, at] = [held.slice(from), at - from];
    if (start !== -1) start = 0;
    if (held.length > MAX_CHARS) throw tooLong(startLine);
  }
  if (start !== -1 && depth === base && !inString) yield { line: startLine, text: held };
  else if (!beginning && (start !== -1 || base === 1)) throw cut(start === -1 ? line : startLine);
}

const cut = (line: number) =>
  new AppError(
    "unprocessable",
    "import.json_cut",
    `The JSON value that begins in line ${line} never ends. The file may be cut short.`,
  );
