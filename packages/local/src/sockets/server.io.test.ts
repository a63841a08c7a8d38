import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { AwsClient } from "aws4fetch";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { Graph } from "../graph/index.ts";
import type { Outcome } from "../lambda/index.ts";
import type { AwsError } from "../router/error.ts";
import { readBody } from "../router/http.ts";
import { credentials, region } from "../router/testing.ts";
import { socketApis } from "./api.ts";
import { createHub } from "./hub.ts";
import { managementCall } from "./management.ts";
import { createSocketServer } from "./server.ts";

type Event = {
  body?: string;
  headers?: Record<string, string>;
  queryStringParameters?: Record<string, string>;
  requestContext: { routeKey: string; connectionId: string; eventType: string; disconnectStatusCode?: number };
};

const fn = (name: string) => `arn:aws:lambda:eu-west-1:123456789012:function:${name}`;
const resource = (type: string, id: string, inputs: object) => ({ type, name: id, id, arn: id, inputs });
const route = (routeKey: string, name: string) => [
  resource("aws:apigatewayv2/integration:Integration", `to-${routeKey}`, {
    apiId: "live",
    integrationUri: `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${fn(name)}/invocations`,
  }),
  resource("aws:apigatewayv2/route:Route", routeKey, {
    apiId: "live",
    routeKey,
    target: `integrations/to-${routeKey}`,
  }),
];
const program = new Graph([
  resource("aws:apigatewayv2/api:Api", "live", { name: "live", protocolType: "WEBSOCKET" }),
  resource("aws:apigatewayv2/api:Api", "http", { name: "http", protocolType: "HTTP" }),
  resource("aws:apigatewayv2/stage:Stage", "stage", { apiId: "live", name: "$default" }),
  ...route("$connect", "connect"),
  ...route("$disconnect", "disconnect"),
  ...route("$default", "rest"),
  ...route("subscribe", "subscribe"),
]);

const hub = createHub();
const events: { name: string; event: Event }[] = [];
let reply: (name: string, event: Event) => object | "fails";
const limits = { idleMs: 60_000, lifeMs: 60_000 };
const sockets = createSocketServer({
  ...{ apis: socketApis(program), hub, limits, log: { event: () => undefined } },
  lambda: {
    async invoke(reference, payload): Promise<Outcome> {
      const [name, event] = [reference.split(":").at(-1) ?? "", JSON.parse(payload.toString()) as Event];
      events.push({ name, event });
      const answer = reply(name, event);
      return answer === "fails"
        ? { kind: "error", payload: Buffer.from("{}") }
        : { kind: "value", payload: Buffer.from(JSON.stringify(answer)) };
    },
  },
});
let door: Server;
let port: number;

beforeAll(async () => {
  door = createServer((request, response) => {
    void readBody(request).then(async (body) => {
      const { run } = managementCall(hub, request.method, request.url ?? "", body);
      const answer = await run?.().catch((error: AwsError) => ({ status: error.status, body: error.code }));
      response.writeHead(answer?.status ?? 200).end(answer?.body);
    });
  });
  door.on("upgrade", (request, socket) => sockets.upgrade(request, socket));
  door.listen(0, "127.0.0.1");
  await once(door, "listening");
  port = (door.address() as AddressInfo).port;
});
afterEach(async () => {
  await sockets.stop();
  events.length = 0;
  reply = () => ({ statusCode: 200 });
});
afterAll(() => door.close());

reply = () => ({ statusCode: 200 });
const address = (path = "/sockets/live/$default") => `ws://127.0.0.1:${port}${path}`;

async function open(path?: string, protocols: string[] = []): Promise<WebSocket> {
  const socket = new WebSocket(address(path), protocols);
  const opened = Promise.withResolvers<WebSocket>();
  socket.onopen = () => opened.resolve(socket);
  socket.onerror = () => opened.reject(new Error("refused"));
  return opened.promise;
}

const nextMessage = (socket: WebSocket) =>
  new Promise<string>((resolve) => {
    socket.addEventListener("message", ({ data }) => resolve(String(data)), { once: true });
  });
const closed = (socket: WebSocket) =>
  new Promise<number>((resolve) => {
    socket.addEventListener("close", ({ code }) => resolve(code), { once: true });
  });
const idOf = () => events[0]?.event.requestContext.connectionId ?? "";

const client = new AwsClient({ ...credentials, region, service: "execute-api", retries: 0 });
const manage = (method: string, id: string, body?: string) =>
  client.fetch(`http://127.0.0.1:${port}/sockets/live/$default/@connections/${encodeURIComponent(id)}`, {
    method,
    body,
  });

describe("a client", () => {
  test("connects, speaks, is spoken to and leaves", async () => {
    const socket = await open("/sockets/live/$default?ticket=t&ticket=u");
    expect(events[0]).toMatchObject({
      name: "connect",
      event: {
        queryStringParameters: { ticket: "u" },
        headers: { upgrade: "websocket" },
        requestContext: { routeKey: "$connect", eventType: "CONNECT", apiId: "live", stage: "$default" },
      },
    });
    socket.send('{"action":"subscribe","to":"é"}');
    socket.send("not JSON");
    await expect.poll(() => events.length).toBe(3);
    expect(events[1]).toMatchObject({
      name: "subscribe",
      event: {
        body: '{"action":"subscribe","to":"é"}',
        requestContext: { eventType: "MESSAGE", connectionId: idOf() },
      },
    });
    expect(events[2]).toMatchObject({ name: "rest", event: { body: "not JSON" } });

    const heard = nextMessage(socket);
    expect((await manage("POST", idOf(), '{"n":"é"}')).status).toBe(200);
    expect(await heard).toBe('{"n":"é"}');
    expect(await (await manage("GET", idOf())).json()).toMatchObject({ identity: { sourceIp: "127.0.0.1" } });

    const left = closed(socket);
    socket.close(4000, "done");
    expect(await left).toBe(4000);
    await expect
      .poll(() => events.at(-1)?.event.requestContext)
      .toMatchObject({
        eventType: "DISCONNECT",
        disconnectStatusCode: 4000,
        disconnectReason: "done",
      });
    const gone = await manage("POST", idOf(), "x");
    expect([gone.status, await gone.text()]).toEqual([410, "GoneException"]);
  });

  test("agrees on the protocol that the function chose", async () => {
    reply = () => ({ statusCode: 200, headers: { "Sec-WebSocket-Protocol": "atrium" } });
    expect((await open(undefined, ["other", "atrium"])).protocol).toBe("atrium");
  });

  test("is thrown out by the management API", async () => {
    const left = closed(await open());
    expect((await manage("DELETE", idOf())).status).toBe(204);
    expect(await left).toBe(1000);
  });

  test("hears of a function that failed", async () => {
    const socket = await open();
    reply = () => "fails";
    const heard = nextMessage(socket);
    socket.send("x");
    expect(JSON.parse(await heard)).toMatchObject({ message: "Internal server error", connectionId: idOf() });
  });

  test("that the function refuses, or that asks for what is not there, is not let in", async () => {
    reply = () => ({ statusCode: 401 });
    await expect(open()).rejects.toThrow("refused");
    expect(await statusOf("/sockets/live/$default")).toBe(401);
    expect(await statusOf("/sockets/other/$default")).toBe(403);
    expect(await statusOf("/sockets/http/$default")).toBe(403);
    reply = () => "fails";
    expect(await statusOf("/sockets/live/$default")).toBe(500);
    expect(hub.all()).toEqual([]);
  });
});

describe("limits", () => {
  test("a message of 128 KiB in frames of 32 KiB is taken, one byte more is not", async () => {
    const taken = await raw();
    const quarter = Buffer.alloc(32 * 1024, "x");
    for (const [index, final] of [false, false, false, true].entries())
      taken.write(masked(index === 0 ? 1 : 0, quarter, final));
    await expect.poll(() => events.find(({ name }) => name === "rest")?.event.body?.length).toBe(128 * 1024);
    const refused = await raw();
    for (const index of [0, 1, 2, 3]) refused.write(masked(index === 0 ? 1 : 0, quarter, false));
    refused.write(masked(0, Buffer.from("x"), true));
    expect(await closeCode(refused)).toBe(1009);
    taken.destroy();
  });

  test("a frame above 32 KiB is refused", async () => {
    const socket = await open();
    const left = closed(socket);
    socket.send("x".repeat(32 * 1024 + 1));
    expect(await left).toBe(1009);
  });

  test("a message of 128 KiB can be sent to a client, one byte more cannot", async () => {
    const socket = await open();
    const heard = nextMessage(socket);
    expect((await manage("POST", idOf(), "x".repeat(128 * 1024))).status).toBe(200);
    expect(await heard).toHaveLength(128 * 1024);
    const refused = await manage("POST", idOf(), "x".repeat(128 * 1024 + 1));
    expect([refused.status, await refused.text()]).toEqual([413, "PayloadTooLargeException"]);
  });

  test("silence, and the life of a connection, have an end", async () => {
    limits.idleMs = 50;
    expect(await closed(await open())).toBe(1001);
    Object.assign(limits, { idleMs: 60_000, lifeMs: 50 });
    expect(await closed(await open())).toBe(1001);
    limits.lifeMs = 60_000;
  });
});

describe("a broken client", () => {
  test.each([
    ["no mask", Buffer.from([0x81, 0x01, 0x61]), 1002],
    ["an extension", Buffer.from([0xc1, 0x80, 0, 0, 0, 0]), 1002],
    ["a continuation of nothing", masked(0, Buffer.from("x"), true), 1002],
    ["a ping in pieces", masked(9, Buffer.from("x"), false), 1002],
    ["bytes", masked(2, Buffer.from("x"), true), 1003],
    ["what is not UTF-8", masked(1, Buffer.from([0xff]), true), 1007],
    ["a length beyond reason", Buffer.from([0x81, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]), 1009],
  ])("that sends %s is told why it is closed", async (_, bytes, code) => {
    const socket = await raw();
    socket.write(bytes);
    expect(await closeCode(socket)).toBe(code);
  });

  test("that vanishes is taken leave of", async () => {
    (await raw()).destroy();
    await expect.poll(() => events.at(-1)?.event.requestContext).toMatchObject({ disconnectStatusCode: 1006 });
    expect(hub.all()).toEqual([]);
  });

  test("a message cut into single bytes is one message, and a ping is answered", async () => {
    const socket = await raw();
    socket.setNoDelay(true);
    for (const byte of masked(1, Buffer.from("cut up"), true)) socket.write(Buffer.from([byte]));
    await expect.poll(() => events.at(-1)?.event.body).toBe("cut up");
    const answer = once(socket, "data");
    socket.write(masked(9, Buffer.from("hi"), true));
    expect((await answer)[0]).toEqual(Buffer.from([0x8a, 2, 0x68, 0x69]));
    socket.destroy();
  });
});

const handshake = (path: string) =>
  [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    "",
    "",
  ].join("\r\n");

async function statusOf(path: string): Promise<number> {
  const socket = connect(port, "127.0.0.1");
  socket.write(handshake(path));
  const [data] = (await once(socket, "data")) as [Buffer];
  socket.destroy();
  return Number(data.toString().split(" ")[1]);
}

/** A connection below any client's manners. */
async function raw(): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  socket.write(handshake("/sockets/live/$default"));
  const [data] = (await once(socket, "data")) as [Buffer];
  expect(data.toString()).toContain("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
  return socket;
}

async function closeCode(socket: Socket): Promise<number> {
  const [data] = (await once(socket, "data")) as [Buffer];
  socket.destroy();
  expect(data[0]).toBe(0x88);
  return data.readUInt16BE(2);
}

function masked(opcode: number, payload: Buffer, final: boolean): Buffer {
  const mask = Buffer.from([1, 2, 3, 4]);
  const head = Buffer.alloc(payload.length > 125 ? 4 : 2);
  head[0] = (final ? 0x80 : 0) | opcode;
  head[1] = 0x80 | (payload.length > 125 ? 126 : payload.length);
  if (payload.length > 125) head.writeUInt16BE(payload.length, 2);
  return Buffer.concat([head, mask, payload.map((byte, at) => byte ^ (mask[at % 4] ?? 0))]);
}
