import { orAborted } from "./clock.ts";
import { Cancelled, Halted, StatesError } from "./error.ts";
import { isObject, type Json } from "./json.ts";
import type { Connector } from "./task.ts";

export type Invoke = (
  nameOrArn: string,
  payload: unknown,
  options: { signal?: AbortSignal },
) => Promise<{ payload: unknown; functionError?: string }>;

/** `arn:aws:states:::lambda:invoke`: the result wraps the payload as the Lambda API does. */
export const lambdaInvoke = (invoke: Invoke): Connector => ({
  async run(task, signal) {
    const given = isObject(task.arguments) ? task.arguments : {};
    if (typeof given.FunctionName !== "string") {
      throw new StatesError("States.Runtime", "Arguments of lambda:invoke have no FunctionName");
    }
    if (given.InvocationType !== undefined && given.InvocationType !== "RequestResponse") {
      throw new StatesError(
        "States.Runtime",
        `InvocationType ${JSON.stringify(given.InvocationType)} is not supported`,
      );
    }
    const payload = await call(invoke, given.FunctionName, given.Payload ?? {}, signal);
    return { ExecutedVersion: "$LATEST", Payload: payload, StatusCode: 200 };
  },
});

/** A function's ARN as resource: the result is its payload. */
export const lambdaFunction = (invoke: Invoke, arn: string): Connector => ({
  run: (task, signal) => call(invoke, arn, task.arguments, signal),
});

async function call(invoke: Invoke, name: string, payload: Json, signal: AbortSignal): Promise<Json> {
  const { payload: answer, functionError } = await orAborted(
    invoke(name, payload, { signal }).catch((error: unknown) => {
      throw serviceError(error);
    }),
    signal,
  );
  const result = (answer ?? null) as Json;
  if (functionError === undefined) return result;
  throw functionFailure(result);
}

/** An error thrown by the handler is named by its errorType, and its whole payload is the cause. */
function functionFailure(payload: Json): StatesError {
  const text = JSON.stringify(payload);
  if (isObject(payload) && typeof payload.errorType === "string" && payload.errorType !== "") {
    return new StatesError(payload.errorType, text);
  }
  const cause = `The cause could not be determined because Lambda did not return an error type. Returned payload: ${text}`;
  return new StatesError("Lambda.Unknown", cause);
}

const SERVICE_ERRORS = [
  "ServiceException",
  "TooManyRequestsException",
  "ResourceNotFoundException",
  "RequestTooLargeException",
  "EC2ThrottledException",
];

/** An invocation that did not reach the function's end: the service's own error, or the connection's. */
function serviceError(error: unknown): Error {
  if (error instanceof Halted || error instanceof Cancelled || error instanceof StatesError) return error;
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return new StatesError(`Lambda.${SERVICE_ERRORS.includes(name) ? name : "SdkClientException"}`, message);
}
