import { broken } from "./broken.ts";

const MOST_ELEMENT_BYTES = 16 * 1024 * 1024;
const [QUOTE, BACKSLASH, COMMA, OPEN, CLOSE, BEGIN, END] = [0x22, 0x5c, 0x2c, 0x5b, 0x5d, 0x7b, 0x7d];
const isSpace = (byte: number) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);

export type Element = { list: string; index: number; text: string };

/** The elements of the lists of one JSON object, one at a time, however large the whole is. */
export async function* elementsOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Element> {
  let [depth, inText, escaped] = [0, false, false];
  let [list, key, index] = ["", "", 0];
  let [held, bytes] = [[] as Buffer[], 0];
  let [begun, isHeld] = [false, false];
  for await (const chunk of chunks) {
    // Of this chunk, where the element or the name under way begins.
    let from = isHeld ? 0 : -1;
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i] ?? 0;
      if (inText) {
        if (escaped) escaped = false;
        else if (byte === BACKSLASH) escaped = true;
        else if (byte === QUOTE) {
          inText = false;
          if (depth === 1) {
            key = Buffer.concat([...held, chunk.subarray(Math.max(from, 0), i)]).toString();
            [held, bytes, from] = [[], 0, -1];
          }
        }
        continue;
      }
      if (isSpace(byte)) continue;
      if (!begun && byte !== BEGIN && byte !== 0xef && byte !== 0xbb && byte !== 0xbf)
        throw broken("The file is no JSON object.");
      if (depth === 2 && list !== "" && (byte === COMMA || byte === CLOSE)) {
        if (from >= 0 || bytes > 0)
          yield {
            list,
            index: index++,
            text: Buffer.concat([...held, chunk.subarray(Math.max(from, 0), i)]).toString(),
          };
        [held, bytes, from] = [[], 0, -1];
        if (byte === CLOSE) [depth, list] = [1, ""];
        continue;
      }
      if (depth === 2 && list !== "" && from < 0 && bytes === 0) from = i;
      if (byte === QUOTE) {
        inText = true;
        if (depth === 1) from = i + 1;
      } else if (byte === BEGIN || byte === OPEN) {
        begun = true;
        depth++;
        if (depth === 2 && byte === OPEN) [list, index, from] = [key, 0, -1];
      } else if (byte === END || byte === CLOSE) depth--;
    }
    isHeld = from >= 0;
    if (isHeld) {
      held.push(chunk.subarray(from));
      bytes += chunk.length - from;
    }
    if (bytes > MOST_ELEMENT_BYTES) throw broken(`${list || "The file"} holds something larger than 16 MiB.`);
  }
  if (!begun || depth !== 0) throw broken("The JSON ends in the middle.");
}
