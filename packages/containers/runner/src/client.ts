import { Job, type Report, type Upload, type Uploaded } from "./job.ts";
import { retry, succeeded } from "./retry.ts";

const ARROW = "application/vnd.apache.arrow.stream";
const ANSWER_MS = 30_000;

export type Client = ReturnType<typeof createClient>;

/** The API as a job knows it. The token is good for this attempt of this run and nothing else. */
export function createClient(base: string, token: string, signal: AbortSignal) {
  function call(method: string, path: string, body?: object): Promise<unknown> {
    return retry(async () => {
      const response = await fetch(`${base}/api/v1/job${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, ...(body && { "content-type": "application/json" }) },
        body: body && JSON.stringify(body),
        signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]),
        redirect: "error",
      });
      const text = await (await succeeded(response, "Atrium")).text();
      return text === "" ? undefined : JSON.parse(text);
    }, signal);
  }

  return {
    /** As it is said, to whoever understands it itself. */
    pass: (method: string, path: string, { type, body }: { type?: string | undefined; body?: Buffer | undefined }) =>
      fetch(`${base}/api/v1/job${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, ...(type && { "content-type": type }) },
        ...(body && { body: new Uint8Array(body) }),
        signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]),
        redirect: "error",
      }),
    /** Tables come from the API itself, for the token; whatever else has its right in its URL. */
    headersFor: (url: string): Record<string, string> =>
      new URL(url).origin === new URL(base).origin ? { authorization: `Bearer ${token}`, accept: ARROW } : {},
    job: async (): Promise<Job> => Job.parse(await call("GET", "")),
    report: async (report: Report) => (await call("POST", "/reports", report)) as { cancelled: boolean },
    upload: async (upload: Upload) => (await call("POST", "/uploads", upload)) as Uploaded,
    result: (result: object) => call("POST", "/result", result),
  };
}
