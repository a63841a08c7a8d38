import { Int32, Table, tableFromIPC, tableToIPC, Utf8, vectorFromArray } from "apache-arrow";
import { describe, expect, it } from "vitest";
import type { Format } from "./export.ts";
import { concatenatePages } from "./pages.ts";

/** Every way of cutting must give the same: pages arrive in chunks of any size. */
async function concatenated(format: Format, pages: (string | Uint8Array)[], chunk: number) {
  async function* cut(page: string | Uint8Array) {
    const bytes = typeof page === "string" ? new TextEncoder().encode(page) : page;
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.slice(at, at + chunk);
  }
  async function* all() {
    for (const page of pages) yield cut(page);
  }
  const chunks: Uint8Array[] = [];
  for await (const bytes of concatenatePages(format, all())) chunks.push(bytes);
  return Buffer.concat(chunks);
}

describe.each([1, 3, 1000])("in chunks of %i bytes", (chunk) => {
  it("csv keeps one header, even one with line breaks in a name", async () => {
    const pages = ['"a\n""b",c\r\n1,2\r\n', '"a\n""b",c\r\n3,4\r\n'];
    expect((await concatenated("csv", pages, chunk)).toString()).toBe('"a\n""b",c\r\n1,2\r\n3,4\r\n');
  });

  it("ndjson joins lines", async () => {
    expect((await concatenated("ndjson", ['{"a":1}\n', '{"a":2}\n'], chunk)).toString()).toBe('{"a":1}\n{"a":2}\n');
  });

  it("json is an array with the values as they were written", async () => {
    const text = (await concatenated("json", ['{"a":1.10}\n{"a":"é"}\n', '{"a":3}\n'], chunk)).toString();
    expect(JSON.parse(text)).toEqual([{ a: 1.1 }, { a: "é" }, { a: 3 }]);
    expect(text).toContain("1.10");
  });

  it("arrow is one stream that a reader takes whole", async () => {
    const page = (numbers: number[], names: string[]) =>
      tableToIPC(
        new Table({ n: vectorFromArray(numbers, new Int32()), name: vectorFromArray(names, new Utf8()) }),
        "stream",
      );
    const joined = tableFromIPC(await concatenated("arrow", [page([1, 2], ["a", "b"]), page([3], ["c"])], chunk));
    expect(joined.toArray().map((row) => row.toJSON())).toEqual([
      { n: 1, name: "a" },
      { n: 2, name: "b" },
      { n: 3, name: "c" },
    ]);
  });
});

it("json of no rows is an empty array", async () => {
  expect(JSON.parse((await concatenated("json", [""], 10)).toString())).toEqual([]);
});
