import { describe, expect, it, vi } from "vitest";
import { createTransport, type TransportOptions } from "./transport.ts";

const problem = (status: number, code: string, headers = {}) =>
  Response.json({ status, code, detail: `because of ${code}`, requestId: "req_1" }, { status, headers });

function setup(answers: (Response | Error)[], options: TransportOptions = {}) {
  const sent: Request[] = [];
  const waits: number[] = [];
  const transport = createTransport({
    fetch: async (request) => {
      sent.push(request);
      const answer = answers.shift() ?? Response.json({ done: true });
      if (answer instanceof Error) throw answer;
      return answer;
    },
    wait: async (ms) => void waits.push(ms),
    ...options,
  });
  const call = (method: string, init: RequestInit = {}) =>
    transport(new Request("http://atrium.test/api/v1/things", { method, ...init }));
  return { call, sent, waits };
}

describe("transport", () => {
  it("sends the API key", async () => {
    const { call, sent } = setup([], { apiKey: "k1" });
    await call("GET");
    expect(sent[0]?.headers.get("authorization")).toBe("Bearer k1");
  });

  it("turns a problem document into an AtriumError", async () => {
    const { call } = setup([problem(404, "project.not_found")]);
    await expect(call("GET")).rejects.toMatchObject({
      status: 404,
      code: "project.not_found",
      detail: "because of project.not_found",
      requestId: "req_1",
    });
  });

  it("survives an answer that is no problem document", async () => {
    const { call } = setup([new Response("<h1>Bad Gateway</h1>", { status: 400 })]);
    await expect(call("GET")).rejects.toMatchObject({ status: 400, code: "http.400" });
  });

  it("waits as long as Retry-After says while the database wakes", async () => {
    const { call, sent, waits } = setup([problem(503, "database.waking", { "retry-after": "2" })]);
    expect((await call("GET")).status).toBe(200);
    expect(sent).toHaveLength(2);
    expect(waits).toEqual([2000]);
  });

  it("tells at once what asks for more patience than a request has", async () => {
    const { call, sent } = setup([problem(429, "auth.too_many_attempts", { "retry-after": "900" })]);
    await expect(call("POST", { body: "{}" })).rejects.toMatchObject({ code: "auth.too_many_attempts" });
    expect(sent).toHaveLength(1);
  });

  it("gives up after its retries and tells the last refusal", async () => {
    const { call, sent } = setup(
      [1, 2, 3].map(() => problem(429, "rate.limited")),
      { retries: 2 },
    );
    await expect(call("GET")).rejects.toMatchObject({ code: "rate.limited" });
    expect(sent).toHaveLength(3);
  });

  it("repeats a POST with the same idempotency key and the same body", async () => {
    const { call, sent } = setup([new TypeError("fetch failed")]);
    await call("POST", { body: "{}" });
    const keys = sent.map((request) => request.headers.get("idempotency-key"));
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys[1]).toBe(keys[0]);
    expect(await sent[1]?.text()).toBe("{}");
  });

  it("never repeats a PATCH", async () => {
    const { call, sent } = setup([new TypeError("fetch failed")]);
    await expect(call("PATCH", { body: "{}" })).rejects.toMatchObject({ code: "network.unreachable", status: 0 });
    expect(sent).toHaveLength(1);
  });

  it("does not repeat what was refused for good", async () => {
    const { call, sent } = setup([problem(403, "access.denied")]);
    await expect(call("GET")).rejects.toMatchObject({ code: "access.denied" });
    expect(sent).toHaveLength(1);
  });

  it("gives up an attempt that takes too long", async () => {
    const { call } = setup([], {
      retries: 0,
      timeoutMs: 5,
      fetch: (request) =>
        new Promise((_, reject) => request.signal.addEventListener("abort", () => reject(request.signal.reason))),
    });
    await expect(call("GET")).rejects.toMatchObject({ code: "network.timeout" });
  });

  it("stops at once, with the caller's reason, when the caller aborts", async () => {
    const reason = new Error("enough");
    const abort = new AbortController();
    const fetch = vi.fn(async () => {
      abort.abort(reason);
      throw new TypeError("fetch failed");
    });
    const { call } = setup([], { fetch });
    await expect(call("GET", { signal: abort.signal })).rejects.toBe(reason);
    expect(fetch).toHaveBeenCalledTimes(1);
  });
});
