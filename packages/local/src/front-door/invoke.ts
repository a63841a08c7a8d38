import { type Lambda, MOST_PAYLOAD_BYTES } from "../lambda/index.ts";
import { type Answer, fromResult, problem } from "./answer.ts";
import { toEvent } from "./event.ts";
import type { Origin } from "./origins.ts";
import { fromStream } from "./prelude.ts";
import type { Viewed } from "./request.ts";

/** An HTTP API waits this long for its function; a function URL as long as the function may run. */
const API_TIMEOUT_MS = 30_000;

/** Forwards a request to the function behind an HTTP API or a function URL. */
export async function invokeOrigin(
  lambda: Lambda,
  origin: Exclude<Origin, { kind: "site" }>,
  request: Viewed,
  body: Buffer,
): Promise<Answer> {
  const { functionName, target } = targetOf(origin, request);
  if (!functionName) return problem(404, "Not Found");
  const event = Buffer.from(JSON.stringify(toEvent(request, body, target)));
  if (event.length > MOST_PAYLOAD_BYTES) return problem(413, "Request Entity Too Large");
  const call = lambda.invoke(functionName, event);
  if (!call) return problem(500, "Internal Server Error");
  const outcome = origin.kind === "api" ? await within(API_TIMEOUT_MS, call) : await call;
  if (outcome === "late") return problem(504, "Endpoint request timed out");
  if (outcome.kind === "stream") return fromStream(outcome.contentType, outcome.body);
  if (outcome.kind === "value") return fromResult(outcome.payload) ?? failed(origin);
  return isThrottled(outcome.payload) ? problem(503, "Service Unavailable") : failed(origin);
}

function targetOf(origin: Exclude<Origin, { kind: "site" }>, request: Viewed) {
  if (origin.kind === "function-url") {
    const target = { apiId: origin.urlId, domain: origin.domain, routeKey: "$default" };
    return { functionName: origin.functionName, target };
  }
  for (const route of origin.routes) {
    const pathParameters = route.match(request.method, request.path);
    if (!pathParameters) continue;
    const target = { apiId: origin.apiId, domain: origin.domain, routeKey: route.key, pathParameters };
    return { functionName: route.functionArn, target };
  }
  return { functionName: undefined, target: { apiId: "", domain: origin.domain, routeKey: "" } };
}

/** HTTP APIs answer 500 for a function that failed, function URLs 502. */
const failed = (origin: Origin): Answer => problem(origin.kind === "api" ? 500 : 502, "Internal Server Error");

const isThrottled = (payload: Buffer): boolean => payload.includes('"TooManyRequestsException"');

async function within<T>(ms: number, promise: Promise<T>): Promise<T | "late"> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(resolve, ms, "late");
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
