import { arrowMessages } from "./arrow-messages.ts";
import type { Format } from "./export.ts";

type Bytes = AsyncIterable<Uint8Array>;

/** One document out of the pages of one answer: one header, one bracket, one schema. Holds a chunk at a time. */
export function concatenatePages(format: Format, pages: AsyncIterable<Bytes>): Bytes {
  if (format === "csv") return concatenateCSV(pages);
  if (format === "json") return concatenateJSON(pages);
  if (format === "arrow") return concatenateArrow(pages);
  return concatenate(pages);
}

async function* concatenate(pages: AsyncIterable<Bytes>): Bytes {
  for await (const page of pages) yield* page;
}

const QUOTE = 0x22;
const NEWLINE = 0x0a;

async function* concatenateCSV(pages: AsyncIterable<Bytes>): Bytes {
  let first = true;
  for await (const page of pages) {
    let inHeader = !first;
    let quoted = false;
    for await (const chunk of page) {
      let start = 0;
      // A name in the header may hold a line break, in quotes.
      while (inHeader && start < chunk.length) {
        const byte = chunk[start++];
        if (byte === QUOTE) quoted = !quoted;
        else if (byte === NEWLINE && !quoted) inHeader = false;
      }
      if (start < chunk.length) yield chunk.subarray(start);
    }
    first = false;
  }
}

/** Newline-delimited JSON in, an array out: values keep the very text the API wrote. */
async function* concatenateJSON(pages: AsyncIterable<Bytes>): Bytes {
  const encoder = new TextEncoder();
  yield encoder.encode("[");
  let separator = "\n";
  for await (const line of lines(concatenate(pages))) {
    yield encoder.encode(separator + line);
    separator = ",\n";
  }
  yield encoder.encode("\n]\n");
}

async function* lines(bytes: Bytes): AsyncIterable<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of bytes) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) if (part !== "") yield part;
  }
  rest += decoder.decode();
  if (rest !== "") yield rest;
}

const END_OF_STREAM = new Uint8Array([0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]);

async function* concatenateArrow(pages: AsyncIterable<Bytes>): Bytes {
  let first = true;
  for await (const page of pages) {
    for await (const { kind, chunks } of arrowMessages(page)) {
      const skip = kind === "schema" && !first;
      for await (const chunk of chunks) if (!skip) yield chunk;
    }
    first = false;
  }
  yield END_OF_STREAM;
}
