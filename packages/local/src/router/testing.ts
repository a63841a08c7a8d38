import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type AwsOptions, startAws } from "./index.ts";

/** Credentials every test host accepts. */
export const credentials = { accessKeyId: "AKIATEST", secretAccessKey: "test-secret" };

export const region = "eu-west-1";
export const accountId = "123456789012";
const prefix = `${region}:${accountId}`;
export const arn = {
  machine: (name: string) => `arn:aws:states:${prefix}:stateMachine:${name}`,
  function: (name: string) => `arn:aws:lambda:${prefix}:function:${name}`,
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
    invoke: async (name) => {
      throw new Error(`No function ${name}`);
    },
    jobCommand: (image) => ({ command: process.execPath, args: [image], env: {} }),
    ...options,
  });

/** Polls until the probe gives something; for what ends at a time of its own choosing. */
export async function eventually<T>(probe: () => Promise<T | undefined | false>, withinMs = 10_000): Promise<T> {
  for (const end = Date.now() + withinMs; ; ) {
    const value = await probe();
    if (value) return value;
    if (Date.now() > end) throw new Error(`Not within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
