import fc from "fast-check";
import { expect, test } from "vitest";
import { codeOf, collect, streamOf } from "../testing.ts";
import { decodeChunks, framings } from "./chunked.ts";
import { signingKey } from "./key.ts";
import type { Identity } from "./verify.ts";

/** AWS's published examples of chunked uploads: 64 KiB and 1 KiB of the letter a, with and without a trailer. */
const scope = { date: "20130524", region: "us-east-1", service: "s3" };
const identity = (signature: string): Identity => ({
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  scope,
  amzDate: "20130524T000000Z",
  signature,
  payloadHash: "",
  signingKey: signingKey("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", scope),
});

const frame = (data: string, signature: string) =>
  `${data.length.toString(16)};chunk-signature=${signature}\r\n${data}${data === "" ? "" : "\r\n"}`;

const plainSeed = identity("4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9");
const plainFrames = [
  frame("a".repeat(65536), "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648"),
  frame("a".repeat(1024), "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497"),
  frame("", "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9"),
  "\r\n",
];

const trailerSeed = identity("106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e");
const trailerFrames = [
  frame("a".repeat(65536), "b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2"),
  frame("a".repeat(1024), "1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7"),
  frame("", "2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992"),
  "x-amz-checksum-crc32c:sOO8/Q==\r\n",
  "x-amz-trailer-signature:d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435\r\n\r\n",
];

async function decode(framing: string, seed: Identity, ...chunks: (string | Buffer)[]) {
  let trailers: Record<string, string> = {};
  const kind = framings.get(framing) ?? { signed: false, trailer: false };
  const body = await collect(
    decodeChunks(streamOf(...chunks), kind, seed, (found) => {
      trailers = Object.fromEntries(found);
    }),
  );
  return { body, trailers };
}

const signed = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
const signedTrailer = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER";
const unsignedTrailer = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";

test("accepts AWS's examples", async () => {
  const expected = Buffer.alloc(65536 + 1024, "a");
  const plain = await decode(signed, plainSeed, ...plainFrames);
  expect(plain.body.equals(expected)).toBe(true);
  const withTrailer = await decode(signedTrailer, trailerSeed, ...trailerFrames);
  expect(withTrailer.body.equals(expected)).toBe(true);
  expect(withTrailer.trailers).toEqual({ "x-amz-checksum-crc32c": "sOO8/Q==" });
});

const [first = "", second = "", last = "", end = ""] = plainFrames;
const [chunk1 = "", chunk2 = "", chunk3 = "", crc = "", trailerSignature = ""] = trailerFrames;

test.each([
  ["a changed byte", signed, plainSeed, [first.replace("aa", "ab"), second, last, end]],
  ["chunks out of order", signed, plainSeed, [second, first, last, end]],
  ["a dropped chunk", signed, plainSeed, [first, last, end]],
  ["another request's chunks", signed, trailerSeed, plainFrames],
  [
    "a changed trailer",
    signedTrailer,
    trailerSeed,
    [chunk1, chunk2, chunk3, crc.replace("sOO", "sOP"), trailerSignature],
  ],
  ["a trailer without a signature", signedTrailer, trailerSeed, [chunk1, chunk2, chunk3, crc, "\r\n"]],
  ["no chunk signatures", signed, plainSeed, ["1\r\na\r\n0\r\n\r\n"]],
])("refuses %s", async (_, framing, seed, frames) => {
  expect(await codeOf(decode(framing, seed, ...frames))).toBe("SignatureDoesNotMatch");
});

test.each([
  ["a body cut off in a chunk", "a\r\n12345", "IncompleteBody"],
  ["a body cut off before the last chunk", "1\r\na\r\n", "IncompleteBody"],
  ["a size that is none", "xyz\r\n", "InvalidChunkSizeError"],
  ["a chunk longer than it says", "1\r\nab\r\n0\r\n\r\n", "InvalidChunkSizeError"],
  ["a line without end", "1".repeat(10_000), "InvalidChunkSizeError"],
  ["a trailer that is none", "0\r\nnothing\r\n\r\n", "MalformedTrailerError"],
  ["more after the end", "0\r\n\r\nmore", "InvalidChunkSizeError"],
])("refuses %s", async (_, text, code) => {
  expect(await codeOf(decode(unsignedTrailer, plainSeed, text))).toBe(code);
});

test("decodes the same however the stream is cut", async () => {
  const pieces = fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(pieces, fc.integer({ min: 1, max: 50 }), async (chunks, cut) => {
      const frames = chunks.map((data) =>
        Buffer.concat([Buffer.from(`${data.length.toString(16)}\r\n`), data, Buffer.from("\r\n")]),
      );
      const wire = Buffer.concat([...frames, Buffer.from("0\r\nx-a: b \r\n\r\n")]);
      const cuts = Array.from({ length: Math.ceil(wire.length / cut) }, (_, at) =>
        wire.subarray(at * cut, (at + 1) * cut),
      );
      const { body, trailers } = await decode(unsignedTrailer, plainSeed, ...cuts);
      expect(body.equals(Buffer.concat(chunks))).toBe(true);
      expect(trailers).toEqual({ "x-a": "b" });
    }),
  );
});
