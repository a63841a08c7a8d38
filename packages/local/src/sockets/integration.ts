import type { Lambda } from "../lambda/index.ts";
import type { LogFile } from "../log/index.ts";
import type { SocketApi } from "./api.ts";

/** A WebSocket API waits this long for its function. */
const TIMEOUT_MS = 29_000;

export type Integrated = { status: number; headers: Record<string, string> };

/** No status of HTTP, so that no function can answer it. */
export const NO_ROUTE = -1;

/** Calls the function of a route; connecting and leaving need none. */
export function createIntegration(lambda: Pick<Lambda, "invoke">, log: Pick<LogFile, "event">) {
  return async ({ routes }: SocketApi, routeKey: string, event: object): Promise<Integrated> => {
    const functionArn = routes.get(routeKey);
    if (functionArn === undefined) return { status: routeKey === "$default" ? NO_ROUTE : 200, headers: {} };
    const call = lambda.invoke(functionArn, Buffer.from(JSON.stringify(event)));
    if (!call) return { status: 500, headers: {} };
    const timer = Promise.withResolvers<undefined>();
    const timeout = setTimeout(() => timer.resolve(undefined), TIMEOUT_MS);
    const outcome = await Promise.race([call, timer.promise]).finally(() => clearTimeout(timeout));
    if (outcome?.kind === "value") return resultOf(outcome.payload);
    log.event("warn", "a message was not taken", { routeKey, reason: outcome?.kind ?? "time is up" });
    return { status: outcome === undefined ? 504 : 500, headers: {} };
  };
}

/** Without a status the function agrees. */
function resultOf(payload: Buffer): Integrated {
  const result = JSON.parse(payload.toString("utf8")) as {
    statusCode?: number;
    headers?: Record<string, unknown>;
  } | null;
  const headers = Object.entries(result?.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return { status: result?.statusCode ?? 200, headers: Object.fromEntries(headers) };
}
