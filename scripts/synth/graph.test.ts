import { expect, it } from "vitest";
import { type Resource, serialize } from "./graph.ts";
import { create, lookUp, type Registration } from "./mocks.ts";

const record = (...registrations: Registration[]) =>
  serialize(registrations.map((registration) => ({ ...registration, created: create(registration) })));
const queue = { type: "aws:sqs/queue:Queue", name: "Work", inputs: { delaySeconds: 1, fifoQueue: undefined } };
const topic = { type: "aws:sns/topic:Topic", name: "Alarms", inputs: {} };

it("gives the same text whatever the order of registration", () => {
  expect(record(queue, topic)).toBe(record(topic, queue));
});

it("keeps what is deployed and drops how", () => {
  const how = ["sst:aws:Bucket", "pulumi:providers:aws", "random:index/randomPassword:RandomPassword"];
  const text = record(queue, ...how.map((type) => ({ type, name: "x", inputs: {} })));
  expect((JSON.parse(text) as Resource[]).map(({ name }) => name)).toEqual(["Work"]);
});

it("shows what is inside of a wrapped secret", () => {
  const wrapped = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value: "{random:x}" };
  const [resource] = JSON.parse(record({ ...queue, inputs: { secret: wrapped } })) as Resource[];
  expect(resource?.inputs).toEqual({ secret: "{random:x}" });
});

it("gives resources the ARNs that AWS would", () => {
  const arns = (JSON.parse(record(queue, topic)) as Resource[]).map(({ arn }) => arn);
  expect(arns).toEqual([
    "arn:aws:sns:eu-west-1:123456789012:atrium-main-Alarms",
    "arn:aws:sqs:eu-west-1:123456789012:atrium-main-Work",
  ]);
});

it("composes policies whole", () => {
  const statements = [
    {
      actions: ["s3:GetObject"],
      resources: ["arn:aws:s3:::b/*"],
      principals: [{ type: "Service", identifiers: ["cloudfront.amazonaws.com"] }],
      conditions: [{ test: "StringEquals", variable: "AWS:SourceAccount", values: ["1"] }],
    },
    { effect: "Deny", actions: ["s3:PutObject"], resources: ["*"], principals: [{ type: "*", identifiers: ["*"] }] },
  ];
  const { json } = lookUp({ token: "aws:iam/getPolicyDocument:getPolicyDocument", inputs: { statements } });
  expect(JSON.parse(String(json)).Statement).toEqual([
    {
      Effect: "Allow",
      Action: ["s3:GetObject"],
      Resource: ["arn:aws:s3:::b/*"],
      Principal: { Service: ["cloudfront.amazonaws.com"] },
      Condition: { StringEquals: { "AWS:SourceAccount": ["1"] } },
    },
    { Effect: "Deny", Action: ["s3:PutObject"], Resource: ["*"], Principal: "*" },
  ]);
});

it("refuses a look-up it has no true answer to", () => {
  expect(() => lookUp({ token: "aws:route53/getZone:getZone", inputs: {} })).toThrow("aws:route53/getZone:getZone");
});
