import type { ServerResponse } from "node:http";
import type { Call } from "./call.ts";
import type { S3Error } from "./errors.ts";
import { document, errorDocument, type XmlTree } from "./xml.ts";

export function sendXml(call: Call, root: string, value: XmlTree | string, headers: Record<string, string> = {}): void {
  const body = document(root, value);
  call.response.writeHead(200, {
    ...headers,
    "content-type": "application/xml",
    "content-length": Buffer.byteLength(body),
  });
  call.response.end(body);
}

export function sendEmpty(call: Call, status: number, headers: Record<string, string> = {}): void {
  call.response.writeHead(status, status === 204 || status === 304 ? headers : { ...headers, "content-length": "0" });
  call.response.end();
}

/** HEAD answers carry no body, so there the code is all in the status. */
export function sendError(response: ServerResponse, error: S3Error, id: string, resource: string, head: boolean): void {
  const { code, message, details } = error;
  const body = errorDocument({
    Code: code,
    Message: message,
    Resource: resource,
    ...details,
    RequestId: id,
    HostId: "atrium",
  });
  response.writeHead(error.status, {
    ...error.headers,
    "content-type": "application/xml",
    ...(head ? {} : { "content-length": Buffer.byteLength(body) }),
  });
  response.end(head ? undefined : body);
}

export const quote = (etag: string): string => `"${etag}"`;
export const isoDate = (at: number): string => new Date(at).toISOString();
export const httpDate = (at: number): string => new Date(at).toUTCString();
