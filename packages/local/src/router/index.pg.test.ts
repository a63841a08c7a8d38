import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import {
  GetSecretValueCommand,
  ListSecretsCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from "@aws-sdk/client-sfn";
import { AwsClient } from "aws4fetch";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Aws } from "./index.ts";
import { arn, createDatabase, credentials, eventually, region, startTestAws, temporaryFolder } from "./testing.ts";

const importMachine = JSON.stringify({
  QueryLanguage: "JSONata",
  StartAt: "Prepare",
  States: {
    Prepare: {
      Type: "Task",
      Resource: "arn:aws:states:::lambda:invoke",
      Arguments: { FunctionName: arn.function("prepare"), Payload: "{% $states.input %}" },
      Output: "{% $states.result.Payload %}",
      Assign: { runId: "{% $states.input.runId %}" },
      Next: "Engine",
    },
    Engine: {
      Type: "Choice",
      Choices: [{ Condition: "{% $states.input.engine = 'batch' %}", Next: "Large" }],
      Default: "Register",
    },
    Large: {
      Type: "Task",
      Resource: "arn:aws:states:::batch:submitJob.sync",
      Arguments: {
        JobName: "{% $runId & '-1' %}",
        JobQueue: arn.queue,
        JobDefinition: arn.definition,
        ContainerOverrides: { Environment: [{ Name: "JOB_INPUT", Value: "{% $string({'runId': $runId}) %}" }] },
      },
      Catch: [
        { ErrorEquals: ["States.TaskFailed"], Next: "Failed", Output: "{% $parse($states.errorOutput.Cause) %}" },
      ],
      Next: "Register",
    },
    Register: {
      Type: "Task",
      Resource: arn.function("register"),
      Arguments: { runId: "{% $runId %}" },
      End: true,
    },
    Failed: { Type: "Fail", Error: "Permanent", Cause: "{% 'exit ' & $states.input.Attempts[0].Container.ExitCode %}" },
  },
});

const database = await createDatabase();
const folder = await temporaryFolder();
const pool = database.pool();
const calls: { name: string; payload: unknown }[] = [];
let aws: Aws;
let settings: { endpoint: string; region: string; credentials: typeof credentials };
let sfn: SFNClient;

beforeAll(async () => {
  const image = join(folder.path, "job.mjs");
  await writeFile(
    image,
    `console.log(process.env.JOB_INPUT); process.exit(JSON.parse(process.env.JOB_INPUT).runId === "bad" ? 65 : 0);`,
  );
  aws = await startTestAws({
    pool,
    jobsRoot: folder.path,
    stateMachines: [{ arn: arn.machine("import"), name: "import", definition: importMachine }],
    secrets: [
      {
        arn: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:database-AbCdEf",
        name: "database",
        value: "s3cret",
      },
    ],
    jobDefinitions: [
      {
        arn: arn.definition,
        ...{ name: "ingest", revision: 1, properties: {} },
        container: { image, command: [], environment: [], vcpu: 1, memoryMiB: 512 },
        timeoutSeconds: 60,
      },
    ],
    async invoke(name, payload) {
      calls.push({ name, payload });
      if ((payload as { engine?: string }).engine === "never") return new Promise(() => undefined);
      if (name.endsWith("prepare")) return { payload: { engine: (payload as { engine: string }).engine } };
      return { payload: { registered: (payload as { runId: string }).runId } };
    },
  });
  settings = { endpoint: aws.url, region, credentials };
  sfn = new SFNClient(settings);
});

afterAll(async () => {
  await aws.stop();
  await pool.end();
  await database.drop();
  await folder.remove();
});

type RestAnswer = { jobArn: string; jobId: string; jobs: { stoppedAt?: number }[] };

async function execute(name: string, input: object) {
  const started = await sfn.send(
    new StartExecutionCommand({ stateMachineArn: arn.machine("import"), name, input: JSON.stringify(input) }),
  );
  return eventually(async () => {
    const found = await sfn.send(new DescribeExecutionCommand({ executionArn: started.executionArn }));
    return found.status !== "RUNNING" && found;
  });
}

describe("Step Functions", () => {
  test("runs lambda tasks and answers with the output", async () => {
    const ended = await execute("run-1", { runId: "run-1", engine: "lambda" });
    expect(ended).toMatchObject({ status: "SUCCEEDED", output: '{"registered":"run-1"}' });
    const { events = [] } = await sfn.send(new GetExecutionHistoryCommand({ executionArn: ended.executionArn }));
    expect(events.map((event) => event.type)).toEqual([
      "ExecutionStarted",
      "TaskStateEntered",
      "TaskScheduled",
      "TaskStarted",
      "TaskSucceeded",
      "TaskStateExited",
      "ChoiceStateEntered",
      "ChoiceStateExited",
      "TaskStateEntered",
      "LambdaFunctionScheduled",
      "LambdaFunctionStarted",
      "LambdaFunctionSucceeded",
      "TaskStateExited",
      "ExecutionSucceeded",
    ]);
    expect(events[1]?.stateEnteredEventDetails?.name).toBe("Prepare");
  });

  test("runs a Batch job as a process and waits for it", async () => {
    const ended = await execute("run-2", { runId: "run-2", engine: "batch" });
    expect(ended).toMatchObject({ status: "SUCCEEDED", output: '{"registered":"run-2"}' });
  });

  test("a job's exit code reaches the Catch", async () => {
    const ended = await execute("bad", { runId: "bad", engine: "batch" });
    expect(ended).toMatchObject({ status: "FAILED", error: "Permanent", cause: "exit 65" });
  });

  test("starting again under the same name once it has ended is refused", async () => {
    await execute("twice", { runId: "twice", engine: "lambda" });
    const again = execute("twice", { runId: "twice", engine: "lambda" });
    await expect(again).rejects.toMatchObject({ name: "ExecutionAlreadyExists" });
  });

  test("lists what there is", async () => {
    const { stateMachines = [] } = await sfn.send(new ListStateMachinesCommand({}));
    expect(stateMachines.map((machine) => machine.name)).toEqual(["import"]);
    const { executions = [] } = await sfn.send(
      new ListExecutionsCommand({ stateMachineArn: arn.machine("import"), statusFilter: "FAILED" }),
    );
    expect(executions.map((execution) => execution.name)).toEqual(["bad"]);
  });

  test("pages through the history, from either end", async () => {
    const { executionArn } = await execute("paged", { runId: "paged", engine: "lambda" });
    const pages: number[][] = [];
    let nextToken: string | undefined;
    do {
      const page = await sfn.send(
        new GetExecutionHistoryCommand({ executionArn, maxResults: 6, reverseOrder: true, nextToken }),
      );
      pages.push((page.events ?? []).map((event) => event.id ?? 0));
      nextToken = page.nextToken;
    } while (nextToken);
    expect(pages).toEqual([
      [14, 13, 12, 11, 10, 9],
      [8, 7, 6, 5, 4, 3],
      [2, 1],
    ]);
  });

  test("an error text may hold what the database cannot", async () => {
    const started = await sfn.send(
      new StartExecutionCommand({
        stateMachineArn: arn.machine("import"),
        name: "nul",
        input: '{"runId":"n","engine":"never"}',
      }),
    );
    const { executionArn } = started;
    await sfn.send(new StopExecutionCommand({ executionArn, cause: "a\0b" }));
    const found = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    expect(found).toMatchObject({ status: "ABORTED", cause: "a\ufffdb" });
  });

  test.each([
    [{ stateMachineArn: arn.machine("nope") }, "StateMachineDoesNotExist"],
    [{ stateMachineArn: arn.machine("import"), name: "a b" }, "InvalidName"],
    [{ stateMachineArn: arn.machine("import"), input: "{" }, "InvalidExecutionInput"],
    [{ stateMachineArn: arn.machine("import"), input: JSON.stringify("x".repeat(262_144)) }, "ValidationException"],
  ])("refuses case %#", async (input, name) => {
    await expect(sfn.send(new StartExecutionCommand(input))).rejects.toMatchObject({ name });
  });
});

describe("Secrets Manager", () => {
  test("gives a secret by ARN and by name", async () => {
    const client = new SecretsManagerClient(settings);
    const { ARN, SecretString } = await client.send(new GetSecretValueCommand({ SecretId: "database" }));
    expect(SecretString).toBe("s3cret");
    expect((await client.send(new GetSecretValueCommand({ SecretId: ARN }))).SecretString).toBe("s3cret");
    expect((await client.send(new ListSecretsCommand({}))).SecretList).toHaveLength(1);
    const missing = client.send(new GetSecretValueCommand({ SecretId: "nope" }));
    await expect(missing).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  });
});

describe("router", () => {
  test("invokes a function, told apart by name and ARN", async () => {
    const client = new LambdaClient(settings);
    const FunctionName = arn.function("register");
    const answer = await client.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify({ runId: "x" }) }));
    expect(JSON.parse(new TextDecoder().decode(answer.Payload))).toEqual({ registered: "x" });
    expect(calls.at(-1)?.name).toBe(FunctionName);
  });

  test("speaks Batch's and Scheduler's REST", async () => {
    const batch = new AwsClient({ ...credentials, region, service: "batch", retries: 0 });
    const call = async (path: string, input: object) => {
      const answer = await batch.fetch(`${aws.url}${path}`, { method: "POST", body: JSON.stringify(input) });
      return {
        status: answer.status,
        type: answer.headers.get("x-amzn-errortype"),
        body: (await answer.json()) as RestAnswer,
      };
    };
    const environment = [{ name: "JOB_INPUT", value: '{"runId":"rest"}' }];
    const request = { jobName: "rest", jobQueue: "jobs", jobDefinition: "ingest", containerOverrides: { environment } };
    const { body } = await call("/v1/submitjob", request);
    expect(body.jobArn).toBe(`arn:aws:batch:eu-west-1:123456789012:job/${body.jobId}`);
    const [job] = await eventually(async () => {
      const { jobs } = (await call("/v1/describejobs", { jobs: [body.jobId] })).body;
      return jobs[0]?.stoppedAt ? jobs : undefined;
    });
    expect(job).toMatchObject({ status: "SUCCEEDED", container: { exitCode: 0 } });
    expect(await call("/v1/submitjob", { ...request, jobQueue: "nope" })).toMatchObject({
      status: 400,
      type: "ClientException",
    });
    expect(await call("/v1/createjobqueue", {})).toMatchObject({ status: 501, type: "NotImplemented" });
    const scheduler = new AwsClient({ ...credentials, region, service: "scheduler", retries: 0 });
    expect(await (await scheduler.fetch(`${aws.url}/schedules`)).json()).toEqual({ Schedules: [] });
    expect((await scheduler.fetch(`${aws.url}/schedules/nope`)).status).toBe(404);
    expect((await scheduler.fetch(`${aws.url}/schedules/new`, { method: "POST", body: "{}" })).status).toBe(501);
  });

  test("answers who is calling", async () => {
    const client = new AwsClient({ ...credentials, region, service: "sts", retries: 0 });
    const body = "Action=GetCallerIdentity&Version=2011-06-15";
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const answer = await client.fetch(aws.url, { method: "POST", body, headers });
    expect(await answer.text()).toContain("<Account>123456789012</Account>");
  });

  test("a call off the list is not implemented, and named", async () => {
    const client = new SecretsManagerClient(settings);
    const call = client.send(new PutSecretValueCommand({ SecretId: "database", SecretString: "x" }));
    await expect(call).rejects.toMatchObject({
      name: "NotImplemented",
      message: "secretsmanager PutSecretValue is not implemented",
      $metadata: { httpStatusCode: 501 },
    });
    expect(aws.surface()).toContain("secretsmanager:PutSecretValue");
    expect(aws.surface()).toContain("states:StartExecution");
  });

  test("a body above 6 MiB is refused", async () => {
    const client = new LambdaClient(settings);
    const Payload = JSON.stringify("x".repeat(6 * 1024 * 1024));
    const call = client.send(new InvokeCommand({ FunctionName: "register", Payload }));
    await expect(call).rejects.toMatchObject({ $metadata: { httpStatusCode: 413 } });
  });

  test("a wrong secret or an unknown key is refused", async () => {
    const wrong = new SFNClient({ ...settings, credentials: { ...credentials, secretAccessKey: "other" } });
    await expect(wrong.send(new ListStateMachinesCommand({}))).rejects.toMatchObject({
      name: "InvalidSignatureException",
    });
    const unknown = new SFNClient({ ...settings, credentials: { ...credentials, accessKeyId: "AKIAOTHER" } });
    await expect(unknown.send(new ListStateMachinesCommand({}))).rejects.toMatchObject({
      name: "UnrecognizedClientException",
    });
    expect((await fetch(aws.url)).status).toBe(403);
  });
});
