import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { DescribeExecutionCommand, ListExecutionsCommand, SFNClient } from "@aws-sdk/client-sfn";
import { afterAll, beforeAll, expect, test } from "vitest";
import { awsResources } from "../host/aws-options.ts";
import type { Aws } from "../router/index.ts";
import {
  arn,
  createDatabase,
  credentials,
  eventually,
  jsonCaller,
  programOf,
  region,
  startTestAws,
  temporaryFolder,
} from "../router/testing.ts";

type Received = { Messages?: { Body: string; MessageAttributes: Record<string, { StringValue: string }> }[] };
type Put = { FailedEntryCount: number; Entries: { EventId?: string; ErrorCode?: string }[] };

const queue = (name: string) => ({ type: "aws:sqs/queue:Queue", arn: arn.sqs(name), inputs: { name } });
const rule = (name: string, pattern: object, inputs: object = {}) => ({
  type: "aws:cloudwatch/eventRule:EventRule",
  arn: arn.rule(name),
  inputs: { name, eventBusName: "main", eventPattern: JSON.stringify(pattern), ...inputs },
});
const target = (ruleName: string, to: string, inputs: object = {}) => ({
  type: "aws:cloudwatch/eventTarget:EventTarget",
  arn: `${ruleName}-${to}`,
  inputs: { rule: ruleName, eventBusName: "main", arn: to, ...inputs },
});
const machine = {
  QueryLanguage: "JSONata",
  StartAt: "Done",
  States: { Done: { Type: "Succeed", Output: "{% $states.input.detail %}" } },
};

const program = programOf([
  { type: "aws:cloudwatch/eventBus:EventBus", arn: "bus", inputs: { name: "main" } },
  ...[queue("heard"), queue("lost"), queue("failed")],
  rule("files", { source: ["atrium.files"], detail: { bytes: [{ numeric: [">", 0] }] } }),
  target("files", arn.function("listen")),
  target("files", arn.sqs("heard"), { inputPath: "$.detail" }),
  target("files", arn.machine("started")),
  rule("unreachable", { source: ["atrium.unreachable"] }),
  target("unreachable", arn.sqs("nowhere"), {
    retryPolicy: { maximumRetryAttempts: 1 },
    deadLetterConfig: { arn: arn.sqs("lost") },
  }),
  rule("off", { source: ["atrium.files"] }, { state: "DISABLED" }),
  target("off", arn.sqs("lost")),
  {
    type: "aws:lambda/function:Function",
    arn: arn.function("fails"),
    inputs: { name: "fails", handler: "x", memorySize: 128, timeout: 3 },
  },
  {
    type: "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
    arn: "config",
    inputs: {
      functionName: "fails",
      maximumRetryAttempts: 0,
      destinationConfig: { onFailure: { destination: arn.sqs("failed") } },
    },
  },
  {
    type: "aws:sfn/stateMachine:StateMachine",
    arn: arn.machine("started"),
    inputs: { definition: JSON.stringify(machine) },
  },
]);

const database = await createDatabase();
const folder = await temporaryFolder();
const calls: { name: string; payload: unknown }[] = [];
let reachable = true;
let pool: ReturnType<typeof database.pool>;
let aws: Aws;

async function start(): Promise<void> {
  pool = database.pool();
  aws = await startTestAws({
    ...{ pool, jobsRoot: folder.path, ...awsResources(program, {}) },
    async invoke(name, payload) {
      if (!reachable) return new Promise(() => undefined);
      calls.push({ name, payload });
      return name.endsWith("fails")
        ? { payload: { errorType: "Broken" }, functionError: "Unhandled" }
        : { payload: null };
    },
  });
}
async function stop(): Promise<void> {
  await aws.stop();
  await pool.end();
}

beforeAll(start);
afterAll(async () => {
  await stop();
  await database.drop();
  await folder.remove();
});

const events = <T>(call: string, input: object) => jsonCaller(aws.url, "events", "AWSEvents")<T>(call, input);
const put = (...Entries: object[]) => events<Put>("PutEvents", { Entries });
const uploaded = (detail: object, more: object = {}) => ({
  ...{ EventBusName: "main", Source: "atrium.files", DetailType: "file.uploaded", Detail: JSON.stringify(detail) },
  ...more,
});
const receive = async (name: string) => {
  const sqs = jsonCaller(aws.url, "sqs", "AmazonSQS");
  const call = { QueueUrl: name, WaitTimeSeconds: 10, MessageAttributeNames: ["All"] };
  const { Messages = [] } = await sqs<Received>("ReceiveMessage", call);
  return Messages;
};

test("an event reaches the function, the queue and the state machine of a rule that it matches", async () => {
  const answer = await put(
    uploaded({ bytes: 5 }),
    uploaded({ bytes: 0 }),
    uploaded({ bytes: 9 }, { EventBusName: "default" }),
  );
  expect(answer).toMatchObject({ FailedEntryCount: 0 });
  expect(answer.Entries).toHaveLength(3);
  await eventually(async () => calls.length > 0);
  expect(calls).toMatchObject([
    {
      name: arn.function("listen"),
      payload: { source: "atrium.files", "detail-type": "file.uploaded", detail: { bytes: 5 }, region, version: "0" },
    },
  ]);
  expect((await receive("heard")).map(({ Body }) => JSON.parse(Body))).toEqual([{ bytes: 5 }]);
  const sfn = new SFNClient({ endpoint: aws.url, region, credentials });
  const [execution] = await eventually(async () => {
    const { executions = [] } = await sfn.send(new ListExecutionsCommand({ stateMachineArn: arn.machine("started") }));
    return executions[0]?.status === "SUCCEEDED" && executions;
  });
  const found = await sfn.send(new DescribeExecutionCommand({ executionArn: execution?.executionArn }));
  expect(found.output).toBe('{"bytes":5}');
});

test("what was put and not delivered when the host ended is delivered by the next", async () => {
  calls.length = 0;
  reachable = false;
  await put(uploaded({ bytes: 7 }));
  await stop();
  reachable = true;
  await start();
  await eventually(async () => calls.length > 0);
  expect(calls).toMatchObject([{ payload: { detail: { bytes: 7 } } }]);
});

test("what a target never takes goes to the rule's dead-letter queue, with the reason", async () => {
  await put({ EventBusName: "main", Source: "atrium.unreachable", DetailType: "x", Detail: '{"n":1}' });
  const [message] = await receive("lost");
  expect(JSON.parse(message?.Body ?? "")).toMatchObject({ detail: { n: 1 } });
  expect(message?.MessageAttributes).toMatchObject({
    ERROR_CODE: { StringValue: "QueueDoesNotExist" },
    TARGET_ARN: { StringValue: arn.sqs("nowhere") },
    RULE_ARN: { StringValue: arn.rule("unreachable") },
  });
});

test("a function called as an Event is answered before it runs, and its failure ends where its configuration says", async () => {
  const lambda = new LambdaClient({ endpoint: aws.url, region, credentials });
  const invoke = (Payload: string) =>
    lambda.send(new InvokeCommand({ FunctionName: "fails", InvocationType: "Event", Payload }));
  expect((await invoke('{"job":1}')).StatusCode).toBe(202);
  const [message] = await receive("failed");
  expect(message?.Body).toBe('{"job":1}');
  await expect(invoke(JSON.stringify("x".repeat(262_144)))).rejects.toMatchObject({
    $metadata: { httpStatusCode: 413 },
  });
});

test("one event that is not valid does not keep the others from being put", async () => {
  const { FailedEntryCount, Entries } = await put(
    uploaded({ bytes: 0 }),
    uploaded({}, { Detail: "[]" }),
    uploaded({}, { Source: "aws.s3" }),
    uploaded({}, { EventBusName: "nope" }),
    uploaded({}, { Source: "" }),
  );
  expect(FailedEntryCount).toBe(4);
  expect(Entries.map(({ EventId, ErrorCode }) => ErrorCode ?? typeof EventId)).toEqual([
    "string",
    "MalformedDetail",
    "NotAuthorizedForSourceException",
    "ResourceNotFoundException",
    "InvalidArgument",
  ]);
});

test.each([
  ["eleven events", Array.from({ length: 11 }, () => uploaded({}))],
  ["none", []],
  ["256 KiB and more", [uploaded({ text: "x".repeat(262_144) })]],
])("a call with %s is refused", async (_, entries) => {
  await expect(put(...entries)).rejects.toMatchObject({ name: "ValidationException" });
});

test("rules can be read and patterns tried", async () => {
  const { Rules } = await events<{ Rules: { Name: string; State: string }[] }>("ListRules", { EventBusName: "main" });
  expect(Rules.map(({ Name, State }) => `${Name} ${State}`)).toContain("off DISABLED");
  const EventPattern = '{"source":["a"]}';
  expect(await events("TestEventPattern", { EventPattern, Event: '{"source":"a"}' })).toEqual({ Result: true });
  const bad = events("TestEventPattern", { EventPattern: '{"source":[{"cidr":"x"}]}', Event: "{}" });
  await expect(bad).rejects.toMatchObject({ name: "InvalidEventPatternException" });
});

test("what is not hosted is refused at the start", () => {
  const scheduled = { ...rule("timed", {}), inputs: { name: "timed", scheduleExpression: "rate(1 day)" } };
  expect(() => awsResources(programOf([scheduled]), {})).toThrow("timed has no pattern");
  const topic = [rule("sns", { source: ["a"] }), target("sns", "arn:aws:sns:eu-west-1:123456789012:topic")];
  expect(() => awsResources(programOf(topic), {})).toThrow("not hosted here");
});
