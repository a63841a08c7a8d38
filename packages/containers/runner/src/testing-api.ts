import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { Report, Upload } from "./job.ts";

const LIMITS = { seconds: 60, memoryMiB: 512, cpus: 1, processes: 64, diskMiB: 256, outputMiB: 16 };
export const TOKEN = "atj_test";

type Answer = { status: number; body?: object | Buffer };
type Result = { outputs: Record<string, unknown>[]; error?: { message: string; line?: number } };

/** The API of jobs as its clients see it, for one job: what it is, what it said, what it left. */
export async function startApi(job: object, inputs: Record<string, Buffer> = {}) {
  const reports: (Report & { at: number })[] = [];
  const objects = new Map<string, Buffer>();
  const pieces = new Map<string, string>();
  const refusals: string[] = [];
  let result: Result | undefined;
  let cancelled = false;
  let asked = 0;
  let tooOften = 0;

  async function answer(request: IncomingMessage): Promise<Answer> {
    const { pathname: path } = new URL(request.url ?? "", "http://api");
    const body = await buffer(request);
    const refusal = refusals.shift();
    if (refusal) return { status: Number(refusal) };
    if (path === "/api/v1/job/reports" && tooOften > 0) {
      tooOften--;
      return { status: 429 };
    }
    if (path.startsWith("/objects/")) {
      objects.set(path.slice("/objects/".length), body);
      return { status: 200 };
    }
    // As presigned URLs do, those of an earlier answer expire.
    if (path.startsWith(`/inputs/${asked}/`)) return { status: 200, body: inputs[path.split("/")[3] ?? ""] };
    if (path.startsWith("/inputs/")) return { status: 403 };
    if (request.headers.authorization !== `Bearer ${TOKEN}`) return { status: 401 };
    if (path.startsWith("/api/v1/job/results/")) {
      pieces.set(path, body.toString());
      return { status: 200, body: {} };
    }
    const json = body.length > 0 ? JSON.parse(body.toString()) : undefined;
    if (path === "/api/v1/job") return { status: 200, body: described() };
    if (path === "/api/v1/job/reports") {
      reports.push({ ...(json as Report), at: Date.now() });
      return { status: 200, body: { cancelled } };
    }
    if (path === "/api/v1/job/uploads") {
      const { name } = json as Upload;
      return { status: 200, body: { key: `runs/${name}`, url: `${url}/objects/runs/${name}`, headers: {} } };
    }
    result = json as Result;
    return { status: 204 };
  }

  const described = () => {
    asked++;
    const text = JSON.stringify({
      ...{ runId: "run_1", attempt: 1, task: "script", language: "javascript", environment: null, limits: LIMITS },
      ...{ inputs: [], outputs: [] },
      ...job,
    });
    return JSON.parse(text.replaceAll("{inputs}", `${url}/inputs/${asked}`)) as object;
  };

  const server = createServer((request, response) => {
    void answer(request).then(({ status, body }) => {
      response.writeHead(status, status === 429 ? { "retry-after": "1" } : {});
      response.end(body instanceof Buffer ? body : body && JSON.stringify(body));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    reports,
    objects,
    /** Lines that an image handed in, by path. */
    pieces,
    refusals,
    result: () => result,
    cancel: () => {
      cancelled = true;
    },
    /** So many reports are refused from now on. */
    refuseReports: (count: number) => {
      tooOften = count;
    },
    /** Of the addresses that were handed out so far none is good any more. */
    expire: () => {
      asked++;
    },
    lines: () => reports.flatMap(({ entries = [] }) => entries.map(({ message }) => message)),
    digest: (key: string) =>
      createHash("sha256")
        .update(objects.get(key) ?? "")
        .digest("hex"),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
