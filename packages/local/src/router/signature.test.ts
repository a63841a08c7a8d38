import type { IncomingMessage } from "node:http";
import { AwsClient } from "aws4fetch";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { verify } from "./signature.ts";

const credentials = { accessKeyId: "AKIATEST", secretAccessKey: "test-secret" };

type Signed = { method: string; url: string; headers: Record<string, string>; body: Buffer };

async function sign(url: string, body: string, service = "batch"): Promise<Signed> {
  const client = new AwsClient({ ...credentials, region: "eu-west-1", service });
  const request = await client.sign(url, { method: "POST", body, headers: { "content-type": "application/json" } });
  const { pathname, search, host } = new URL(request.url);
  return {
    method: "POST",
    url: pathname + search,
    headers: { ...Object.fromEntries(request.headers), host },
    body: Buffer.from(body),
  };
}

const check = ({ body, ...request }: Signed, now = Date.now()) =>
  verify(request as unknown as IncomingMessage, body, [credentials], now);

const code = (run: () => unknown) => {
  try {
    return run();
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe("Signature Version 4", () => {
  test("says who signed, and for which service", async () => {
    const signed = await sign("http://127.0.0.1:1234/v1/submitjob", "{}");
    expect(check(signed)).toEqual({ accessKeyId: "AKIATEST", service: "batch" });
  });

  test("any path, query and body that a client signs is accepted", async () => {
    const text = fc.string({ unit: "binary", maxLength: 12 }).map((raw) => raw.toWellFormed());
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { maxLength: 3 }),
        fc.array(fc.tuple(text, text), { maxLength: 3 }),
        text,
        async (path, query, body) => {
          const url = new URL(`http://127.0.0.1/a/${path.map(encodeURIComponent).join("/")}`);
          for (const [name, value] of query) url.searchParams.append(`k${name}`, value);
          expect(check(await sign(url.toString(), body))).toMatchObject({ service: "batch" });
        },
      ),
      { numRuns: 30 },
    );
  });

  test.each<[string, (signed: Signed) => Signed, string]>([
    ["another body", (signed) => ({ ...signed, body: Buffer.from("[]") }), "InvalidSignatureException"],
    ["another path", (signed) => ({ ...signed, url: "/v1/canceljob" }), "InvalidSignatureException"],
    ["another method", (signed) => ({ ...signed, method: "GET" }), "InvalidSignatureException"],
    ["another host", (signed) => withHeader(signed, "host", "elsewhere"), "InvalidSignatureException"],
    ["no signature", (signed) => withHeader(signed, "authorization", ""), "MissingAuthenticationTokenException"],
    ["another scheme", (signed) => withHeader(signed, "authorization", "Bearer x"), "IncompleteSignatureException"],
    [
      "a key nobody has",
      (signed) =>
        withHeader(signed, "authorization", signed.headers.authorization?.replace("AKIATEST", "AKIAOTHER") ?? ""),
      "UnrecognizedClientException",
    ],
  ])("%s is refused", async (_, change, expected) => {
    const signed = change(await sign("http://127.0.0.1/v1/submitjob", "{}"));
    expect(code(() => check(signed))).toBe(expected);
  });

  test("a signature is good for five minutes around its time", async () => {
    const signed = await sign("http://127.0.0.1/v1/submitjob", "{}");
    for (const minutes of [-6, 6]) {
      expect(code(() => check(signed, Date.now() + minutes * 60_000))).toBe("InvalidSignatureException");
    }
    expect(check(signed, Date.now() + 4 * 60_000)).toMatchObject({ service: "batch" });
  });
});

const withHeader = (signed: Signed, name: string, value: string): Signed => ({
  ...signed,
  headers: { ...signed.headers, [name]: value },
});
