import { once } from "node:events";
import { chmod } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import type { Client } from "../client.ts";
import type { Job } from "../job.ts";

const ORIGIN = "http://atrium.internal";
const BASE = "/api/v1/job";
const LARGEST_BODY = 5 * 1024 * 1024;
/** Whoever is still writing does not hear that it is too much; so much is read to its end, and more is cut off. */
const LARGEST_HEARD = 64 * 1024 * 1024;
/** All that a job may call, besides asking what it is to do. */
const CALLS = [/^POST \/reports$/, /^PUT \/results\/\d{1,6}$/, /^POST \/result$/];
const INPUT = /^GET \/inputs\/(\d+)\/(\d+)$/;
const PASSED = ["content-type", "content-length", "content-range", "accept-ranges", "etag", "retry-after"];

type Options = { client: Client; token: string; folder: string; socket: string; signal: AbortSignal };

/**
 * The only way out of the sandbox of an image: the endpoints of its own job, with a token that means nothing elsewhere, and the
 * bytes of its inputs, whose addresses lead here. It holds the real token, which never comes in.
 */
export async function openDoor({ client, token, folder, socket, signal }: Options) {
  let latest: Job | undefined;

  /** URLs are good for minutes; asked for again they are new. */
  async function addressOf(input: number, file: number, anew: boolean): Promise<string | undefined> {
    if (anew || !latest) latest = await client.job();
    return latest.inputs[input]?.files?.[file]?.url;
  }

  async function input(request: IncomingMessage, response: ServerResponse, at: [number, number]): Promise<void> {
    const { range } = request.headers;
    for (const anew of [false, true]) {
      const url = await addressOf(...at, anew);
      if (url === undefined) return refuse(response, 404, "There is no such input.");
      const answer = await fetch(url, { headers: range ? { range } : {}, signal });
      if (answer.status !== 403 || anew) return pass(answer, response);
      await answer.body?.cancel();
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? "/", ORIGIN);
    const [, of, file] = INPUT.exec(`${request.method} ${pathname}`) ?? [];
    if (of !== undefined) return input(request, response, [Number(of), Number(file)]);
    if (request.headers.authorization !== `Bearer ${token}`) return refuse(response, 401, "This is not ATRIUM_TOKEN.");
    if (request.method === "GET" && pathname === BASE) {
      latest = await client.job();
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify(shown(latest)));
      return;
    }
    const path = pathname.startsWith(`${BASE}/`) ? pathname.slice(BASE.length) : "";
    if (!CALLS.some((call) => call.test(`${request.method} ${path}`)))
      return refuse(response, 404, "A job of an image has no such endpoint.");
    const body = await bodyOf(request);
    if (!body) return refuse(response, 413, "That is more than one request may have.");
    await pass(
      await client.pass(request.method ?? "", path, { type: request.headers["content-type"], body }),
      response,
    );
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else refuse(response, 502, error instanceof Error ? error.message : String(error));
    });
  });
  // A program whose connection stays open would not end by itself.
  server.maxRequestsPerSocket = 1;
  // Relative, as the path of a socket has 107 characters at most.
  process.chdir(folder);
  server.listen(socket);
  await once(server, "listening");
  // Whoever reaches the folder may: the user of the sandbox, who is another one where this is root.
  await chmod(join(folder, socket), 0o666);
  return {
    url: `${ORIGIN}${BASE}`,
    close(): void {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** With addresses that lead through the door. */
const shown = (job: Job): object => ({
  ...job,
  inputs: job.inputs.map(({ files, ...input }, of) => ({
    ...input,
    ...(files && { files: files.map((file, at) => ({ ...file, url: `${ORIGIN}/inputs/${of}/${at}` })) }),
  })),
});

async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes <= LARGEST_BODY) pieces.push(piece);
    else if (bytes > LARGEST_HEARD) return undefined;
  }
  return bytes <= LARGEST_BODY ? Buffer.concat(pieces) : undefined;
}

async function pass(answer: Response, response: ServerResponse): Promise<void> {
  const headers = PASSED.flatMap((name) => {
    const value = answer.headers.get(name);
    // What was compressed on the way has another length here.
    const unknown = name === "content-length" && answer.headers.has("content-encoding");
    return value === null || unknown ? [] : [[name, value] as const];
  });
  response.writeHead(answer.status, Object.fromEntries(headers));
  if (answer.body) await pipeline(Readable.fromWeb(answer.body as ReadableStream), response);
  else response.end();
}

function refuse(response: ServerResponse, status: number, detail: string): void {
  response.writeHead(status, { "content-type": "application/problem+json" });
  response.end(JSON.stringify({ status, detail }));
}
