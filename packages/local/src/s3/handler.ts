import type { IncomingMessage, ServerResponse } from "node:http";
import { type Call, parseCall, requestID } from "./call.ts";
import type { ServiceContext, Store } from "./context.ts";
import { actualHeaders, preflight } from "./cors.ts";
import { S3Error } from "./errors.ts";
import { log } from "./log.ts";
import { operationName } from "./operation-name.ts";
import { refuseUnsupported } from "./operations/refusals.ts";
import type { CorsRule, S3Options } from "./options.ts";
import { sendError } from "./respond.ts";
import { findOperation, type Operation } from "./router.ts";
import { verify } from "./signature/verify.ts";

const DRAIN_MS = 5_000;

export type Handler = {
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Resolves when nothing is under way any more. */
  settled(): Promise<unknown>;
};

/** Every request: who asks, for what, and the one way of refusing. */
export function createHandler(
  options: S3Options,
  stores: ReadonlyMap<string, Store>,
  called: (name: string) => void,
): Handler {
  const seen = new Set<string>();
  const cors = new Map<string, CorsRule[]>(options.buckets.map((bucket) => [bucket.name, bucket.cors ?? []]));
  const verifier = { region: options.region, credentials: options.credentials, now: Date.now };

  async function answer(call: Call): Promise<void> {
    const rules = cors.get(call.bucket ?? "") ?? [];
    if (call.method === "OPTIONS") return preflight(call, rules);
    for (const [name, value] of Object.entries(actualHeaders(call, rules))) call.response.setHeader(name, value);
    const identity = verify(call, verifier);
    const name = operationName(call);
    if (!seen.has(name)) called(name);
    seen.add(name);
    const operation = findOperation(call);
    refuseUnsupported(call);
    await run(operation, { call, identity, stores, region: options.region });
  }

  const running = new Set<Promise<void>>();
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const id = requestID();
    response.setHeader("x-amz-request-id", id);
    response.setHeader("x-amz-id-2", "atrium");
    response.setHeader("server", "atrium");
    const done = async () => answer(parseCall(id, request, response, options.region));
    const finished = done()
      .catch((error: unknown) => refuse(request, response, id, error))
      .finally(() => running.delete(finished));
    running.add(finished);
  };
  return { handle, settled: () => Promise.all(running) };
}

async function run(operation: Operation, context: ServiceContext): Promise<void> {
  if (operation.level === "service") return operation.run(context);
  const { bucket, key = "" } = context.call;
  const store = context.stores.get(bucket ?? "");
  if (!store) throw new S3Error("NoSuchBucket", undefined, { details: { BucketName: bucket ?? "" } });
  if (operation.level === "bucket") return operation.run({ ...context, ...store });
  return operation.run({ ...context, ...store, key });
}

function refuse(request: IncomingMessage, response: ServerResponse, id: string, error: unknown): void {
  if (request.errored || response.destroyed) return; // the client went away; there is nobody to tell
  if (!(error instanceof S3Error)) log.error("s3: request failed", { requestID: id, method: request.method, error });
  if (response.headersSent) {
    response.destroy(); // half an answer must not look like a whole one
    return;
  }
  const path = request.url?.split("?")[0] ?? "/";
  const refusal = error instanceof S3Error ? error : new S3Error("InternalError", undefined, { cause: error });
  if (!request.complete) discardBody(request);
  sendError(response, refusal, id, path, request.method === "HEAD");
}

/** Closing at once would reset the connection before a client that is still sending has read its refusal. */
function discardBody(request: IncomingMessage): void {
  request.resume();
  const timer = setTimeout(() => request.destroy(), DRAIN_MS);
  request.once("close", () => clearTimeout(timer));
}
