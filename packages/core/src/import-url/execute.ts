import * as Config from "../config/index.ts";
import { AppError, isPermanent } from "../error/index.ts";
import { SNIFF_BYTES, sniff } from "../file/sniff.ts";
import { createID } from "../id/index.ts";
import { resultKey } from "../ingest/job.ts";
import { type Reporter, startReporter } from "../ingest/reporter.ts";
import { dtypeOf } from "../media/dtype.ts";
import { Objects } from "../object/index.ts";
import { Outbound } from "../outbound/index.ts";
import { Run } from "../run/index.ts";
import { STORED_TYPE } from "../upload/parts.ts";
import { nameOf } from "./name.ts";
import { Inputs, type Result } from "./schema.ts";

const GIB = 1024 ** 3;
/** More than a day of 1080p video. */
const MOST_BYTES = 200 * GIB;

export const rule = (): Outbound.Rule => ({
  domain: "import_url",
  what: "Nothing is fetched from",
  hosts: Config.importHosts(),
});

/** Fetches what is at the address into a file's object. Once the result is stored, a repetition has nothing to do. */
export async function execute(job: Run.Job, { signal }: { signal: AbortSignal }): Promise<void> {
  const run = { runID: job.runId, attempt: job.attempt };
  const reporter = startReporter({ ...run, engine: "batch", stage: "Fetch" }, signal);
  try {
    await work(job, reporter);
  } catch (error) {
    reporter.signal.throwIfAborted();
    // A job can only say its exit code, so what is wrong with the address is said here.
    if (error instanceof AppError && isPermanent(error)) {
      const { code, message } = error;
      await Run.fail({ ...run, redrives: await Run.redrivesOf(job.runId), error: { code, message } });
    }
    throw error;
  } finally {
    await reporter.end();
  }
}

async function work(job: Run.Job, { tell, signal }: Reporter): Promise<void> {
  const { inputs } = await Run.work(job.runId, job.attempt);
  if (await Objects.head(resultKey(job))) return;
  const { url, name: called } = Inputs.parse(inputs);
  tell({ fraction: 0, step: "Fetch", bytes: 0 });
  const opened = await Outbound.open(url, rule(), { signal });
  const name = called ?? nameOf(opened.url, opened.headers["content-disposition"]);
  const declared = opened.headers["content-type"] ?? STORED_TYPE;
  const length = lengthOf(opened.headers["content-length"]);
  const { head, whole } = await beginningOf(opened.body);
  const contentType = sniff(head, { name, declared });
  try {
    dtypeOf({ name, contentType });
  } catch (error) {
    opened.body.destroy();
    throw error;
  }
  const [fileID, mediaID] = [createID("file"), createID("media")];
  const key = `files/${fileID}`;
  const stored = await Objects.putStream(limited(whole, MOST_BYTES), key, {
    contentType: STORED_TYPE,
    signal,
    onBytes: (bytes) =>
      tell({
        fraction: length ? 0.95 * Math.min(1, bytes / length) : 0,
        step: "Fetch",
        bytes,
        ...(length && { totalBytes: length }),
      }),
  });
  if (length !== undefined && stored.bytes !== length) {
    await Objects.remove(key);
    throw new AppError("unavailable", "import_url.cut_off", `Only ${stored.bytes} of ${length} bytes came.`);
  }
  const source = `${opened.url.origin}${opened.url.pathname}`;
  const result: Result = { fileID, mediaID, key, name, contentType, source, ...stored };
  await Objects.putJSON(resultKey(job), result);
  tell({ fraction: 0.98, step: "Register", stage: "Register", bytes: stored.bytes });
}

function lengthOf(header: string | undefined): number | undefined {
  const length = header === undefined ? undefined : Number(header);
  if (length === undefined || !Number.isSafeInteger(length)) return undefined;
  if (length > MOST_BYTES) throw tooLarge();
  return length;
}

/** As many bytes as a type is told by, and all of it with them. */
async function beginningOf(body: AsyncIterable<Buffer>): Promise<{ head: Buffer; whole: AsyncIterable<Buffer> }> {
  const rest = body[Symbol.asyncIterator]();
  const first: Buffer[] = [];
  for (let length = 0; length < SNIFF_BYTES; ) {
    const { value, done } = await rest.next();
    if (done) break;
    first.push(value);
    length += value.length;
  }
  async function* whole() {
    yield* first;
    yield* { [Symbol.asyncIterator]: () => rest };
  }
  return { head: Buffer.concat(first).subarray(0, SNIFF_BYTES), whole: whole() };
}

async function* limited(chunks: AsyncIterable<Buffer>, most: number): AsyncIterable<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > most) throw tooLarge();
    yield chunk;
  }
}

const tooLarge = () =>
  new AppError("unprocessable", "import_url.too_large", `At most ${MOST_BYTES / GIB} GiB are fetched from an address.`);
