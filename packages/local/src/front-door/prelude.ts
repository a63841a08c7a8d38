import { PassThrough, type Readable } from "node:stream";
import { type Answer, fromPrelude, problem } from "./answer.ts";

const INTEGRATION = "application/vnd.awslambda.http-integration-response";
const DELIMITER = Buffer.alloc(8);
const MOST_HEAD_BYTES = 128 * 1024;
/** AWS's limit on a streamed answer. */
const MOST_STREAMED_BYTES = 200 * 1024 * 1024;

/** Reads the head off a streamed answer; what follows is the body. */
export async function fromStream(contentType: string, body: Readable): Promise<Answer> {
  if (contentType !== INTEGRATION) {
    return { status: 200, headers: { "content-type": contentType }, cookies: [], body: limited(body) };
  }
  const split = await splitHead(body);
  const head = split && fromPrelude(split.head);
  if (!split || !head) {
    body.resume();
    return problem(502, "Internal Server Error");
  }
  return { ...head, body: limited(body, split.rest) };
}

async function splitHead(body: Readable): Promise<{ head: string; rest: Buffer } | undefined> {
  let read = Buffer.alloc(0);
  for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    read = Buffer.concat([read, chunk]);
    const at = read.indexOf(DELIMITER);
    if (at >= 0) return { head: read.subarray(0, at).toString("utf8"), rest: read.subarray(at + DELIMITER.length) };
    if (read.length > MOST_HEAD_BYTES) return undefined;
  }
  return undefined;
}

/** Ends in an error, which the client sees as a broken connection, when the function failed or sent too much. */
function limited(source: Readable, first?: Buffer): Readable {
  const target = new PassThrough();
  let sent = first?.length ?? 0;
  const fail = (reason: string) => target.destroy(new Error(reason));
  if (first && first.length > 0) target.write(first);
  source.on("data", (chunk: Buffer) => {
    sent += chunk.length;
    if (sent > MOST_STREAMED_BYTES) fail("The streamed answer is larger than AWS allows");
    else if (!target.destroyed && !target.write(chunk)) source.pause();
  });
  target.on("drain", () => source.resume());
  // The function goes on when nobody listens any more, as it does on AWS.
  target.on("close", () => source.resume());
  // Who reads it hears of an error as well; where the client has left nobody does, and it is no reason to end the host.
  target.on("error", () => source.resume());
  source.once("error", () => fail("The function broke off"));
  source.once("aborted", () => fail("The function broke off"));
  source.once("end", () => {
    const { trailers = {} } = source as Readable & { trailers?: Record<string, string> };
    if (trailers["lambda-runtime-function-error-type"]) fail("The function failed while it was answering");
    else target.end();
  });
  return target;
}
