import { describe, expect, it } from "vitest";
import { graph, lambdas, ofType, some } from "./graph.ts";

type Alarm = { namespace: string; metricName: string; dimensions: Record<string, string>; alarmActions: string[] };
type Queue = { redrivePolicy?: string; sqsManagedSseEnabled?: boolean; messageRetentionSeconds?: number };

const alarms = some<Alarm>("aws:cloudwatch/metricAlarm:MetricAlarm").map(({ inputs }) => inputs);
const queues = some<Queue>("aws:sqs/queue:Queue");
const watching = (metric: string, key: string, value: string) =>
  alarms.filter(({ metricName, dimensions }) => metricName === metric && dimensions[key] === value);

it("every alarm tells somebody", () => {
  const topics = some("aws:sns/topic:Topic").map(({ arn }) => arn);
  for (const { alarmActions } of alarms) expect(topics).toEqual(expect.arrayContaining(alarmActions));
});

it.each(lambdas)("an alarm watches the errors of $name", ({ inputs }) => {
  expect(watching("Errors", "FunctionName", inputs.name)).toHaveLength(1);
});

it.each(some("aws:sfn/stateMachine:StateMachine"))("an alarm watches the failures of $name", ({ arn }) => {
  expect(watching("ExecutionsFailed", "StateMachineArn", arn)).toHaveLength(1);
  expect(watching("ExecutionsTimedOut", "StateMachineArn", arn)).toHaveLength(1);
});

it.each(some<{ protocolType: string }>("aws:apigatewayv2/api:Api"))("an alarm watches what $name fails at", (api) => {
  const metric = api.inputs.protocolType === "WEBSOCKET" ? "IntegrationError" : "5xx";
  expect(watching(metric, "ApiId", api.id)).toHaveLength(1);
});

it("an alarm watches messages that were given up, by what the relay logs of them", () => {
  const [filter] = ofType<{ logGroupName: string; metricTransformation: { name: string } }>(
    "aws:cloudwatch/logMetricFilter:LogMetricFilter",
  );
  const relay = lambdas.find(({ name }) => name === "RelayFunction");
  expect(filter?.inputs.logGroupName).toBe(relay?.inputs.loggingConfig.logGroup);
  expect(alarms.filter(({ metricName }) => metricName === filter?.inputs.metricTransformation.name)).toHaveLength(1);
});

it.each(ofType<{ functionName: string }>("aws:lambda/functionUrl:FunctionUrl"))(
  "an alarm watches the 5xx of $name",
  ({ inputs }) => {
    expect(watching("Url5xxCount", "FunctionName", inputs.functionName)).toHaveLength(1);
  },
);

describe("queues", () => {
  const isDeadLetter = (arn: string) =>
    graph.some(({ inputs }) => {
      const { redrivePolicy, target } = inputs as {
        redrivePolicy?: string;
        target?: { deadLetterConfig?: { arn: string } };
      };
      return redrivePolicy?.includes(arn) || target?.deadLetterConfig?.arn === arn;
    });

  it.each(queues)("$name is a dead-letter queue or has one", ({ arn, inputs }) => {
    expect(isDeadLetter(arn) || inputs.redrivePolicy !== undefined).toBe(true);
  });

  it.each(queues)(
    "$name is encrypted, and its messages wait for somebody to be back from a long weekend",
    ({ inputs }) => {
      expect(inputs.sqsManagedSseEnabled).toBe(true);
      expect(inputs.messageRetentionSeconds).toBeGreaterThanOrEqual(4 * 24 * 60 * 60);
    },
  );

  it.each(queues.filter(({ arn }) => isDeadLetter(arn)))("an alarm watches what lies in $name", ({ arn }) => {
    const name = arn.split(":").at(-1) ?? "";
    expect(watching("ApproximateNumberOfMessagesVisible", "QueueName", name)).toHaveLength(1);
  });

  it.each(ofType("aws:scheduler/schedule:Schedule"))("$name keeps what it could not start", ({ inputs }) => {
    const { deadLetterConfig, arn } = inputs.target as { deadLetterConfig: { arn: string }; arn: string };
    expect(queues.map((queue) => queue.arn)).toContain(deadLetterConfig.arn);
    expect(lambdas.map((lambda) => lambda.arn)).toContain(arn);
  });
});
