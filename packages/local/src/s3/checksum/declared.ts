import { S3Error } from "../errors.ts";
import type { RequestHeaders } from "../headers.ts";
import { type Algorithm, algorithms, checksumHeader, digestBytes, parseAlgorithm } from "./algorithm.ts";

/** What the client promises about its body. `value` is absent while it is to come in the trailer. */
export type Declared = { contentMD5?: string; checksum?: { algorithm: Algorithm; value?: string } };

export function declaredChecksums(headers: RequestHeaders): Declared {
  return { contentMD5: contentMD5(headers), checksum: checksum(headers) };
}

function contentMD5(headers: RequestHeaders): string | undefined {
  const value = headers.get("content-md5");
  if (value !== undefined && !isBase64(value, 16)) throw new S3Error("InvalidDigest");
  return value;
}

function checksum(headers: RequestHeaders): Declared["checksum"] {
  const found = algorithms.flatMap((algorithm) => {
    const value = headers.get(checksumHeader(algorithm));
    return value === undefined ? [] : [{ algorithm, value: checkedValue(algorithm, value) }];
  });
  const trailer = headers.get("x-amz-trailer");
  const inTrailer = trailer === undefined ? [] : [{ algorithm: trailerAlgorithm(trailer) }];
  const all: { algorithm: Algorithm; value?: string }[] = [...found, ...inTrailer];
  if (all.length > 1)
    throw new S3Error(
      "InvalidRequest",
      "Expecting a single x-amz-checksum- header. Multiple checksum types are not allowed.",
    );
  const named = headers.get("x-amz-sdk-checksum-algorithm");
  if (named === undefined) return all[0];
  if (!all[0])
    throw new S3Error(
      "InvalidRequest",
      "x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.",
    );
  if (parseAlgorithm(named) !== all[0].algorithm)
    throw new S3Error("InvalidRequest", "Value for x-amz-sdk-checksum-algorithm header is invalid.");
  return all[0];
}

function trailerAlgorithm(trailer: string): Algorithm {
  const name = trailer.trim().toLowerCase();
  const algorithm = algorithms.find((candidate) => checksumHeader(candidate) === name);
  if (!algorithm)
    throw new S3Error("InvalidRequest", "The value specified in the x-amz-trailer header is not supported");
  return algorithm;
}

export function checkedValue(algorithm: Algorithm, value: string): string {
  if (!isBase64(value, digestBytes[algorithm]))
    throw new S3Error("InvalidRequest", `Value for ${checksumHeader(algorithm)} header is invalid.`);
  return value;
}

function isBase64(value: string, bytes: number): boolean {
  const decoded = Buffer.from(value, "base64");
  return decoded.length === bytes && decoded.toString("base64") === value;
}
