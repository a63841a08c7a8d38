import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { AwsError } from "./error.ts";
import type { Input } from "./input.ts";

/** Lambda takes the largest bodies: 6 MB, and as JSON in our envelope not more. */
const LARGEST_BODY = 6 * 1024 * 1024;

export type Answer = { status?: number; headers?: Record<string, string>; body: string };

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= LARGEST_BODY) chunks.push(chunk);
  }
  // Read to its end all the same: a client that is still writing would not see the answer.
  if (bytes > LARGEST_BODY)
    throw new AwsError("RequestEntityTooLargeException", `The body is larger than ${LARGEST_BODY} bytes`, 413);
  return Buffer.concat(chunks);
}

export function parseJson(body: Buffer): Input {
  if (body.length === 0) return {};
  try {
    const value: unknown = JSON.parse(body.toString("utf8"));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Input;
  } catch {
    // what the parser says adds nothing to the answer below
  }
  throw new AwsError("SerializationException", "The body is not a JSON object");
}

export function send(response: ServerResponse, { status = 200, headers = {}, body }: Answer): void {
  const length = String(Buffer.byteLength(body));
  response.writeHead(status, { "x-amzn-requestid": randomUUID(), "content-length": length, ...headers });
  response.end(body);
}

export const json = (body: object, type = "application/json"): Answer => ({
  headers: { "content-type": type },
  body: JSON.stringify(body),
});

/** Each protocol finds the code where it looks for it: `__type` in the body, or the header. */
export function errorAnswer(error: AwsError): Answer {
  return {
    status: error.status,
    headers: { "content-type": "application/x-amz-json-1.1", "x-amzn-errortype": error.code },
    body: JSON.stringify({ __type: error.code, message: error.message, Message: error.message }),
  };
}
