import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  type HistoryEvent,
  SFNClient,
  StartExecutionCommand,
} from "@aws-sdk/client-sfn";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { arn, createDatabase, credentials, eventually, region, temporaryFolder } from "./testing.ts";
import type { HostSettings } from "./testing-host.ts";

const HOST = fileURLToPath(new URL("./testing-host.ts", import.meta.url));

const task = (name: string, fields: object) => ({
  Type: "Task",
  Resource: arn.function(name),
  Retry: [{ ErrorEquals: ["Flaky"], IntervalSeconds: 1, BackoffRate: 1, MaxAttempts: 3 }],
  ...fields,
});

const walk = JSON.stringify({
  QueryLanguage: "JSONata",
  StartAt: "Flaky",
  States: {
    Flaky: task("flaky", {
      Arguments: { retries: "{% $states.context.State.RetryCount %}" },
      Assign: { retries: "{% $states.result %}" },
      Output: "{% $states.input %}",
      Next: "Each",
    }),
    Each: {
      Type: "Map",
      MaxConcurrency: 3,
      ItemProcessor: {
        StartAt: "Double",
        States: { Double: task("double", { Next: "Again" }), Again: task("double", { End: true }) },
      },
      Next: "Pause",
    },
    Pause: { Type: "Wait", Seconds: 2, Next: "Done" },
    Done: { Type: "Succeed", Output: "{% {'list': $states.input, 'retries': $retries} %}" },
  },
});

const job = JSON.stringify({
  QueryLanguage: "JSONata",
  StartAt: "Job",
  States: {
    Job: {
      Type: "Task",
      Resource: "arn:aws:states:::batch:submitJob.sync",
      Arguments: { JobName: "job", JobQueue: arn.queue, JobDefinition: arn.definition },
      Retry: [{ ErrorEquals: ["States.TaskFailed"], MaxAttempts: 1, IntervalSeconds: 1 }],
      Output: "{% $states.result.Status %}",
      End: true,
    },
  },
});

const database = await createDatabase();
const folder = await temporaryFolder();
let settings: HostSettings;
let host: ChildProcess | undefined;

beforeAll(async () => {
  const image = join(folder.path, "job.mjs");
  // The first run waits for ever, unmoved by SIGTERM; the second ends well.
  await writeFile(
    image,
    `import { existsSync, writeFileSync } from "node:fs";
     const file = process.env.FOLDER + "/job-pid";
     if (existsSync(file)) process.exit(0);
     writeFileSync(file, String(process.pid));
     process.on("SIGTERM", () => {});
     setInterval(() => {}, 1000);`,
  );
  const stateMachines = [
    { name: "walk", definition: walk },
    { name: "job", definition: job },
  ];
  settings = { database: database.settings, folder: folder.path, stateMachines, image };
});

afterEach(kill);
afterAll(async () => {
  await database.drop();
  await folder.remove();
});

async function start(): Promise<SFNClient> {
  const env = { ...process.env, HOST_SETTINGS: JSON.stringify(settings) };
  host = spawn(process.execPath, [HOST], { env, stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await once(host.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
  return new SFNClient({ endpoint: line.toString().trim(), region, credentials, maxAttempts: 1 });
}

async function kill(): Promise<void> {
  if (!host || host.exitCode !== null || host.signalCode !== null) return;
  host.kill("SIGKILL");
  await once(host, "exit");
}

async function historyOf(sfn: SFNClient, executionArn: string | undefined): Promise<HistoryEvent[]> {
  const answer = await sfn.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }));
  return answer.events ?? [];
}

const count = (events: HistoryEvent[], type: string) => events.filter((event) => event.type === type).length;

test("an execution goes through any number of kills: nothing is lost, and nothing recorded twice", async () => {
  const begun = Date.now();
  let sfn = await start();
  const input = JSON.stringify([1, 2, 3, 4, 5, 6, 7]);
  const StartExecution = new StartExecutionCommand({ stateMachineArn: arn.machine("walk"), name: "walk", input });
  const { executionArn, startDate } = await sfn.send(StartExecution);
  let kills = 0;
  const isRunning = async () => (await sfn.send(new DescribeExecutionCommand({ executionArn }))).status === "RUNNING";
  for (; kills < 8 && (await isRunning()); kills++) {
    await sleep(20 + ((kills * 37) % 160));
    await kill();
    sfn = await start();
    // Asking again for the same is the same, while it runs.
    const again = await sfn.send(StartExecution).catch((error: Error) => error);
    if (!("name" in again)) expect(again.startDate).toEqual(startDate);
    else expect(again.name).toBe("ExecutionAlreadyExists");
  }
  expect(kills).toBeGreaterThan(2);
  const ended = await eventually(async () => {
    const found = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    return found.status !== "RUNNING" && found;
  }, 20_000);
  expect(ended.status).toBe("SUCCEEDED");
  expect(JSON.parse(ended.output ?? "")).toEqual({ list: [4, 8, 12, 16, 20, 24, 28], retries: 2 });
  const events = await historyOf(sfn, executionArn);
  expect(events.map((event) => event.id)).toEqual(events.map((_, index) => index + 1));
  expect(count(events, "LambdaFunctionFailed")).toBe(2);
  expect(count(events, "MapIterationStarted")).toBe(7);
  expect(count(events, "TaskStateExited")).toBe(1 + 14);
  const entered = events.find((event) => event.type === "WaitStateEntered")?.timestamp?.getTime() ?? 0;
  const left = events.find((event) => event.type === "WaitStateExited")?.timestamp?.getTime() ?? 0;
  expect(left - entered).toBeGreaterThanOrEqual(2_000);
  expect(Date.now() - begun).toBeGreaterThan(4_000);
});

test("a job dies with its host, has failed for that reason, and is retried by the state machine", async () => {
  let sfn = await start();
  const { executionArn } = await sfn.send(
    new StartExecutionCommand({ stateMachineArn: arn.machine("job"), name: "job", input: "{}" }),
  );
  const pid = await eventually(() => readFile(join(folder.path, "job-pid"), "utf8").catch(() => undefined));
  await kill();
  await eventually(async () => !(await isAlive(Number(pid))), 2_000);
  sfn = await start();
  const ended = await eventually(async () => {
    const found = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    return found.status !== "RUNNING" && found;
  });
  expect(ended).toMatchObject({ status: "SUCCEEDED", output: '"SUCCEEDED"' });
  const failed = (await historyOf(sfn, executionArn)).find((event) => event.type === "TaskFailed");
  expect(failed?.taskFailedEventDetails?.error).toBe("States.TaskFailed");
  expect(JSON.parse(failed?.taskFailedEventDetails?.cause ?? "")).toMatchObject({
    Status: "FAILED",
    StatusReason: "Host terminated",
  });
});

/** A process that has ended but whose parent has not asked for it yet is a zombie, and dead. */
async function isAlive(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
  return stat !== undefined && !/\) [ZX] /.test(stat);
}
