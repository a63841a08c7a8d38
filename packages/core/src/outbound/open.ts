import { type IncomingMessage, request as requestHTTP } from "node:http";
import { request as requestHTTPS } from "node:https";
import { AppError } from "../error/index.ts";
import { pinned } from "./connect.ts";
import { type Rule, resolve, type Target } from "./target.ts";

const MOST_REDIRECTS = 5;
const SILENT_MS = 30_000;

export type Opened = { url: URL; body: IncomingMessage; headers: IncomingMessage["headers"] };

/** Reads what is at an address. Where it sends us on to is looked at like the address itself, a few times. */
export async function open(
  text: string,
  rule: Rule,
  { signal, headers = {} }: { signal?: AbortSignal | undefined; headers?: Record<string, string> } = {},
): Promise<Opened> {
  let at = text;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const target = await resolve(at, rule);
    const body = await get(target, { signal, headers });
    const { statusCode = 0 } = body;
    const { location } = body.headers;
    if (statusCode >= 200 && statusCode < 300) return { url: target.url, body, headers: body.headers };
    body.destroy();
    if (statusCode < 300 || statusCode > 399 || location === undefined) throw answered(rule, statusCode);
    if (!URL.canParse(location, target.url.href)) throw answered(rule, statusCode);
    at = new URL(location, target.url).href;
  }
  throw new AppError("unprocessable", `${rule.domain}.too_many_redirects`, "This address leads on and on.", {
    fields: [{ path: "/url", message: `More than ${MOST_REDIRECTS} redirects` }],
  });
}

const get = (
  target: Target,
  { signal, headers }: { signal: AbortSignal | undefined; headers: Record<string, string> },
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const request = (target.url.protocol === "https:" ? requestHTTPS : requestHTTP)(target.url, {
      agent: false,
      lookup: pinned(target),
      headers: { "user-agent": "Atrium", accept: "*/*", "accept-encoding": "identity", ...headers },
      ...(signal ? { signal } : {}),
    });
    request.setTimeout(SILENT_MS, () => request.destroy(new Error("The other side said nothing for too long")));
    request.on("response", resolve);
    request.on("error", reject);
    request.end();
  });

/** What the other side cannot give now it may give later. */
const answered = ({ domain }: Rule, status: number) =>
  status >= 500 || status === 429
    ? new AppError("unavailable", `${domain}.not_answered`, `The address answered ${status}.`)
    : new AppError("unprocessable", `${domain}.not_there`, `The address answered ${status}, not the file.`, {
        fields: [{ path: "/url", message: `Answered ${status}` }],
      });
