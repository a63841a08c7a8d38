import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Lambda, Outcome } from "../lambda/index.ts";
import { LogFile } from "../log/index.ts";
import { program } from "./fixtures/program.ts";
import { behaviorsOf, type FrontDoor, loadSite, startFrontDoor } from "./index.ts";

type Event = Record<string, unknown> & {
  headers: Record<string, string>;
  requestContext: { http: Record<string, string> };
};

let folder: string;
let door: FrontDoor;
const calls: { name: string; event: Event }[] = [];
let reply: (event: Event) => Outcome | Promise<Outcome>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "atrium-door-"));
  await mkdir(join(folder, "assets"));
  await writeFile(join(folder, "index.html"), `<!doctype html>${"<p>page</p>".repeat(200)}`);
  await writeFile(join(folder, "assets", "app-1a2b.js"), `export const text = "${"x".repeat(4_000)}";`);
  const lambda: Lambda = {
    async invoke(name, payload) {
      const event = JSON.parse(payload.toString("utf8")) as Event;
      calls.push({ name, event });
      return reply(event);
    },
    processes: () => 0,
    warm: async () => undefined,
    ready: () => undefined,
    stop: async () => undefined,
  };
  door = await startFrontDoor({ host: "127.0.0.1", port: 0, log: new LogFile(join(folder, "door.log")) });
  expect((await send("GET", "/")).status).toBe(503);
  door.open({ behaviors: behaviorsOf(program), lambda, site: await loadSite(folder) });
});
afterAll(async () => {
  await door.stop();
  await rm(folder, { recursive: true, force: true });
});
afterEach(() => {
  calls.length = 0;
});

const value = (result: unknown): Outcome => ({ kind: "value", payload: Buffer.from(JSON.stringify(result)) });
const ok = () => value({ statusCode: 200, body: "ok" });

type Sent = { status: number; headers: IncomingMessage["headers"]; body: Buffer };

/** Speaks HTTP itself: `fetch` would tidy up what these tests are about. */
function send(method: string, path: string, headers: Record<string, string | string[]> = {}, body?: Buffer | string) {
  return new Promise<Sent>((resolve, reject) => {
    const call = httpRequest({ host: "127.0.0.1", port: door.port, method, path, headers }, (response) => {
      const { statusCode: status = 0 } = response;
      buffer(response).then((bytes) => resolve({ status, headers: response.headers, body: bytes }), reject);
    });
    call.once("error", reject);
    call.end(body);
  });
}

const only = (): { name: string; event: Event } => {
  const [call, ...more] = calls;
  if (!call || more.length > 0) throw new Error(`${calls.length} calls, not one`);
  return call;
};

describe("the event of a function behind an HTTP API", () => {
  it("has the query, the cookies and the headers as API Gateway gives them", async () => {
    reply = ok;
    await send("GET", "/api/v1/x%20y?a=1&a=2&b=", { cookie: "one=1; two=2", "x-many": ["first", "second"] });
    const { name, event } = only();
    expect(name).toBe("arn:aws:lambda:eu-west-1:123456789012:function:main");
    expect(event).toMatchObject({
      version: "2.0",
      routeKey: "$default",
      rawPath: "/api/v1/x%20y",
      rawQueryString: "a=1&a=2&b=",
      cookies: ["one=1", "two=2"],
      queryStringParameters: { a: "1,2", b: "" },
      isBase64Encoded: false,
      requestContext: { http: { method: "GET", path: "/api/v1/x%20y", sourceIp: "127.0.0.1" }, stage: "$default" },
    });
    expect(event.headers["x-many"]).toBe("first,second");
    expect(event.headers.cookie).toBeUndefined();
    expect(event.headers.host).toBe("abcdefghij.execute-api.eu-west-1.amazonaws.com");
    expect(event.body).toBeUndefined();
  });

  it("has a text body as it is and any other in base64", async () => {
    reply = ok;
    await send("POST", "/api/v1/x", { "content-type": "application/json" }, '{"é":1}');
    expect(only().event).toMatchObject({ body: '{"é":1}', isBase64Encoded: false });
    calls.length = 0;
    await send("POST", "/api/v1/x", { "content-type": "application/octet-stream" }, Buffer.from([0, 255, 1]));
    expect(only().event).toMatchObject({ body: "AP8B", isBase64Encoded: true });
  });

  it("goes to the most specific route, with its path parameters", async () => {
    reply = ok;
    await send("POST", "/api/auth/sign-in/email");
    expect(only()).toMatchObject({
      name: "arn:aws:lambda:eu-west-1:123456789012:function:auth",
      event: { routeKey: "ANY /api/auth/{proxy+}", pathParameters: { proxy: "sign-in/email" } },
    });
  });

  it("carries what the network says, whatever the client claims", async () => {
    reply = ok;
    await send("GET", "/api/v1/x", {
      "x-origin-secret": "guessed",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
      "x-forwarded-for": "6.6.6.6",
    });
    expect(only().event.headers).toMatchObject({
      "x-origin-secret": "the secret",
      "x-forwarded-host": `127.0.0.1:${door.port}`,
      "x-forwarded-proto": "http",
      "x-forwarded-for": "127.0.0.1",
    });
  });
});

describe("the answer", () => {
  it("has the function's status, headers, cookies and binary body", async () => {
    const body = Buffer.from([1, 2, 0, 255]);
    reply = () =>
      value({
        statusCode: 201,
        headers: { "Content-Type": "application/x-thing", "X-One": "1" },
        cookies: ["a=1; HttpOnly", "b=2"],
        body: body.toString("base64"),
        isBase64Encoded: true,
      });
    const answer = await send("GET", "/api/v1/x");
    expect(answer.status).toBe(201);
    expect(answer.headers).toMatchObject({
      "x-one": "1",
      "set-cookie": ["a=1; HttpOnly", "b=2"],
      "content-length": "4",
    });
    expect(answer.body.equals(body)).toBe(true);
  });

  it("is the body of a 200 when the function returned no status", async () => {
    reply = () => value({ plain: true });
    const { status, body } = await send("GET", "/api/v1/x");
    expect({ status, body: JSON.parse(body.toString()) }).toEqual({ status: 200, body: { plain: true } });
  });

  it("has the policy's headers, over the function's where the policy says so", async () => {
    reply = () =>
      value({ statusCode: 200, headers: { "x-content-type-options": "sniff", "referrer-policy": "origin" }, body: "" });
    const { headers } = await send("GET", "/api/v1/x");
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "origin" });
  });

  it.each([
    ["a function that failed", { kind: "error", payload: Buffer.from('{"errorType":"Error"}') }, "/api/v1/x", 500],
    [
      "a failed function URL",
      { kind: "error", payload: Buffer.from('{"errorType":"Error"}') },
      "/api/v1/tables/1/rows",
      502,
    ],
    [
      "too many calls",
      { kind: "error", payload: Buffer.from('{"errorType":"TooManyRequestsException"}') },
      "/api/v1/x",
      503,
    ],
    ["a status that is none", value({ statusCode: "fine" }), "/api/v1/x", 500],
  ] as [string, Outcome, string, number][])("for %s is what AWS answers", async (_, outcome, path, status) => {
    reply = () => outcome;
    expect((await send("GET", path)).status).toBe(status);
  });

  it("to a body beyond 6 MB is 413, and the function is not called", async () => {
    reply = ok;
    expect((await send("POST", "/api/v1/x", {}, Buffer.alloc(6 * 1024 * 1024 + 1))).status).toBe(413);
    // In base64 this one becomes larger than the limit on its way to the function.
    expect((await send("POST", "/api/v1/x", {}, Buffer.alloc(5 * 1024 * 1024))).status).toBe(413);
    expect(calls).toEqual([]);
  });

  it("is compressed as the client accepts, when it is worth it", async () => {
    const text = JSON.stringify({ list: "same ".repeat(1_000) });
    reply = () => value({ statusCode: 200, headers: { "content-type": "application/json", etag: '"7"' }, body: text });
    const brotli = await send("GET", "/api/v1/x", { "accept-encoding": "gzip, br" });
    expect(brotli.headers).toMatchObject({ "content-encoding": "br", vary: "Accept-Encoding", etag: 'W/"7"' });
    expect(brotliDecompressSync(brotli.body).toString()).toBe(text);
    const gzip = await send("GET", "/api/v1/x", { "accept-encoding": "gzip" });
    expect(gunzipSync(gzip.body).toString()).toBe(text);
    expect((await send("GET", "/api/v1/x")).body.toString()).toBe(text);
    reply = () => value({ statusCode: 200, headers: { "content-type": "application/json" }, body: "{}" });
    expect((await send("GET", "/api/v1/x", { "accept-encoding": "br" })).headers["content-encoding"]).toBeUndefined();
  });
});

describe("a streamed answer", () => {
  const INTEGRATION = "application/vnd.awslambda.http-integration-response";
  const stream = (...chunks: (string | Buffer)[]): Outcome => ({
    kind: "stream",
    contentType: INTEGRATION,
    body: Readable.from(chunks.map((chunk) => Buffer.from(chunk))),
  });

  it("begins with its head, wherever the pieces were cut", async () => {
    const head = JSON.stringify({ statusCode: 206, headers: { "Atrium-Next": "c" }, cookies: ["a=1"] });
    for (const chunks of [
      [`${head}${"\0".repeat(8)}rows`],
      [head.slice(0, 5), head.slice(5), "\0\0\0", "\0".repeat(5), "ro", "ws"],
    ]) {
      reply = () => stream(...chunks);
      const { status, headers, body } = await send("GET", "/api/v1/tables/tbl_1/rows?limit=1");
      expect({ status, text: body.toString() }).toEqual({ status: 206, text: "rows" });
      expect(headers).toMatchObject({ "atrium-next": "c", "set-cookie": ["a=1"], "x-content-type-options": "nosniff" });
    }
    expect(calls[0]).toMatchObject({ name: "rows", event: { rawQueryString: "limit=1" } });
  });

  it("without a head is 502", async () => {
    reply = () => stream("no head at all");
    expect((await send("GET", "/api/v1/tables/1/rows")).status).toBe(502);
  });

  it("breaks off at 200 MB", async () => {
    const piece = Buffer.alloc(1024 * 1024);
    function* endless() {
      yield Buffer.from(`{"statusCode":200}${"\0".repeat(8)}`);
      for (let n = 0; n < 220; n++) yield piece;
    }
    reply = () => ({ kind: "stream", contentType: INTEGRATION, body: Readable.from(endless()) });
    await expect(send("GET", "/api/v1/tables/1/rows")).rejects.toThrow();
  });
});

describe("the site", () => {
  it("answers every page with the application and keeps hashed files for ever", async () => {
    const page = await send("GET", "/projects/prj_1");
    expect(page.headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "public, max-age=0, must-revalidate",
    });
    const script = await send("GET", "/assets/app-1a2b.js");
    expect(script.headers).toMatchObject({
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
    });
    expect((await send("GET", "/assets/app-gone.js")).status).toBe(404);
  });

  it("says 304 to a page that did not change, compressed or not", async () => {
    const { headers } = await send("GET", "/", { "accept-encoding": "br" });
    expect(headers.etag).toMatch(/^W\//);
    const again = await send("GET", "/", { "if-none-match": String(headers.etag), "accept-encoding": "br" });
    expect({ status: again.status, length: again.body.length }).toEqual({ status: 304, length: 0 });
  });

  it("takes no other method, and answers HEAD without a body", async () => {
    expect((await send("POST", "/")).status).toBe(403);
    const head = await send("HEAD", "/");
    expect({ status: head.status, length: head.body.length }).toEqual({ status: 200, length: 0 });
  });

  it("does not leave its folder", async () => {
    for (const path of ["/../door.log", "/%2e%2e/door.log", "/assets/..%2f..%2fetc/passwd"]) {
      expect((await send("GET", path)).body.toString()).not.toContain("root:");
    }
  });
});

describe("a WebSocket", () => {
  const upgrade = (headers: Record<string, string>) =>
    new Promise<number>((resolve, reject) => {
      const asking = { connection: "Upgrade", upgrade: "websocket", ...headers };
      httpRequest({ host: "127.0.0.1", port: door.port, path: "/sockets/live/stage", headers: asking })
        .once("response", ({ statusCode = 0 }) => resolve(statusCode))
        .once("error", reject)
        .end();
    });

  it("is for those who serve one, and for our own name", async () => {
    expect(await upgrade({})).toBe(404);
    expect(await upgrade({ host: "evil.example" })).toBe(421);
  });
});

describe("the host name", () => {
  it.each(["evil.example", "127.0.0.1.evil.example", "127.0.0.1:1", "localhost"])("%s is not ours", async (host) => {
    expect((await send("GET", "/", { host })).status).toBe(421);
    expect((await send("GET", "/api/v1/x", { host })).status).toBe(421);
  });

  it("is ours by number and by name", async () => {
    for (const host of [`127.0.0.1:${door.port}`, `localhost:${door.port}`]) {
      expect((await send("GET", "/", { host })).status).toBe(200);
    }
  });
});
