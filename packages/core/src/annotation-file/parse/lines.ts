import { broken } from "./broken.ts";

const MOST_LINE_BYTES = 16 * 1024 * 1024;

export type Line = { number: number; text: string };

/** The lines of a text, from 1. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let [number, held, bytes] = [0, [] as Buffer[], 0];
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      yield { number: ++number, text: textOf([...held, chunk.subarray(from, end)], number) };
      [held, bytes, from] = [[], 0, end + 1];
    }
    bytes += chunk.length - from;
    if (bytes > MOST_LINE_BYTES) throw broken(`Line ${number + 1} is longer than 16 MiB.`);
    if (from < chunk.length) held.push(chunk.subarray(from));
  }
  if (bytes > 0) yield { number: ++number, text: textOf(held, number) };
}

function textOf(parts: Buffer[], number: number): string {
  const text = (parts.length === 1 ? (parts[0] ?? Buffer.alloc(0)) : Buffer.concat(parts)).toString();
  const bare = text.endsWith("\r") ? text.slice(0, -1) : text;
  return number === 1 ? bare.replace(/^\ufeff/, "") : bare;
}
