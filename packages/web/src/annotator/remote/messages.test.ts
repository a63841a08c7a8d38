import { int32, tableFromArrays, tableToIPC, utf8 } from "@uwdata/flechette";
import { describe, expect, it } from "vitest";
import { decodeStream } from "./arrow.ts";
import { messages } from "./messages.ts";

const rows = { elemental_id: ["a", "b"], layer_id: ["l", "l"], type_id: ["t", "t"], frame: [1, 2] };
const types = { elemental_id: utf8(), layer_id: utf8(), type_id: utf8(), frame: int32() };
const bytes = () => tableToIPC(tableFromArrays(rows, { types }), { format: "stream" }) ?? new Uint8Array();

async function* inPieces(whole: Uint8Array, size: number) {
  for (let at = 0; at < whole.byteLength; at += size) yield whole.subarray(at, at + size);
}

const all = async <T>(from: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const one of from) found.push(one);
  return found;
};

describe("an Arrow stream", () => {
  it.each([1, 7, 64, 1_000_000])("is whole messages again, in whatever pieces of %i bytes it comes", async (size) => {
    const found = await all(messages(inPieces(bytes(), size)));
    expect(found.reduce((sum, { byteLength }) => sum + byteLength, 0)).toBe(bytes().byteLength);
    const decoded = (await all(decodeStream(inPieces(bytes(), size), "med_1"))).flat();
    expect(decoded.map((row) => [row.elementalId, row.frame])).toEqual([
      ["a", 1],
      ["b", 2],
    ]);
  });

  it("says that it broke off, and that it is none", async () => {
    await expect(all(messages(inPieces(bytes().subarray(0, -20), 50)))).rejects.toThrow("broke off");
    await expect(all(messages(inPieces(new TextEncoder().encode("<html></html>"), 50)))).rejects.toThrow("no Arrow");
  });
});
