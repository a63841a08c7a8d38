import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { awsResources } from "../host/aws-options.ts";
import type { Aws } from "../router/index.ts";
import {
  accountId,
  arn,
  createDatabase,
  eventually,
  jsonCaller,
  programOf,
  startTestAws,
  temporaryFolder,
} from "../router/testing.ts";

type Received = {
  Messages?: { MessageId: string; ReceiptHandle: string; Body: string; Attributes: Record<string, string> }[];
};
type Batch = { Successful: { Id: string }[]; Failed: { Id: string; Code: string }[] };

const queue = (name: string, inputs: object = {}) => ({
  type: "aws:sqs/queue:Queue",
  arn: arn.sqs(name),
  inputs: { name, ...inputs },
});
const program = programOf([
  queue("plain"),
  queue("slow", { delaySeconds: 1 }),
  queue("small", { maxMessageSize: 1024 }),
  queue("fragile", {
    visibilityTimeoutSeconds: 1,
    redrivePolicy: JSON.stringify({ deadLetterTargetArn: arn.sqs("dead"), maxReceiveCount: 2 }),
  }),
  queue("dead"),
]);
const database = await createDatabase();
const folder = await temporaryFolder();
let pool: ReturnType<typeof database.pool>;
let aws: Aws;
let sqs: ReturnType<typeof jsonCaller>;

async function start(): Promise<void> {
  pool = database.pool();
  aws = await startTestAws({ pool, jobsRoot: folder.path, ...awsResources(program, {}) });
  sqs = jsonCaller(aws.url, "sqs", "AmazonSQS");
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

const urlOf = (name: string) => `https://sqs.eu-west-1.amazonaws.com/${accountId}/${name}`;
const send = (name: string, MessageBody: string, more: object = {}) =>
  sqs("SendMessage", { QueueUrl: urlOf(name), MessageBody, ...more });
const receive = async (name: string, more: object = {}) =>
  (await sqs<Received>("ReceiveMessage", { QueueUrl: urlOf(name), AttributeNames: ["All"], ...more })).Messages ?? [];
const bodies = async (name: string, more: object = {}) => (await receive(name, more)).map(({ Body }) => Body);

describe("a message", () => {
  test("is received with what it was sent with, hidden meanwhile, and gone once deleted", async () => {
    const attributes = { MessageAttributes: { kind: { DataType: "String", StringValue: "é" } } };
    const sent = await send("plain", "hello", attributes);
    expect(sent.MD5OfMessageBody).toBe("5d41402abc4b2a76b9719d911017c592");
    const [message] = await receive("plain", { MessageAttributeNames: ["All"] });
    expect(message).toMatchObject({ ...attributes, Body: "hello", Attributes: { ApproximateReceiveCount: "1" } });
    expect(message).toHaveProperty("MD5OfMessageAttributes", sent.MD5OfMessageAttributes);
    expect(await bodies("plain")).toEqual([]);
    await sqs("DeleteMessage", { QueueUrl: urlOf("plain"), ReceiptHandle: message?.ReceiptHandle });
    const { Attributes } = await sqs("GetQueueAttributes", { QueueUrl: urlOf("plain"), AttributeNames: ["All"] });
    expect(Attributes).toMatchObject({ ApproximateNumberOfMessages: "0", ApproximateNumberOfMessagesNotVisible: "0" });
  });

  test("that was given back is received again, and an older receipt deletes it no more", async () => {
    await send("plain", "twice");
    const [first] = await receive("plain");
    const handle = { QueueUrl: urlOf("plain"), ReceiptHandle: first?.ReceiptHandle };
    await sqs("ChangeMessageVisibility", { ...handle, VisibilityTimeout: 0 });
    const [second] = await receive("plain");
    expect(second).toMatchObject({ MessageId: first?.MessageId, Attributes: { ApproximateReceiveCount: "2" } });
    await sqs("DeleteMessage", handle);
    await sqs("ChangeMessageVisibility", { ...handle, ReceiptHandle: second?.ReceiptHandle, VisibilityTimeout: 0 });
    expect(await bodies("plain")).toEqual(["twice"]);
    await sqs("PurgeQueue", { QueueUrl: urlOf("plain") });
  });

  test("outlives the host, hidden as it was", async () => {
    await send("plain", "seen");
    await receive("plain", { VisibilityTimeout: 600 });
    await send("plain", "unseen");
    await stop();
    await start();
    expect(await bodies("plain", { MaxNumberOfMessages: 10 })).toEqual(["unseen"]);
    await sqs("PurgeQueue", { QueueUrl: urlOf("plain") });
  });

  test("is waited for, and comes the moment it is sent or its delay is over", async () => {
    const begun = Date.now();
    const waiting = bodies("plain", { WaitTimeSeconds: 20 });
    await send("plain", "awaited");
    expect(await waiting).toEqual(["awaited"]);
    await send("slow", "delayed");
    expect(await bodies("slow")).toEqual([]);
    expect(await bodies("slow", { WaitTimeSeconds: 20 })).toEqual(["delayed"]);
    expect(Date.now() - begun).toBeGreaterThanOrEqual(1_000);
    expect(Date.now() - begun).toBeLessThan(10_000);
    await sqs("PurgeQueue", { QueueUrl: urlOf("plain") });
  });

  test("received too often goes to the dead-letter queue, and back when it is told to", async () => {
    await send("fragile", "poison");
    for (const count of ["1", "2"]) {
      const [message] = await receive("fragile", { WaitTimeSeconds: 5 });
      expect(message).toMatchObject({ Body: "poison", Attributes: { ApproximateReceiveCount: count } });
    }
    expect(await bodies("fragile", { WaitTimeSeconds: 2 })).toEqual([]);
    const [dead] = await receive("dead", { VisibilityTimeout: 0 });
    expect(dead).toMatchObject({ Body: "poison", Attributes: { DeadLetterQueueSourceArn: arn.sqs("fragile") } });
    await sqs("StartMessageMoveTask", { SourceArn: arn.sqs("dead") });
    expect(await bodies("fragile")).toEqual(["poison"]);
    expect(await bodies("dead")).toEqual([]);
  });
});

describe("a batch", () => {
  test("tells what was taken and what was not", async () => {
    const entries = [
      { Id: "good", MessageBody: "1" },
      { Id: "bad", MessageBody: "\u0000" },
      { Id: "late", MessageBody: "2", DelaySeconds: 901 },
    ];
    const { Successful, Failed } = await sqs<Batch>("SendMessageBatch", { QueueUrl: urlOf("plain"), Entries: entries });
    expect(Successful).toMatchObject([{ Id: "good" }]);
    expect(Failed).toMatchObject([
      { Id: "bad", Code: "InvalidMessageContents", SenderFault: true },
      { Id: "late", Code: "InvalidParameterValue" },
    ]);
    const [message] = await eventually(async () => {
      const messages = await receive("plain");
      return messages.length > 0 && messages;
    });
    const handles = [{ Id: "a", ReceiptHandle: message?.ReceiptHandle, VisibilityTimeout: 5 }];
    const call = { QueueUrl: urlOf("plain"), Entries: handles };
    expect(await sqs("ChangeMessageVisibilityBatch", call)).toMatchObject({ Successful: [{ Id: "a" }], Failed: [] });
    expect(await sqs("DeleteMessageBatch", call)).toMatchObject({ Successful: [{ Id: "a" }], Failed: [] });
  });
});

describe("limits", () => {
  test.each([
    [
      "a body above the queue's size",
      "SendMessage",
      "small",
      { MessageBody: "x".repeat(1025) },
      "InvalidParameterValue",
    ],
    ["a body above 256 KiB", "SendMessage", "plain", { MessageBody: "x".repeat(262_145) }, "InvalidParameterValue"],
    [
      "eleven attributes",
      "SendMessage",
      "plain",
      {
        MessageBody: "x",
        MessageAttributes: Object.fromEntries(
          Array.from({ length: 11 }, (_, n) => [`a${n}`, { DataType: "String", StringValue: "x" }]),
        ),
      },
      "InvalidParameterValue",
    ],
    ["eleven at once", "ReceiveMessage", "plain", { MaxNumberOfMessages: 11 }, "InvalidParameterValue"],
    ["a wait above 20 s", "ReceiveMessage", "plain", { WaitTimeSeconds: 21 }, "InvalidParameterValue"],
    ["hidden for more than 12 h", "ReceiveMessage", "plain", { VisibilityTimeout: 43_201 }, "InvalidParameterValue"],
    ["no entries", "SendMessageBatch", "plain", { Entries: [] }, "EmptyBatchRequest"],
    [
      "eleven entries",
      "SendMessageBatch",
      "plain",
      { Entries: Array.from({ length: 11 }, (_, n) => ({ Id: `${n}`, MessageBody: "x" })) },
      "TooManyEntriesInBatchRequest",
    ],
    [
      "a batch above 256 KiB",
      "SendMessageBatch",
      "plain",
      { Entries: ["a", "b"].map((Id) => ({ Id, MessageBody: "x".repeat(140_000) })) },
      "BatchRequestTooLong",
    ],
    ["a queue that is not there", "SendMessage", "nope", { MessageBody: "x" }, "QueueDoesNotExist"],
    [
      "a group, which only FIFO queues have",
      "SendMessage",
      "plain",
      { MessageBody: "x", MessageGroupId: "g" },
      "NotImplemented",
    ],
    ["a call off the list", "CreateQueue", "plain", {}, "NotImplemented"],
  ])("%s is refused", async (_, call, name, input, code) => {
    await expect(sqs(call, { QueueUrl: urlOf(name), ...input })).rejects.toMatchObject({ name: code });
  });

  test("exactly the queue's size is taken", async () => {
    await send("small", "x".repeat(1024));
    expect(await bodies("small")).toHaveLength(1);
  });

  test("a FIFO queue is refused at the start, as it is not hosted", () => {
    expect(() => awsResources(programOf([queue("a.fifo", { fifoQueue: true })]), {})).toThrow("FIFO");
  });
});

test("queues are found by name", async () => {
  const { QueueUrl } = await sqs("GetQueueUrl", { QueueName: "dead" });
  expect(QueueUrl).toBe(`${aws.url}/${accountId}/dead`);
  expect(await sqs("ListQueues", { QueueNamePrefix: "de" })).toEqual({ QueueUrls: [QueueUrl] });
});
