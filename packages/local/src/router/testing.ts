import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AwsClient } from "aws4fetch";
import pg from "pg";
import { Graph } from "../graph/index.ts";
import { createMailbox } from "../mail/mailbox.ts";
import { createHub } from "../sockets/hub.ts";
import { type AwsOptions, startAws } from "./index.ts";

/** Credentials every test host accepts. */
export const credentials = { accessKeyId: "AKIATEST", secretAccessKey: "test-secret" };

export const region = "eu-west-1";
export const accountId = "123456789012";
const prefix = `${region}:${accountId}`;
export const arn = {
  machine: (name: string) => `arn:aws:states:${prefix}:stateMachine:${name}`,
  function: (name: string) => `arn:aws:lambda:${prefix}:function:${name}`,
  sqs: (name: string) => `arn:aws:sqs:${prefix}:${name}`,
  rule: (name: string) => `arn:aws:events:${prefix}:rule/${name}`,
  queue: `arn:aws:batch:${prefix}:job-queue/jobs`,
  definition: `arn:aws:batch:${prefix}:job-definition/ingest:1`,
};

/** A database of its own on the PostgreSQL of the test run. */
export async function createDatabase() {
  const [host, port] = (process.env.DATABASE_HOST ?? "").split(":");
  const password = process.env.TEST_DATABASE_PASSWORD;
  const settings = { host, port: Number(port), user: "atrium", password };
  const name = `aws_${randomBytes(6).toString("hex")}`;
  const admin = new pg.Client({ ...settings, database: "postgres" });
  await admin.connect();
  await admin.query(`create database ${name}`);
  return {
    settings: { ...settings, database: name },
    pool: () => {
      const pool = new pg.Pool({ ...settings, database: name, max: 5 });
      pool.on("error", () => undefined); // the database is dropped under idle connections
      return pool;
    },
    async drop() {
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

export const temporaryFolder = async () => {
  const path = await mkdtemp(join(tmpdir(), "atrium-aws-"));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
};

/** A host with nothing registered but what the test gives. */
export const startTestAws = (options: Pick<AwsOptions, "pool" | "jobsRoot"> & Partial<AwsOptions>) =>
  startAws({
    host: "127.0.0.1",
    port: 0,
    region,
    accountId,
    credentials: [credentials],
    stateMachines: [],
    secrets: [],
    jobQueues: [{ arn: arn.queue, name: "jobs" }],
    jobDefinitions: [],
    schedules: [],
    queues: [],
    buses: [],
    rules: [],
    mappings: [],
    asyncPolicies: new Map(),
    mailbox: createMailbox("of a test"),
    hub: createHub(),
    invoke: async (name) => {
      throw new Error(`No function ${name}`);
    },
    jobCommand: (image) => ({ command: process.execPath, args: [image], env: {} }),
    ...options,
  });

/** Calls a service whose SDK client is not among this project's packages, by the JSON protocol that client speaks. */
export function jsonCaller(url: string, service: string, prefix: string) {
  const client = new AwsClient({ ...credentials, region, service, retries: 0 });
  return async <T = Record<string, unknown>>(call: string, input: object): Promise<T> => {
    const headers = { "x-amz-target": `${prefix}.${call}`, "content-type": "application/x-amz-json-1.0" };
    const response = await client.fetch(`${url}/`, { method: "POST", headers, body: JSON.stringify(input) });
    const answer = (await response.json()) as T & { __type?: string; message?: string };
    if (response.ok) return answer;
    throw Object.assign(new Error(answer.message), { name: answer.__type });
  };
}

/** A program of these resources; each is known by its ARN. */
export const programOf = (resources: { type: string; arn: string; inputs: object }[]): Graph =>
  new Graph(resources.map((resource) => ({ ...resource, name: resource.arn, id: resource.arn })));

/** Polls until the probe gives something; for what ends at a time of its own choosing. */
export async function eventually<T>(probe: () => Promise<T | undefined | false>, withinMs = 10_000): Promise<T> {
  for (const end = Date.now() + withinMs; ; ) {
    const value = await probe();
    if (value) return value;
    if (Date.now() > end) throw new Error(`Not within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
