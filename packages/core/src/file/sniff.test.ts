import { gzipSync, zstdCompressSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { servedType } from "./markup.ts";
import { SNIFF_BYTES, sniff } from "./sniff.ts";

const OCTETS = "application/octet-stream";
const bytes = (hex: string, padding = 64) => Buffer.concat([Buffer.from(hex, "hex"), Buffer.alloc(padding)]);
const of = (head: Uint8Array | string, name = "data", declared = OCTETS) =>
  sniff(typeof head === "string" ? Buffer.from(head) : head, { name, declared });

test.each([
  ["Parquet", Buffer.from("PAR1\x15\x04"), "application/vnd.apache.parquet"],
  ["Arrow", Buffer.from("ARROW1\0\0"), "application/vnd.apache.arrow.file"],
  ["gzip", gzipSync("a,b\n"), "application/gzip"],
  ["zstd", zstdCompressSync("a,b\n"), "application/zstd"],
  ["PNG", bytes("89504e470d0a1a0a"), "image/png"],
  ["JPEG", bytes("ffd8ffe0"), "image/jpeg"],
  ["WebP", Buffer.from("RIFF\0\0\0\0WEBPVP8 "), "image/webp"],
  ["WAV", Buffer.from("RIFF\0\0\0\0WAVEfmt "), "audio/wav"],
  ["MP4", Buffer.from("\0\0\0\x18ftypisom\0\0\0\0"), "video/mp4"],
  ["WebM", Buffer.from([0x1a, 0x45, 0xdf, 0xa3, ...Buffer.from("\x42\x82\x84webm")]), "video/webm"],
  ["DICOM", Buffer.concat([Buffer.alloc(128), Buffer.from("DICM")]), "application/dicom"],
  ["an archive", Buffer.from("PK\x03\x04\0\0a.txt"), "application/zip"],
  [
    "a workbook",
    Buffer.from("PK\x03\x04\0\0xl/workbook.xml"),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ],
  ["HTML", "<!DOCTYPE html><p>", "text/html"],
  ["HTML after a comment", " <!-- hello --> <script>alert(1)</script>", "text/html"],
  ["HTML in UTF-16", Buffer.from("\ufeff<html>", "utf16le"), "text/html"],
  ["SVG", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "image/svg+xml"],
  ["SVG with a declaration", '<?xml version="1.0"?>\n<svg/>\n<svg >', "image/svg+xml"],
  ["XML", '<?xml version="1.0"?><a/>', "application/xml"],
])("%s is known by its bytes, whatever it is called", (_, head, type) => {
  expect(of(head, "innocent.csv", "text/csv")).toBe(type);
  expect(of(head, "data", "image/x-whatever")).toBe(type);
});

test.each([
  ["a,b\n1,2\n", "data.csv", OCTETS, "text/csv"],
  ["a,b\n1,2\n", "data.csv", "application/vnd.ms-excel", "text/csv"],
  ["a\tb\n", "data.TSV", OCTETS, "text/tab-separated-values"],
  ['{"a":1}\n', "rows.ndjson", OCTETS, "application/x-ndjson"],
  ["a,b\n", "export", "text/csv; charset=utf-8", "text/csv"],
  ["a,b\n", "export", "image/png", "text/plain"],
  ["alert(1)", "run.js", "text/javascript", "text/plain"],
  ["alert(1)", "page.html", "text/html", "text/plain"],
  ["", "empty.csv", OCTETS, "text/csv"],
])("%j called %s, declared %s, is %s", (head, name, declared, type) => {
  expect(of(head, name, declared)).toBe(type);
});

test.each([
  ["text/csv", OCTETS],
  ["text/html", OCTETS],
  ["image/svg+xml", OCTETS],
  ["image/png", OCTETS],
  ["application/x-nifti", "application/x-nifti"],
])("bytes of no known kind declared %s are %s", (declared, type) => {
  expect(of(bytes("0001020304"), "x", declared)).toBe(type);
});

test("a head that ends within a character is still text", () => {
  const head = Buffer.from(`${"a".repeat(SNIFF_BYTES - 1)}é`).subarray(0, SNIFF_BYTES);
  expect(of(head, "data.csv")).toBe("text/csv");
});

describe("what is served", () => {
  test.each(["text/html", "TEXT/HTML; charset=x", "image/svg+xml", "application/xml", "text/javascript", "text/xsl"])(
    "%s is served as plain bytes",
    (type) => expect(servedType(type)).toBe(OCTETS),
  );

  test.each(["text/csv", "text/plain", "image/png", "video/mp4", "application/json", "application/pdf"])(
    "%s is served as what it is",
    (type) => expect(servedType(type)).toBe(type),
  );

  test("any bytes that a browser may run are served as plain bytes", () => {
    const page = fc.constantFrom("<script>", "<svg onload=x>", "<html>", '<?xml version="1.0"?>');
    const declared = fc.constantFrom("text/html", "image/svg+xml", "text/csv", "image/png", OCTETS);
    const before = fc.constantFrom("", "\n\t ", "\ufeff", "<!-- c -->");
    fc.assert(
      fc.property(before, page, declared, fc.string(), (space, start, type, rest) => {
        expect(servedType(of(`${space}${start}${rest}`, "a.csv", type))).toBe(OCTETS);
      }),
    );
  });
});
