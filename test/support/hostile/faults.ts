import type { Answer, Caller, Json } from "../http.ts";
import type { Case } from "./requests.ts";

const SLOW_MS = 15_000;
/** Nobody outside learns how it is made. */
const INSIDES =
  /\n\s+at .+:\d+:\d+|node_modules|syntax error at or near|relation "|violates .+ constraint|invalid input syntax|\/packages\//;

/** Undefined when the answer is as it should be. */
function faultOf(answer: Answer<Json>, ms: number, mark: string): string | undefined {
  const { status, text, headers, body } = answer;
  if (status >= 500) return `${status} ${text.slice(0, 200)}`;
  if (ms > SLOW_MS) return `took ${Math.round(ms)} ms`;
  if (text.includes(mark)) return `shows what is another's: ${text.slice(0, 200)}`;
  if (INSIDES.test(text)) return `shows its insides: ${text.slice(0, 300)}`;
  if (status < 400) return undefined;
  if (!headers.get("content-type")?.includes("application/problem+json"))
    return `${status} is no problem document: ${text.slice(0, 200)}`;
  return /^[a-z_]+\.[a-z_]+$/.test(body?.code) && body?.detail ? undefined : `${status} without code and detail`;
}

/** One line for each request that was answered otherwise than it should be; `mark` is in all that is another's. */
export async function faultsOf(caller: Caller, cases: Case[], mark: string): Promise<string[]> {
  const faults: string[] = [];
  const waiting = cases.values();
  const work = async () => {
    for (const { name, method, path, body, headers } of waiting) {
      const begun = performance.now();
      const fault = await caller.call(method, path, { body, headers }).then(
        (answer) => faultOf(answer, performance.now() - begun, mark),
        (error: unknown) => `no answer: ${String(error)}`,
      );
      if (fault) faults.push(`${name} → ${fault}`);
    }
  };
  await Promise.all(Array.from({ length: 4 }, work));
  return faults;
}
