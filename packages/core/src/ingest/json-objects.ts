import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { StringDecoder } from "node:string_decoder";
import { AppError } from "../error/index.ts";

/** One object (or what stands in its place) and the line it begins on. */
export type Piece = { line: number; text: string };

const CHUNK_BYTES = 1 << 20;
const MAX_OBJECT_CHARS = 64 * 1024 * 1024;

const tooLong = (line: number) =>
  new AppError(
    "unprocessable",
    "import.json_too_large",
    `The JSON value that begins in line ${line} is larger than 64 MB. Give one object a line.`,
  );

/** The lines of NDJSON. Empty ones are skipped. */
export async function* ndjsonLines(path: string, signal?: AbortSignal): AsyncGenerator<Piece> {
  const input = createReadStream(path, { signal, highWaterMark: CHUNK_BYTES });
  let line = 0;
  for await (const raw of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line++;
    if (raw.length > MAX_OBJECT_CHARS) throw tooLong(line);
    const text = line === 1 && raw.startsWith("\ufeff") ? raw.slice(1).trim() : raw.trim();
    if (text !== "") yield { line, text };
  }
}

/** The elements of one JSON array, or objects one after the other, over however many lines. */
export async function* jsonObjects(path: string, signal?: AbortSignal): AsyncGenerator<Piece> {
  const decoder = new StringDecoder("utf8");
  let held = "";
  let at = 0;
  let line = 1;
  let start = -1;
  let startLine = 1;
  let depth = 0;
  let inString = false;
  for await (const chunk of createReadStream(path, { signal, highWaterMark: CHUNK_BYTES })) {
    held += decoder.write(chunk as Buffer);
    for (; at < held.length; at++) {
      const code = held.charCodeAt(at);
      if (code === 10) line++;
      if (inString) {
        if (code === 92) at++;
        else if (code === 34) inString = false;
      } else if (code === 34) inString = true;
      else if (code === 123) {
        if (depth++ === 0) [start, startLine] = [at, line];
      } else if (code === 125 && depth > 0 && --depth === 0) {
        yield { line: startLine, text: held.slice(start, at + 1) };
        start = -1;
      }
    }
    if (start === -1) {
      // An escape may reach beyond this chunk; `at` then points into the next.
      [held, at] = ["", at - held.length];
    } else if (start > 0) [held, at, start] = [held.slice(start), at - start, 0];
    if (held.length > MAX_OBJECT_CHARS) throw tooLong(startLine);
  }
  if (depth > 0) {
    throw new AppError(
      "unprocessable",
      "import.json_cut",
      `The JSON object that begins in line ${startLine} never ends. The file may be cut short.`,
    );
  }
}
