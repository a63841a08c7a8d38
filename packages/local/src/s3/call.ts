import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { parseAddress } from "./address.ts";
import { S3Error } from "./errors.ts";
import { RequestHeaders } from "./headers.ts";
import { Query } from "./query.ts";

/** One request, taken apart once. */
export type Call = {
  readonly id: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly method: string;
  /** Undecoded, without the query string. */
  readonly path: string;
  readonly query: Query;
  readonly headers: RequestHeaders;
  readonly bucket: string | undefined;
  readonly key: string | undefined;
};

export const requestID = (): string => randomBytes(8).toString("hex").toUpperCase();

export function parseCall(id: string, request: IncomingMessage, response: ServerResponse, region: string): Call {
  const url = request.url ?? "/";
  if (!url.startsWith("/")) throw new S3Error("InvalidURI");
  const mark = url.indexOf("?");
  const path = mark < 0 ? url : url.slice(0, mark);
  const query = new Query(mark < 0 ? "" : url.slice(mark + 1));
  const headers = new RequestHeaders(request.rawHeaders, query.pairs);
  const { bucket, key } = parseAddress(headers.get("host") ?? "", path, region);
  return { id, request, response, method: request.method ?? "GET", path, query, headers, bucket, key };
}
