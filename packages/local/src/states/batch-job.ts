import type { Log } from "../router/log.ts";
import { Halted, StatesError } from "./error.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";
import type { Connector } from "./task.ts";

/** What the interpreter asks of Batch. Jobs are in the API's own words (camelCase). */
export type BatchPort = {
  /** Submitting the same id again is no second job. */
  submit(request: JsonObject, id: string): Promise<JsonObject>;
  /** Resolves when the job has ended, to its description. */
  ended(id: string, signal: AbortSignal): Promise<JsonObject>;
  terminate(id: string, reason: string): Promise<void>;
  /** Another call, by its name. */
  call(name: string, request: JsonObject): Promise<JsonObject>;
};

/** `arn:aws:states:::batch:submitJob.sync`. After a crash the same job is found again by its id. */
export const submitJobSync = (batch: BatchPort, log: Log): Connector => ({
  async run(task, signal, submitted) {
    const receipt = await batch.submit(recase(task.arguments, lower) as JsonObject, task.id).catch((error: unknown) => {
      throw refused(error);
    });
    try {
      signal.throwIfAborted(); // called off meanwhile: the state is over, and the job must not outlive it
      if (!task.called) submitted(recase(receipt, upper));
      task.called = true;
      const job = await batch.ended(task.id, signal);
      const detail = recase(job, upper);
      if (job.status === "SUCCEEDED") return detail;
      throw new StatesError("States.TaskFailed", JSON.stringify(detail));
    } catch (error) {
      if (signal.aborted && !(signal.reason instanceof Halted)) await callOff(batch, task.id, log);
      throw error;
    }
  },
});

/** `arn:aws:states:::aws-sdk:batch:…`: a call that is answered at once. After a crash it is made again. */
export const batchCall = (batch: BatchPort, name: string): Connector => ({
  async run(task) {
    const request = recase(task.arguments, lower) as JsonObject;
    const answer = await batch.call(name, request).catch((error: unknown) => {
      throw refused(error, "Batch.ServerException");
    });
    return recase(answer, upper);
  },
});

/** As on AWS, best effort: the state has already ended. */
async function callOff(batch: BatchPort, id: string, log: Log): Promise<void> {
  try {
    await batch.terminate(id, "Step Functions called the task off");
  } catch (error) {
    log("error", "job could not be terminated", { job: id, error });
  }
}

const refused = (error: unknown, otherwise = "Batch.AWSBatchException"): Error => {
  if (error instanceof Halted) return error;
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return new StatesError(name === "ClientException" ? "Batch.ClientException" : otherwise, message);
};

const upper = (key: string) => key.charAt(0).toUpperCase() + key.slice(1);
const lower = (key: string) => key.charAt(0).toLowerCase() + key.slice(1);

/** Step Functions speaks PascalCase where the API speaks camelCase; keys that are data (tags, parameters, options) stay. */
function recase(value: Json, change: (key: string) => string): Json {
  if (Array.isArray(value)) return value.map((item) => recase(item, change));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      change(key),
      /^(tags|parameters|options)$/i.test(key) ? item : recase(item, change),
    ]),
  );
}
