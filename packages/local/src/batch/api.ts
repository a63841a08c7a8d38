import { randomUUID } from "node:crypto";
import { AwsError } from "../router/error.ts";
import { type Actions, type Input, optionalText, page, text } from "../router/input.ts";
import type { BatchPort } from "../states/batch-job.ts";
import { isObject, type JsonObject } from "../states/json.ts";
import { definitionOf, describeDefinition, type JobDefinition, registrationOf } from "./definition.ts";
import type { Attempt, ExitRule, Job, JobSpec } from "./job.ts";
import type { Batch, JobQueue } from "./service.ts";

export type { JobDefinition } from "./definition.ts";

/** Limits of SubmitJob, in bytes of JSON. */
const LARGEST_REQUEST = 30 * 1024;
const LARGEST_OVERRIDES = 8 * 1024;
const PAGES = { size: 100, largest: 100 };
const SUPPORTED = new Set([
  "jobName",
  "jobQueue",
  "jobDefinition",
  "containerOverrides",
  "timeout",
  "retryStrategy",
  "tags",
  "parameters",
  "propagateTags",
]);

type Registered = { queues: JobQueue[]; definitions: JobDefinition[]; region: string; accountId: string };

const refused = (message: string) => new AwsError("ClientException", message);
const jobArn = ({ region, accountId }: Registered, id: string) => `arn:aws:batch:${region}:${accountId}:job/${id}`;

export function batchActions(batch: Batch, registered: Registered) {
  return {
    SubmitJob: (input: Input) => submit(batch, registered, input, randomUUID()),

    async DescribeJobs(input: Input) {
      const ids = Array.isArray(input.jobs) ? input.jobs.map(String) : [];
      if (ids.length === 0 || ids.length > 100) throw refused("jobs must name between 1 and 100 jobs");
      const jobs = await batch.store.several(ids.map(bareID));
      return { jobs: jobs.map((job) => describe(registered, job)) };
    },

    async ListJobs(input: Input) {
      const queue = find(registered.queues, text(input, "jobQueue"), "Job queue");
      const { limit, offset, next } = page(input, PAGES);
      const status = optionalText(input, "jobStatus") ?? "RUNNING";
      const jobs = await batch.store.list(queue.arn, status, limit + 1, offset);
      return {
        jobSummaryList: jobs.slice(0, limit).map((job) => summary(registered, job)),
        ...(jobs.length > limit && { nextToken: next }),
      };
    },

    async TerminateJob(input: Input) {
      await batch.callOff(bareID(text(input, "jobId")), text(input, "reason"), { running: true });
      return {};
    },

    async CancelJob(input: Input) {
      await batch.callOff(bareID(text(input, "jobId")), text(input, "reason"), { running: false });
      return {};
    },
    RegisterJobDefinition: (input: Input) => register(batch, registered, input),

    DescribeJobDefinitions: (input: Input) => describeDefinitions(batch, registered, input),
  } satisfies Actions;
}

async function register(batch: Batch, { region, accountId, definitions }: Registered, input: Input) {
  const registration = registrationOf(input);
  const { name } = registration;
  if (definitions.some((one) => one.name === name)) throw refused(`${name} is a job definition of the program`);
  const { revision } = await batch.store.define(registration);
  return {
    jobDefinitionArn: `${definitionArn({ region, accountId }, name)}:${revision}`,
    jobDefinitionName: name,
    revision,
  };
}

/** By name alone, as whoever calls it here asks. */
async function describeDefinitions(batch: Batch, registered: Registered, input: Input): Promise<JsonObject> {
  for (const key of Object.keys(input)) {
    if (key !== "jobDefinitionName" && key !== "status")
      throw new AwsError("NotImplemented", `DescribeJobDefinitions with ${key} is not implemented`, 501);
  }
  const name = text(input, "jobDefinitionName");
  const status = optionalText(input, "status") ?? "ACTIVE";
  const found = status === "ACTIVE" ? await definitionsNamed(batch, registered, name) : [];
  return { jobDefinitions: found.map(describeDefinition) };
}

/** The program's own, or those that were registered, the latest first. */
async function definitionsNamed(batch: Batch, registered: Registered, name: string): Promise<JobDefinition[]> {
  const own = registered.definitions.filter((one) => one.name === name);
  if (own.length > 0) return own;
  return (await batch.store.defined(name)).map(({ revision, properties, seconds }) =>
    definitionOf({ arn: `${definitionArn(registered, name)}:${revision}`, name, revision, properties, seconds }),
  );
}

const definitionArn = ({ region, accountId }: Pick<Registered, "region" | "accountId">, name: string) =>
  `arn:aws:batch:${region}:${accountId}:job-definition/${name}`;

/** How the interpreter reaches Batch: the same verbs, with the job's id chosen beforehand. */
export const batchPort = (batch: Batch, registered: Registered): BatchPort => ({
  submit: (request, id) => submit(batch, registered, request, id),
  ended: async (id, signal) => describe(registered, await batch.ended(id, signal)),
  terminate: (id, reason) => batch.callOff(id, reason, { running: true }),
  call(name, request) {
    if (name === "registerJobDefinition") return register(batch, registered, request);
    if (name === "describeJobDefinitions") return describeDefinitions(batch, registered, request);
    throw new AwsError("NotImplemented", `batch ${name} is not implemented`, 501);
  },
});

async function submit(batch: Batch, registered: Registered, input: Input, id: string): Promise<JsonObject> {
  for (const key of Object.keys(input)) {
    if (!SUPPORTED.has(key)) throw new AwsError("NotImplemented", `SubmitJob with ${key} is not implemented`, 501);
  }
  if (Buffer.byteLength(JSON.stringify(input)) > LARGEST_REQUEST) throw refused("The request is larger than 30 KiB");
  const name = text(input, "jobName");
  if (!/^[A-Za-z0-9][\w-]{0,127}$/.test(name)) throw refused(`Job name ${name} is not valid`);
  const queue = find(registered.queues, text(input, "jobQueue"), "Job queue");
  const wanted = text(input, "jobDefinition");
  const [made] = await definitionsNamed(batch, registered, wanted);
  const definition = made ?? find(registered.definitions, wanted, "Job definition");
  const spec = specOf(definition, input);
  const job = await batch.submit({ id, name, queue: queue.arn, definition: definition.arn, spec });
  return { jobArn: jobArn(registered, job.id), jobId: job.id, jobName: job.name };
}

function specOf(definition: JobDefinition, input: Input): JobSpec {
  const overrides = objectAt(input, "containerOverrides");
  if (Buffer.byteLength(JSON.stringify(overrides)) > LARGEST_OVERRIDES) {
    throw refused("Container Overrides length must be at most 8192");
  }
  const { container } = definition;
  const environment = new Map(container.environment.map(({ name, value }) => [name, value]));
  for (const pair of listAt(overrides, "environment"))
    environment.set(text(pair, "name"), optionalText(pair, "value") ?? "");
  const resources = new Map(
    listAt(overrides, "resourceRequirements").map((one) => [text(one, "type"), Number(text(one, "value"))]),
  );
  const retryStrategy = objectAt(input, "retryStrategy");
  return {
    image: container.image,
    command: Array.isArray(overrides.command) ? overrides.command.map(String) : container.command,
    environment: [...environment].map(([name, value]) => ({ name, value })),
    vcpu: positive(resources.get("VCPU") ?? overrides.vcpus ?? container.vcpu, "vcpu"),
    memoryMiB: positive(resources.get("MEMORY") ?? overrides.memory ?? container.memoryMiB, "memory"),
    timeoutSeconds: positive(objectAt(input, "timeout").attemptDurationSeconds ?? definition.timeoutSeconds, "timeout"),
    attempts: positive(retryStrategy.attempts ?? 1, "attempts"),
    evaluateOnExit: listAt(retryStrategy, "evaluateOnExit").map(exitRule),
  };
}

function exitRule(input: Input): ExitRule {
  const action = text(input, "action").toUpperCase();
  if (action !== "RETRY" && action !== "EXIT") throw refused(`Action ${action} is neither RETRY nor EXIT`);
  const [onExitCode, onReason, onStatusReason] = ["onExitCode", "onReason", "onStatusReason"].map((field) =>
    optionalText(input, field),
  );
  return { action, onExitCode, onReason, onStatusReason };
}

function objectAt(input: Input, field: string): Input {
  const value = input[field] ?? {};
  if (isObject(value)) return value;
  throw refused(`${field} must be an object`);
}

function listAt(input: Input, field: string): Input[] {
  const value = input[field] ?? [];
  if (Array.isArray(value) && value.every(isObject)) return value;
  throw refused(`${field} must be a list of objects`);
}

function positive(value: unknown, field: string): number {
  if (typeof value === "number" && value > 0) return value;
  throw refused(`${field} must be a number above 0`);
}

/** By ARN, name or name:revision. */
function find<T extends { arn: string; name: string }>(all: T[], wanted: string, what: string): T {
  const found = all.find(({ arn, name }) => arn === wanted || name === wanted || wanted.replace(/:\d+$/, "") === name);
  if (found) return found;
  throw refused(`${what} ${wanted} does not exist`);
}

const bareID = (idOrArn: string) => idOrArn.split("job/").at(-1) ?? idOrArn;

const summary = (registered: Registered, job: Job) => ({
  jobArn: jobArn(registered, job.id),
  jobId: job.id,
  jobName: job.name,
  jobDefinition: job.definition,
  status: job.status,
  createdAt: job.createdAt,
  ...(job.startedAt !== null && { startedAt: job.startedAt }),
  ...(job.stoppedAt !== null && { stoppedAt: job.stoppedAt }),
  ...(job.statusReason !== null && { statusReason: job.statusReason }),
  container: ended(job.attempts.at(-1)),
});

const ended = (attempt: Attempt | undefined) => ({
  ...(attempt?.exitCode !== undefined && { exitCode: attempt.exitCode }),
  ...(attempt?.reason !== undefined && { reason: attempt.reason }),
});

function describe(registered: Registered, job: Job): JsonObject {
  const { spec } = job;
  const last = job.attempts.at(-1);
  return {
    ...summary(registered, job),
    jobQueue: job.queue,
    attempts: job.attempts.map((attempt) => ({
      container: { ...ended(attempt), logStreamName: attempt.logStreamName, networkInterfaces: [] },
      startedAt: attempt.startedAt,
      stoppedAt: attempt.stoppedAt,
      statusReason: attempt.statusReason,
    })),
    container: {
      ...ended(last),
      ...(last && { logStreamName: last.logStreamName }),
      image: spec.image,
      command: spec.command,
      environment: spec.environment,
      vcpus: spec.vcpu,
      memory: spec.memoryMiB,
      mountPoints: [],
      volumes: [],
      ulimits: [],
      networkInterfaces: [],
    },
    retryStrategy: {
      attempts: spec.attempts,
      evaluateOnExit: spec.evaluateOnExit.map((rule) => ({ ...rule })),
    } as JsonObject,
    timeout: { attemptDurationSeconds: spec.timeoutSeconds },
    dependsOn: [],
    parameters: {},
    tags: {},
    isCancelled: job.calledOff !== null && job.attempts.length === 0,
    isTerminated: job.calledOff !== null && job.attempts.length > 0,
  };
}
