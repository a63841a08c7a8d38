import fc from "fast-check";
import { expect, test } from "vitest";
import { codeOf } from "./testing.ts";
import { childText, document, parse } from "./xml.ts";

const letters = [
  "a",
  "&",
  "&amp;",
  "&#1;",
  "<",
  ">",
  "]]>",
  '"',
  "'",
  "\r",
  "\n",
  "\t",
  "\u0000",
  "\u001f",
  "é",
  "\uffff",
  "😀",
];
const text = fc.string({ unit: fc.constantFrom(...letters) });

test("text of any kind survives writing and reading", () => {
  fc.assert(
    fc.property(text, (value) => {
      expect(childText(parse(document("Root", { Key: value })), "Key")).toBe(value);
    }),
  );
});

test("lists repeat their element, undefined leaves it out", () => {
  expect(document("R", { A: [{ B: 1 }, { B: true }], C: undefined })).toContain(
    "><A><B>1</B></A><A><B>true</B></A></R>",
  );
});

test("reads what clients send", () => {
  const root = parse(
    '<?xml version="1.0"?>\n<!-- <x> -->\n<Delete xmlns="http://s3/"><Object><Key><![CDATA[a<b]]></Key></Object><Quiet/></Delete>\n',
  );
  expect(root.children.map((child) => child.name)).toEqual(["Object", "Quiet"]);
  expect(root.children[0] && childText(root.children[0], "Key")).toBe("a<b");
});

test.each([
  "",
  "text",
  "<a>",
  "<a></b>",
  "</a>",
  "<a/><b/>",
  "<a/>text",
  "<a>&unknown;</a>",
  "<a>&#x110000;</a>",
  "<a>&</a>",
  "<a>&constructor;</a>",
  "<a <b></a>",
  '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
])("refuses %s", async (source) => {
  expect(await codeOf(() => parse(source))).toBe("MalformedXML");
});

test("a hostile body takes no longer than its length", () => {
  const start = performance.now();
  for (const piece of ["<", "<a ", "<!--", "<?", "<![CDATA[", "<a>", "&"])
    expect(() => parse(piece.repeat(200_000))).toThrow();
  expect(performance.now() - start).toBeLessThan(4_000);
});
