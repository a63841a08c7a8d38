import { randomUUID } from "node:crypto";
import type { Viewed } from "./request.ts";

export type Target = { apiId: string; domain: string; routeKey: string; pathParameters?: Record<string, string> };

const ACCOUNT = "123456789012";
const TEXT = /^(text\/|application\/(json|javascript|xml|x-www-form-urlencoded|[\w.-]+\+(json|xml))\b)/i;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** An HTTP request as a Lambda function sees it: payload format 2.0, of HTTP APIs and function URLs alike. */
export function toEvent(request: Viewed, body: Buffer, target: Target, now = new Date()) {
  const { cookie, ...headers }: Record<string, string | undefined> = { ...request.headers, host: target.domain };
  const query = request.query === "" ? undefined : queryOf(request.query);
  return {
    version: "2.0",
    routeKey: target.routeKey,
    rawPath: request.path,
    rawQueryString: request.query,
    ...(cookie === undefined ? {} : { cookies: cookie.split(/; */).filter(Boolean) }),
    headers,
    ...(query === undefined ? {} : { queryStringParameters: query }),
    ...(target.pathParameters && Object.keys(target.pathParameters).length > 0
      ? { pathParameters: target.pathParameters }
      : {}),
    requestContext: {
      accountId: ACCOUNT,
      apiId: target.apiId,
      domainName: target.domain,
      domainPrefix: target.apiId,
      http: {
        method: request.method,
        path: request.path,
        protocol: "HTTP/1.1",
        sourceIp: request.address,
        userAgent: request.headers["user-agent"] ?? "",
      },
      requestId: randomUUID(),
      routeKey: target.routeKey,
      stage: "$default",
      time: logTime(now),
      timeEpoch: now.getTime(),
    },
    ...bodyFields(body, request.headers),
  };
}

function bodyFields(body: Buffer, headers: Record<string, string>) {
  if (body.length === 0) return { isBase64Encoded: false };
  const isText = TEXT.test(headers["content-type"] ?? "") && headers["content-encoding"] === undefined;
  return isText
    ? { body: body.toString("utf8"), isBase64Encoded: false }
    : { body: body.toString("base64"), isBase64Encoded: true };
}

/** Values of a repeated name are joined by commas; `rawQueryString` is what tells them apart. */
function queryOf(text: string): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    query[name] = query[name] === undefined ? value : `${query[name]},${value}`;
  }
  return query;
}

/** `21/Nov/2026:12:00:00 +0000` */
export function logTime(at: Date): string {
  const [date = "", time = ""] = at.toISOString().split("T");
  const [year, , day] = date.split("-");
  return `${day}/${MONTHS[at.getUTCMonth()]}/${year}:${time.slice(0, 8)} +0000`;
}
