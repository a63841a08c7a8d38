import { createHash } from "node:crypto";
import { request } from "node:http";
import { GetObjectCommand, PutObjectCommand, UploadPartCommand } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bucket as Bucket, codeIn, presigningClient, startTestServer, type TestServer } from "./testing.ts";

let server: TestServer;
let presigner: ReturnType<typeof presigningClient>;
beforeAll(async () => {
  server = await startTestServer();
  presigner = presigningClient(server.url);
  await server.client.send(new PutObjectCommand({ Bucket, Key: "page", Body: "<b>hi</b>", ContentType: "text/html" }));
});
afterAll(async () => {
  presigner.destroy();
  await server.stop();
});

const presignPut = (Key: string, extra = {}, options = {}) =>
  getSignedUrl(presigner, new PutObjectCommand({ Bucket, Key, ...extra }), { expiresIn: 60, ...options });
const presignGet = (Key: string, extra = {}) =>
  getSignedUrl(presigner, new GetObjectCommand({ Bucket, Key, ...extra }));
const put = (url: string, body: string, headers = {}) => fetch(url, { method: "PUT", body, headers });

test("a presigned URL puts and gets what it names and nothing else", async () => {
  const url = await presignPut("presigned");
  expect((await put(url, "hello")).status).toBe(200);
  expect(await (await fetch(await presignGet("presigned"))).text()).toBe("hello");
  expect(await codeIn(await put(url.replace("presigned?", "other?"), "hello"))).toBe("SignatureDoesNotMatch");
  expect(await codeIn(await fetch(url))).toBe("SignatureDoesNotMatch");
  expect(await codeIn(await put(`${url}&partNumber=1`, "hello"))).toBe("SignatureDoesNotMatch");
  expect(await codeIn(await put(url, "hello", { "x-amz-meta-a": "b" }))).toBe("AccessDenied");
});

test("a signed length and type hold the client to them", async () => {
  const url = await presignPut("exact", { ContentLength: 5 });
  expect(await codeIn(await put(url, "too long"))).toBe("SignatureDoesNotMatch");
  expect((await put(url, "right")).status).toBe(200);
  const typed = await presignPut(
    "typed",
    { ContentType: "image/png" },
    { signableHeaders: new Set(["content-type", "host"]) },
  );
  expect(await codeIn(await put(typed, "x", { "content-type": "text/html" }))).toBe("SignatureDoesNotMatch");
  expect((await put(typed, "x", { "content-type": "image/png" })).status).toBe(200);
});

test("a checksum in the URL is that of the body", async () => {
  const crc = await presignPut("checked", { ChecksumCRC32: "NhCmhg==" }, { unhoistableHeaders: new Set() });
  expect((await put(crc, "hello")).status).toBe(200);
  expect(await codeIn(await put(crc, "jello"))).toBe("BadDigest");
  // What a client that forgets requestChecksumCalculation signs: the checksum of no body at all.
  const careless = await getSignedUrl(server.client, new PutObjectCommand({ Bucket, Key: "careless" }));
  expect(careless).toContain("x-amz-checksum-crc32=AAAAAA");
  expect(await codeIn(await put(careless, "hello"))).toBe("BadDigest");
});

test("metadata in the URL counts as if sent", async () => {
  const url = await presignPut("hoisted", { Metadata: { a: "b" } });
  expect((await put(url, "x")).status).toBe(200);
  expect((await fetch(await presignGet("hoisted"))).headers.get("x-amz-meta-a")).toBe("b");
});

test("a presigned part of an upload that does not exist", async () => {
  const part = new UploadPartCommand({ Bucket, Key: "none", UploadId: "none", PartNumber: 1 });
  expect(await codeIn(await put(await getSignedUrl(presigner, part), "x"))).toBe("NoSuchUpload");
});

test("response headers can be overridden, by the signer only", async () => {
  const url = await presignGet("page", {
    ResponseContentDisposition: 'attachment; filename="p"',
    ResponseContentType: "text/plain",
  });
  const response = await fetch(url);
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="p"');
  expect(response.headers.get("content-type")).toBe("text/plain");
  expect(await codeIn(await fetch(`${await presignGet("page")}&response-content-type=text%2Fplain`))).toBe(
    "SignatureDoesNotMatch",
  );
  expect(await codeIn(await fetch(await presignGet("page", { ResponseContentType: "a\r\nb: c" })))).toBe(
    "InvalidArgument",
  );
});

test("strangers get 403 and no bytes", async () => {
  for (const path of ["/", `/${Bucket}`, `/${Bucket}/page`, "/no-such-bucket/x"]) {
    const response = await fetch(server.url + path);
    expect([response.status, await codeIn(response)]).toEqual([403, "AccessDenied"]);
  }
  expect((await fetch(`${server.url}/${Bucket}/page`, { method: "HEAD" })).status).toBe(403);
  expect(await codeIn(await put(`${server.url}/${Bucket}/page`, "x"))).toBe("AccessDenied");
});

const preflight = (origin: string, method: string, headers?: string) =>
  fetch(`${server.url}/${Bucket}/page`, {
    method: "OPTIONS",
    headers: {
      origin,
      "access-control-request-method": method,
      ...(headers ? { "access-control-request-headers": headers } : {}),
    },
  });

test("CORS preflight follows the rules", async () => {
  const yes = await preflight("http://site.test", "PUT", "Content-Type, x-amz-meta-a");
  expect(yes.status).toBe(200);
  expect(Object.fromEntries(yes.headers)).toMatchObject({
    "access-control-allow-origin": "http://site.test",
    "access-control-allow-methods": "PUT, GET",
    "access-control-allow-headers": "content-type, x-amz-meta-a",
    "access-control-expose-headers": "ETag",
  });
  expect((await preflight("https://a.example.org", "GET")).headers.get("access-control-max-age")).toBe("60");
  for (const [origin, method, headers] of [
    ["http://site.test", "DELETE", undefined],
    ["http://site.test", "PUT", "authorization"],
    ["http://other.test", "GET", undefined],
    ["https://example.org.evil.test", "GET", undefined],
  ] as const)
    expect(await codeIn(await preflight(origin, method, headers))).toBe("AccessForbidden");
});

test("answers, refusals too, carry CORS headers for allowed origins only", async () => {
  const url = await presignGet("page");
  const allowed = await fetch(url, { headers: { origin: "http://site.test" } });
  expect(allowed.headers.get("access-control-expose-headers")).toBe("ETag");
  const refused = await fetch(`${server.url}/${Bucket}/page`, { headers: { origin: "http://site.test" } });
  expect([refused.status, refused.headers.get("access-control-allow-origin")]).toEqual([403, "http://site.test"]);
  const other = await fetch(url, { headers: { origin: "http://other.test" } });
  expect(other.headers.has("access-control-allow-origin")).toBe(false);
});

test("addresses a bucket by host name as well", async () => {
  const { port } = new URL(server.url);
  const client = presigningClient(`http://localhost:${port}`);
  const url = new URL(await getSignedUrl(client, new GetObjectCommand({ Bucket, Key: "page" })));
  client.destroy();
  expect(url.hostname).toBe(`${Bucket}.localhost`);
  // The name need not resolve for this test: the connection goes to the address, the Host header names the bucket.
  const status = await new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port, path: url.pathname + url.search, headers: { host: url.host } };
    request(options, (response) => resolve(response.resume().statusCode))
      .on("error", reject)
      .end();
  });
  expect(status).toBe(200);
});

test("a client that asks before sending gets its refusal without sending", async () => {
  const url = new URL(`${server.url}/${Bucket}/page`);
  const outcome = await new Promise((resolve, reject) => {
    const headers = { "content-length": 1024 ** 3, expect: "100-continue" };
    const call = request(url, { method: "PUT", headers });
    call.on("continue", () => resolve("asked to send"));
    call.on("response", (response) => resolve(response.resume().statusCode));
    call.on("error", reject);
    call.flushHeaders();
  });
  expect(outcome).toBe(403);
});

test("a cut-off body changes nothing", async () => {
  const url = new URL(await presignPut("page"));
  await new Promise<void>((resolve) => {
    const call = request(url, { method: "PUT", headers: { "content-length": 1000 } });
    call.on("error", () => resolve());
    call.write("half", () => setTimeout(() => call.destroy(), 20));
  });
  expect(await (await fetch(await presignGet("page"))).text()).toBe("<b>hi</b>");
});

test("a body needs a length", async () => {
  const url = new URL(await presignPut("endless"));
  const code = await new Promise((resolve, reject) => {
    const call = request(url, { method: "PUT" }, (response) => resolve(response.resume().statusCode));
    call.on("error", reject);
    call.write("chunk");
    call.end();
  });
  expect(code).toBe(411);
});

test("errors are XML with the request's id", async () => {
  const response = await fetch(await presignGet("no such key"));
  const body = await response.text();
  expect(response.headers.get("content-type")).toBe("application/xml");
  expect(body).toContain(`<RequestId>${response.headers.get("x-amz-request-id")}</RequestId>`);
  expect(createHash("md5").update(body).digest("hex")).toHaveLength(32);
  expect(body).toContain("<Code>NoSuchKey</Code>");
});

test.each(["/%", "/%ff/x", "http://other.test/objects/page", "/objects/%zz?x=%"])(
  "a broken address %s is refused",
  async (path) => {
    const { hostname, port } = new URL(server.url);
    const status = await new Promise((resolve, reject) => {
      request({ hostname, port, path }, (response) => resolve(response.resume().statusCode))
        .on("error", reject)
        .end();
    });
    expect(status).toBe(400);
  },
);
