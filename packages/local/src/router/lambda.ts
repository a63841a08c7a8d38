import type { IncomingMessage } from "node:http";
import type { Invoke } from "../states/lambda.ts";
import { AwsError } from "./error.ts";
import type { Answer } from "./http.ts";

/** Largest answer of a buffered invocation. */
const LARGEST_ANSWER = 6 * 1024 * 1024;

/** Largest payload of a call that nobody waits for. */
const LARGEST_LATER = 256 * 1024;

type Invoking = { invoke: Invoke; invokeLater(name: string, payload: unknown): Promise<void> };

export async function invokeFunction(
  { invoke, invokeLater }: Invoking,
  name: string,
  request: IncomingMessage,
  body: Buffer,
): Promise<Answer> {
  const type = request.headers["x-amz-invocation-type"] ?? "RequestResponse";
  if (type === "Event") {
    if (body.length > LARGEST_LATER) {
      throw new AwsError("RequestTooLargeException", `${body.length} byte payload is too large for an Event`, 413);
    }
    await invokeLater(name, parsePayload(body));
    return { status: 202, body: "" };
  }
  if (type !== "RequestResponse")
    throw new AwsError("NotImplemented", `lambda Invoke as ${type} is not implemented`, 501);
  const { payload, functionError } = await invoke(name, parsePayload(body), {});
  const text = JSON.stringify(payload ?? null);
  if (Buffer.byteLength(text) > LARGEST_ANSWER) {
    const errorMessage = `Response payload size exceeded maximum allowed payload size (${LARGEST_ANSWER} bytes).`;
    return answer(JSON.stringify({ errorType: "Function.ResponseSizeTooLarge", errorMessage }), "Unhandled");
  }
  return answer(text, functionError);
}

const answer = (body: string, functionError: string | undefined): Answer => ({
  headers: {
    "content-type": "application/json",
    "x-amz-executed-version": "$LATEST",
    ...(functionError !== undefined && { "x-amz-function-error": functionError }),
  },
  body,
});

function parsePayload(body: Buffer): unknown {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    throw new AwsError("InvalidRequestContentException", "Could not parse request body into json");
  }
}
