import { overridden } from "../graph/functions.ts";
import type { Graph } from "../graph/index.ts";
import type { AwsOptions } from "../router/index.ts";
import { messagingOf, policyOf } from "./messaging.ts";

type Resources = Pick<AwsOptions, "stateMachines" | "secrets" | "jobQueues" | "jobDefinitions" | "schedules"> &
  ReturnType<typeof messagingOf>;
type Container = {
  image: string;
  environment?: { name: string; value: string }[];
  resourceRequirements: { type: string; value: string }[];
};

const DEFAULT_JOB_SECONDS = 24 * 60 * 60;

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
    const container = JSON.parse(inputs.containerProperties) as Container;
    const required = (type: string) =>
      Number(container.resourceRequirements.find((item) => item.type === type)?.value ?? 1);
    const environment = Object.fromEntries((container.environment ?? []).map(({ name, value }) => [name, value]));
    return {
      arn,
      name: /job-definition\/([^:]+)/.exec(arn)?.[1] ?? arn,
      container: {
        image: container.image,
        environment: Object.entries(overridden(environment, jobEnvironment)).map(([name, value]) => ({ name, value })),
        vcpu: required("VCPU"),
        memoryMiB: required("MEMORY"),
      },
      timeoutSeconds: inputs.timeout?.attemptDurationSeconds ?? DEFAULT_JOB_SECONDS,
    };
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
