import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { failure, type Invocation, MOST_PAYLOAD_BYTES, type Outcome } from "./invocation.ts";
import type { Worker } from "./worker.ts";

const HOST = "127.0.0.1";
const ROUTE =
  /^\/([0-9a-f]{32})\/2018-06-01\/runtime\/(?:(init\/error)|invocation\/(next)|invocation\/([^/]+)\/(response|error))$/;

export type RuntimeApi = {
  address: string;
  register(worker: Worker, arn: string): void;
  forget(worker: Worker): void;
  stop(): Promise<void>;
};

/** The HTTP interface between Lambda and a function's process, as documented for custom runtimes. */
export async function startRuntimeApi(): Promise<RuntimeApi> {
  const workers = new Map<string, { worker: Worker; arn: string }>();
  const server = createServer((request, response) => {
    const [, token = "", init, next, id = "", verb] = ROUTE.exec(request.url ?? "") ?? [];
    const entry = workers.get(token);
    if (!entry) return answer(response, 404, { errorType: "NotFound" });
    if (next) return void poll(entry.worker, entry.arn, response);
    if (init)
      return void read(request).then((body) => {
        entry.worker.initFailed(body.bytes);
        answer(response, 202, { status: "OK" });
      });
    return void settle(entry.worker, id, verb === "error", request, response);
  });
  // A `next` request waits as long as there is nothing to do.
  server.requestTimeout = 0;
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, HOST, resolve);
  });
  return {
    address: `${HOST}:${(server.address() as AddressInfo).port}`,
    register: (worker, arn) => void workers.set(worker.token, { worker, arn }),
    forget: (worker) => void workers.delete(worker.token),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function poll(worker: Worker, arn: string, response: ServerResponse): Promise<void> {
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  const invocation = await worker.next(gone.signal);
  if (!invocation) return answer(response, 410, { errorType: "Gone" });
  response.writeHead(200, headersOf(invocation, arn));
  response.end(invocation.payload);
}

const headersOf = (invocation: Invocation, arn: string) => ({
  "Content-Type": "application/json",
  "Lambda-Runtime-Aws-Request-Id": invocation.id,
  "Lambda-Runtime-Deadline-Ms": String(invocation.deadline),
  "Lambda-Runtime-Invoked-Function-Arn": arn,
  "Lambda-Runtime-Trace-Id": `Root=1-${Math.floor(Date.now() / 1000).toString(16)}-${invocation.id.replaceAll("-", "").slice(0, 24)};Sampled=0`,
});

async function settle(
  worker: Worker,
  id: string,
  failed: boolean,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const streaming = request.headers["lambda-runtime-function-response-mode"] === "streaming";
  if (streaming && !failed) {
    const contentType = request.headers["content-type"] ?? "application/octet-stream";
    if (!worker.respond(id, { kind: "stream", contentType, body: request }))
      return answer(response, 410, { errorType: "InvalidRequestID" });
    request.once("end", () => answer(response, 202, { status: "OK" }));
    return;
  }
  const { bytes, tooLarge } = await read(request);
  const outcome: Outcome = tooLarge
    ? failure(
        "Function.ResponseSizeTooLarge",
        `Response payload size exceeded maximum allowed payload size (${MOST_PAYLOAD_BYTES} bytes).`,
      )
    : { kind: failed ? "error" : "value", payload: bytes };
  const known = worker.respond(id, outcome);
  answer(response, known ? (tooLarge ? 413 : 202) : 410, { status: known ? "OK" : "InvalidRequestID" });
}

async function read(request: IncomingMessage): Promise<{ bytes: Buffer; tooLarge: boolean }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MOST_PAYLOAD_BYTES) chunks.push(chunk);
  }
  return { bytes: Buffer.concat(chunks), tooLarge: size > MOST_PAYLOAD_BYTES };
}

function answer(response: ServerResponse, status: number, body: object): void {
  if (response.writableEnded || response.destroyed) return;
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(JSON.stringify(body));
}
