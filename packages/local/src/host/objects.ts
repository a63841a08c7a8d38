import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { Graph } from "../graph/index.ts";
import type { LogFile } from "../log/index.ts";
import { end } from "../process/end.ts";
import { guard } from "../process/guard.ts";
import { type Running, supervise } from "../process/supervise.ts";
import type { Notice } from "../s3/notices/outbox.ts";
import type { BucketOptions, S3Options } from "../s3/options.ts";
import type { ToHost, ToStore } from "../s3/parent.ts";
import { noticeRules } from "./notices.ts";

const READY_WITHIN_MS = 20_000;
const STOP_WITHIN_MS = 2_500;

/** The buckets of the program with what belongs to them. The site's bucket is here too; it stays empty. */
export const bucketsOf = (graph: Graph): BucketOptions[] =>
  graph.all("aws:s3/bucket:Bucket").map(({ inputs: { bucket } }) => {
    const cors = graph
      .all("aws:s3/bucketCorsConfiguration:BucketCorsConfiguration")
      .find(({ inputs }) => inputs.bucket === bucket);
    const lifecycle = graph
      .all("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration")
      .find(({ inputs }) => inputs.bucket === bucket);
    const abort = lifecycle?.inputs.rules.find(
      (rule) => rule.status === "Enabled" && rule.abortIncompleteMultipartUpload,
    );
    const notification = graph
      .all("aws:s3/bucketNotification:BucketNotification")
      .find(({ inputs }) => inputs.bucket === bucket);
    return {
      name: bucket,
      notices: notification && noticeRules(notification.inputs),
      cors: cors?.inputs.corsRules,
      abortIncompleteDays: abort?.abortIncompleteMultipartUpload?.daysAfterInitiation,
    };
  });

/** Whom the object store tells what. */
export type ObjectsParent = { take(notice: Notice): Promise<void>; called(name: string): void };

/** Runs the object store in a process of its own, so that moving bytes never holds up anything else. */
export const startObjects = (
  program: string,
  options: S3Options,
  parent: ObjectsParent,
  log: LogFile,
): Promise<Running> =>
  supervise({
    name: "The object store",
    start: (died) => startOnce(program, options, parent, log, died),
    say: (text) => log.event("warn", text),
  });

function hear(child: ChildProcess, message: ToHost, { take, called }: ObjectsParent): void {
  if (message.kind === "call") {
    called(message.name);
    return;
  }
  const answer = (failure?: string) => {
    const reply: ToStore = { taken: message.id, ...(failure !== undefined && { failure }) };
    if (child.connected) child.send(reply, () => undefined); // gone meanwhile: its successor tells it again
  };
  take(message.notice).then(
    () => answer(),
    (error: unknown) => answer(String(error)),
  );
}

async function startOnce(
  program: string,
  options: S3Options,
  parent: ObjectsParent,
  log: LogFile,
  died: (reason: string) => void,
): Promise<Running> {
  const env = { PATH: process.env.PATH ?? "", ATRIUM_S3: JSON.stringify(options) };
  const child = spawn(process.execPath, [program], { env, stdio: ["pipe", "pipe", "pipe", "ipc"], detached: true });
  guard(child, "KILL");
  child.stdin?.on("error", () => undefined); // it went first; its exit says so
  child.stderr?.on("data", (chunk: Buffer) => log.write(chunk));
  child.on("message", (message: ToHost) => hear(child, message, parent));
  const lines = createInterface({ input: child.stdout as Readable });
  const ended = new AbortController();
  let stopping = false;
  let ready = false;
  child.once("error", (error) => ended.abort(error));
  child.once("exit", (code, signal) => {
    const reason = `it ended (${signal ?? `exit ${code}`})`;
    ended.abort(new Error(`The object store could not be started: ${reason}`));
    if (ready && !stopping) died(reason);
  });
  try {
    await once(lines, "line", { signal: AbortSignal.any([ended.signal, AbortSignal.timeout(READY_WITHIN_MS)]) });
  } catch (error) {
    child.kill("SIGKILL");
    throw ended.signal.aborted ? ended.signal.reason : error;
  }
  ready = true;
  lines.on("line", (line) => log.write(`${line}\n`));
  return {
    async stop() {
      stopping = true;
      await end(child, "SIGTERM", STOP_WITHIN_MS);
    },
  };
}
