import { afterAll, beforeAll, expect, test } from "vitest";
import { awsResources } from "../host/aws-options.ts";
import type { Aws } from "../router/index.ts";
import {
  arn,
  createDatabase,
  eventually,
  jsonCaller,
  programOf,
  startTestAws,
  temporaryFolder,
} from "../router/testing.ts";
import { failuresIn } from "./event.ts";

type Event = {
  Records: { messageId: string; body: string; eventSourceARN: string; attributes: Record<string, string> }[];
};

const queue = (name: string, inputs: object = {}) => ({
  type: "aws:sqs/queue:Queue",
  arn: arn.sqs(name),
  inputs: { name, visibilityTimeoutSeconds: 2, ...inputs },
});
const redrive = { redrivePolicy: JSON.stringify({ deadLetterTargetArn: arn.sqs("dead"), maxReceiveCount: 2 }) };
const mapping = (name: string, inputs: object = {}) => ({
  type: "aws:lambda/eventSourceMapping:EventSourceMapping",
  arn: `mapping-${name}`,
  inputs: { eventSourceArn: arn.sqs(name), functionName: arn.function(name), ...inputs },
});
const program = programOf([
  ...[
    queue("partial", redrive),
    queue("whole", redrive),
    queue("chosen"),
    queue("windowed", { visibilityTimeoutSeconds: 30 }),
    queue("off"),
    queue("dead"),
  ],
  mapping("partial", { functionResponseTypes: ["ReportBatchItemFailures"] }),
  mapping("whole", { batchSize: 1 }),
  mapping("chosen", { filterCriteria: { filters: [{ pattern: '{"body":{"kind":["wanted"]}}' }] } }),
  mapping("windowed", { batchSize: 100, maximumBatchingWindowInSeconds: 1 }),
  mapping("off", { enabled: false }),
]);

const database = await createDatabase();
const folder = await temporaryFolder();
const pool = database.pool();
const calls: { name: string; event: Event }[] = [];
let aws: Aws;
let sqs: ReturnType<typeof jsonCaller>;

beforeAll(async () => {
  aws = await startTestAws({
    ...{ pool, jobsRoot: folder.path, ...awsResources(program, {}) },
    async invoke(reference, payload) {
      const name = reference.split(":").at(-1) ?? "";
      const event = payload as Event;
      calls.push({ name, event });
      if (name === "whole") return { payload: { errorType: "Error" }, functionError: "Unhandled" };
      const bad = event.Records.filter(({ body }) => body === "bad");
      return { payload: { batchItemFailures: bad.map(({ messageId }) => ({ itemIdentifier: messageId })) } };
    },
  });
  sqs = jsonCaller(aws.url, "sqs", "AmazonSQS");
});
afterAll(async () => {
  await aws.stop();
  await pool.end();
  await database.drop();
  await folder.remove();
});

const send = (name: string, ...texts: string[]) =>
  sqs("SendMessageBatch", {
    QueueUrl: name,
    Entries: texts.map((MessageBody, index) => ({ Id: `${index}`, MessageBody })),
  });
const bodiesOf = (name: string) =>
  calls.filter((call) => call.name === name).map(({ event }) => event.Records.map(({ body }) => body));
const left = async (name: string) => {
  const { Attributes } = await sqs<{ Attributes: Record<string, string> }>("GetQueueAttributes", {
    QueueUrl: name,
    AttributeNames: ["All"],
  });
  const { ApproximateNumberOfMessages: visible, ApproximateNumberOfMessagesNotVisible: hidden } = Attributes;
  return Number(visible) + Number(hidden);
};

test("what a function names as failed comes again, alone, until it is a dead letter", async () => {
  await send("partial", "good", "bad", "fine");
  await eventually(async () => (await left("dead")) === 1);
  // A poller that is quick may be there before the last message of the three.
  const batches = bodiesOf("partial");
  expect(batches.flat().sort()).toEqual(["bad", "bad", "fine", "good"]);
  expect(batches.at(-1)).toEqual(["bad"]);
  expect(await left("partial")).toBe(0);
  const record = calls.find(({ name }) => name === "partial")?.event.Records[0];
  expect(record).toMatchObject({ eventSourceARN: arn.sqs("partial"), attributes: { ApproximateReceiveCount: "1" } });
  await sqs("PurgeQueue", { QueueUrl: "dead" });
});

test("a function that fails fails the whole batch", async () => {
  await send("whole", "a", "b");
  await eventually(async () => (await left("dead")) === 2);
  expect(bodiesOf("whole").flat().sort()).toEqual(["a", "a", "b", "b"]);
});

test("a filter keeps away what it does not let through, for good", async () => {
  await send("chosen", '{"kind":"other"}', '{"kind":"wanted"}', "no json");
  await eventually(async () => (await left("chosen")) === 0);
  expect(bodiesOf("chosen")).toEqual([['{"kind":"wanted"}']]);
});

test("a window gathers more than one call receives", async () => {
  await send("windowed", ..."abcdefghij");
  await send("windowed", "k", "l");
  await eventually(async () => (await left("windowed")) === 0);
  expect(bodiesOf("windowed").map((batch) => batch.length)).toEqual([12]);
});

test("a mapping that is off calls nothing", async () => {
  await send("off", "x");
  expect(await left("off")).toBe(1);
  expect(bodiesOf("off")).toEqual([]);
});

test.each([
  [{}, []],
  [null, []],
  [{ batchItemFailures: [] }, []],
  [{ batchItemFailures: [{ itemIdentifier: "a" }] }, ["a"]],
  [{ batchItemFailures: [{ itemIdentifier: "unknown" }] }, ["a", "b"]],
  [{ batchItemFailures: [{ itemIdentifier: "" }] }, ["a", "b"]],
  [{ batchItemFailures: [{}] }, ["a", "b"]],
  [{ batchItemFailures: "a" }, ["a", "b"]],
])("the answer %j names %j as failed", (answer, failed) => {
  expect(failuresIn(answer, ["a", "b"])).toEqual(failed);
});
