import { type ContainerProperties, definitionOf } from "../batch/definition.ts";
import { overridden } from "../graph/functions.ts";
import type { Graph } from "../graph/index.ts";
import type { AwsOptions } from "../router/index.ts";
import { messagingOf, policyOf } from "./messaging.ts";

type Resources = Pick<AwsOptions, "stateMachines" | "secrets" | "jobQueues" | "jobDefinitions" | "schedules"> &
  ReturnType<typeof messagingOf>;

/** What the program holds of the services behind the AWS endpoint. `jobEnvironment` replaces what jobs are given there. */
export const awsResources = (graph: Graph, jobEnvironment: Record<string, string>): Resources => ({
  stateMachines: graph
    .all("aws:sfn/stateMachine:StateMachine")
    .map(({ arn, inputs }) => ({ arn, name: lastPart(arn), definition: inputs.definition })),
  secrets: graph.all("aws:secretsmanager/secretVersion:SecretVersion").map(({ inputs }) => ({
    arn: inputs.secretId,
    // The six characters behind the name are Secrets Manager's own.
    name: lastPart(inputs.secretId).replace(/-[^-]{6}$/, ""),
    value: inputs.secretString,
  })),
  jobQueues: graph.all("aws:batch/jobQueue:JobQueue").map(({ arn }) => ({ arn, name: arn.split("/").at(-1) ?? arn })),
  jobDefinitions: graph.all("aws:batch/jobDefinition:JobDefinition").map(({ arn, inputs }) => {
    const properties = JSON.parse(inputs.containerProperties) as ContainerProperties;
    const environment = Object.fromEntries((properties.environment ?? []).map(({ name, value }) => [name, value]));
    const here = Object.entries(overridden(environment, jobEnvironment)).map(([name, value]) => ({ name, value }));
    return definitionOf({
      ...{ arn, name: /job-definition\/([^:]+)/.exec(arn)?.[1] ?? arn, revision: 1 },
      properties: { ...properties, environment: here },
      seconds: inputs.timeout?.attemptDurationSeconds,
    });
  }),
  schedules: graph
    .all("aws:scheduler/schedule:Schedule")
    .filter(({ inputs }) => inputs.state !== "DISABLED")
    .map(({ inputs }) => ({
      name: inputs.name,
      expression: inputs.scheduleExpression,
      timezone: inputs.scheduleExpressionTimezone,
      targetArn: inputs.target.arn,
      input: inputs.target.input ?? "{}",
      policy: policyOf(inputs.target.retryPolicy, inputs.target.deadLetterConfig?.arn),
    })),
  ...messagingOf(graph),
});

const lastPart = (arn: string): string => arn.split(":").at(-1) ?? arn;
