import { mkdtemp, rm } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { S3Client, type S3ClientConfig, S3ServiceException } from "@aws-sdk/client-s3";
import { type Call, parseCall } from "./call.ts";
import { S3Error } from "./errors.ts";
import type { CorsRule, S3Options } from "./options.ts";
import { startS3 } from "./server.ts";

export const region = "eu-west-1";
export const bucket = "objects";
export const credential = { accessKeyId: "TESTKEY", secretAccessKey: "test-secret" };

const cors: CorsRule[] = [
  { allowedOrigins: ["https://*.example.org"], allowedMethods: ["GET"], maxAgeSeconds: 60 },
  {
    allowedOrigins: ["http://site.test"],
    allowedMethods: ["PUT", "GET"],
    allowedHeaders: ["content-*", "x-amz-meta-a"],
    exposeHeaders: ["ETag"],
  },
];

export const options = (root: string): S3Options => ({
  root,
  host: "127.0.0.1",
  port: 0,
  region,
  credentials: [credential],
  buckets: [{ name: bucket, cors, abortIncompleteDays: 7 }, { name: "other-bucket" }],
});

export type TestServer = { url: string; root: string; client: S3Client; stop(): Promise<void> };

/** A server on a folder of its own and a client of the real SDK. */
export async function startTestServer(): Promise<TestServer> {
  const root = await temporaryFolder();
  const server = await startS3(options(root));
  const client = testClient(server.url);
  const stop = async () => {
    client.destroy();
    await server.stop();
    await rm(root, { recursive: true });
  };
  return { url: server.url, root, client, stop };
}

export const temporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), "atrium-s3-"));

export const testClient = (endpoint: string, config: S3ClientConfig = {}): S3Client =>
  new S3Client({ endpoint, region, credentials: credential, maxAttempts: 1, ...config });

/** What presigns URLs for browsers: without this setting each URL carries the checksum of an empty body. */
export const presigningClient = (endpoint: string): S3Client =>
  testClient(endpoint, { requestChecksumCalculation: "WHEN_REQUIRED" });

/** The S3 code a request is refused with, or "accepted". */
export async function codeOf(work: Promise<unknown> | (() => unknown)): Promise<string> {
  try {
    await (typeof work === "function" ? work() : work);
    return "accepted";
  } catch (error) {
    if (error instanceof S3Error) return error.code;
    if (error instanceof S3ServiceException) return error.name;
    throw error;
  }
}

/** The code in an XML answer. */
export const codeIn = async (response: Response): Promise<string | undefined> =>
  /<Code>(.*?)<\/Code>/.exec(await response.text())?.[1];

/** A request that never travelled, for what only looks at it. */
export function fakeCall(method: string, url: string, headers: Record<string, string> = {}): Call {
  const rawHeaders = Object.entries(headers).flat();
  return parseCall("0", { method, url, rawHeaders } as unknown as IncomingMessage, {} as ServerResponse, region);
}

export async function* streamOf(...chunks: (Buffer | string)[]): AsyncGenerator<Buffer> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

export async function collect(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks);
}
