import { describe, expect, it } from "vitest";
import { arn, programOf } from "../router/testing.ts";
import { localise } from "./localise.ts";
import { messagingOf } from "./messaging.ts";
import { bucketsOf } from "./objects.ts";

const bucket = { type: "aws:s3/bucket:Bucket", arn: "arn:aws:s3:::objects", inputs: { bucket: "objects" } };
const notification = (inputs: object) => ({
  type: "aws:s3/bucketNotification:BucketNotification",
  arn: "notification",
  inputs: { bucket: "objects", ...inputs },
});

describe("a bucket's notifications", () => {
  it("go to functions, to queues and onto the bus", () => {
    const events = ["s3:ObjectCreated:*"];
    const program = programOf([
      bucket,
      notification({
        lambdaFunctions: [{ id: "f", lambdaFunctionArn: arn.function("f"), events, filterPrefix: "in/" }],
        queues: [{ queueArn: arn.sqs("q"), events, filterSuffix: ".csv" }],
        eventbridge: true,
      }),
    ]);
    expect(bucketsOf(program)).toMatchObject([
      {
        notices: [
          { id: "f", target: arn.function("f"), events, prefix: "in/" },
          { id: "rule-1", target: arn.sqs("q"), events, suffix: ".csv" },
          { target: "eventbridge", events: ["s3:Object*"] },
        ],
      },
    ]);
  });

  it("to a topic are refused, as it is not hosted", () => {
    expect(() => bucketsOf(programOf([bucket, notification({ topics: [{ topicArn: "t" }] })]))).toThrow("not hosted");
  });
});

it("takes AWS's defaults where the program says nothing", () => {
  const { queues, mappings } = messagingOf(
    programOf([
      { type: "aws:sqs/queue:Queue", arn: arn.sqs("q"), inputs: {} },
      {
        type: "aws:lambda/eventSourceMapping:EventSourceMapping",
        arn: "m",
        inputs: { eventSourceArn: arn.sqs("q"), functionName: "f" },
      },
    ]),
  );
  expect(queues).toEqual([
    {
      ...{ arn: arn.sqs("q"), name: "q", visibilitySeconds: 30, delaySeconds: 0, retentionSeconds: 345_600 },
      ...{ waitSeconds: 0, mostBytes: 262_144, deadLetters: undefined },
    },
  ]);
  expect(mappings).toMatchObject([{ batchSize: 10, windowSeconds: 0, partialFailures: false, concurrency: 5 }]);
});

it("has no events but a queue's", () => {
  const inputs = { eventSourceArn: "arn:aws:kinesis:eu-west-1:123456789012:stream/s", functionName: "f" };
  const mapping = { type: "aws:lambda/eventSourceMapping:EventSourceMapping", arn: "m", inputs };
  expect(() => messagingOf(programOf([mapping]))).toThrow("not hosted");
});

it("puts the addresses of this machine where the program names queues and sockets", () => {
  const program = programOf([
    { type: "aws:apigatewayv2/api:Api", arn: "live", inputs: { name: "live", protocolType: "WEBSOCKET" } },
    {
      type: "aws:lambda/function:Function",
      arn: arn.function("f"),
      inputs: {
        environment: {
          variables: {
            QUEUE: "https://sqs.eu-west-1.amazonaws.com/123456789012/q",
            SOCKETS: "wss://live.execute-api.eu-west-1.amazonaws.com/$default",
            MANAGEMENT: "https://live.execute-api.eu-west-1.amazonaws.com/$default",
          },
        },
      },
    },
  ]);
  const settings = {
    credentials: { accessKeyId: "", secretAccessKey: "" },
    administrator: { email: "", password: "" },
    mailboxToken: "",
  };
  const local = localise(program, {
    settings: { ...settings, randoms: {} },
    ...{ database: "127.0.0.1:1", objects: "http://127.0.0.1:2", aws: "http://127.0.0.1:3", region: "eu-west-1" },
    sites: ["http://127.0.0.1:4"],
  });
  expect(local.one("aws:lambda/function:Function").inputs.environment?.variables).toEqual({
    QUEUE: "http://127.0.0.1:3/123456789012/q",
    SOCKETS: "ws://127.0.0.1:4/sockets/live/$default",
    MANAGEMENT: "http://127.0.0.1:3/sockets/live/$default",
  });
});
