import type { Lambda } from "../lambda/index.ts";
import type { AwsOptions } from "../router/index.ts";

type Invoke = AwsOptions["invoke"];

/** Calls a function and waits for its whole answer, as the Lambda API does. */
export const createInvoke =
  (lambda: Lambda): Invoke =>
  async (name, payload, { signal }) => {
    signal?.throwIfAborted();
    const call = lambda.invoke(name, Buffer.from(JSON.stringify(payload ?? {})));
    if (!call) throw named("ResourceNotFoundException", `Function not found: ${name}`);
    const outcome = await (signal ? Promise.race([call, aborted(signal)]) : call);
    if (outcome.kind === "stream") throw named("InvalidRequestContentException", `${name} answers in a stream`);
    const answer: unknown = outcome.payload.length === 0 ? null : JSON.parse(outcome.payload.toString("utf8"));
    if (outcome.kind === "value") return { payload: answer };
    const { errorType, errorMessage } = answer as { errorType?: string; errorMessage?: string };
    if (errorType === "TooManyRequestsException") throw named(errorType, errorMessage ?? "Rate Exceeded.");
    return { payload: answer, functionError: "Unhandled" };
  };

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

const named = (name: string, message: string): Error => Object.assign(new Error(message), { name });
