import type { AsyncPolicies, Policy } from "../delivery/policy.ts";
import type { Rule } from "../events/bus.ts";
import type { Graph } from "../graph/index.ts";
import type { Inputs } from "../graph/resources.ts";
import type { Mapping } from "../mapping/index.ts";
import type { QueueSpec } from "../queue/service.ts";

/** Queues, buses, rules and what calls functions without being asked: as the program has them, with AWS's defaults. */
export const messagingOf = (graph: Graph) => ({
  queues: graph.all("aws:sqs/queue:Queue").map(({ arn, inputs }) => queueOf(arn, inputs)),
  buses: graph.all("aws:cloudwatch/eventBus:EventBus").map(({ inputs }) => inputs.name),
  rules: graph.all("aws:cloudwatch/eventRule:EventRule").map((rule) => ruleOf(graph, rule)),
  mappings: graph
    .all("aws:lambda/eventSourceMapping:EventSourceMapping")
    .filter(({ inputs }) => inputs.enabled !== false)
    .map(({ inputs }) => mappingOf(inputs)),
  asyncPolicies: asyncPoliciesOf(graph),
});

function queueOf(arn: string, inputs: Inputs["aws:sqs/queue:Queue"]): QueueSpec {
  const name = lastOf(arn);
  if (inputs.fifoQueue) throw new Error(`The queue ${name} is a FIFO queue, which is not hosted here`);
  const redrive = inputs.redrivePolicy === undefined ? undefined : (JSON.parse(inputs.redrivePolicy) as Redrive);
  return {
    arn,
    name,
    visibilitySeconds: inputs.visibilityTimeoutSeconds ?? 30,
    delaySeconds: inputs.delaySeconds ?? 0,
    retentionSeconds: inputs.messageRetentionSeconds ?? 345_600,
    waitSeconds: inputs.receiveWaitTimeSeconds ?? 0,
    mostBytes: inputs.maxMessageSize ?? 262_144,
    deadLetters: redrive && { arn: redrive.deadLetterTargetArn, mostReceives: Number(redrive.maxReceiveCount) },
  };
}

type Redrive = { deadLetterTargetArn: string; maxReceiveCount: number | string };
type RuleResource = { arn: string; id: string; inputs: Inputs["aws:cloudwatch/eventRule:EventRule"] };

function ruleOf(graph: Graph, { arn, id, inputs }: RuleResource): Rule {
  const name = inputs.name ?? lastOf(arn);
  if (inputs.eventPattern === undefined)
    throw new Error(`The rule ${name} has no pattern: schedules are the Scheduler's`);
  const targets = graph
    .all("aws:cloudwatch/eventTarget:EventTarget")
    .filter(({ inputs: target }) => [name, arn, id].includes(target.rule))
    .map(({ inputs: { arn: target, input, inputPath, inputTransformer, deadLetterConfig, retryPolicy } }) => {
      if (!/^arn:aws:(lambda|sqs|states):/.test(target)) throw new Error(`The target ${target} is not hosted here`);
      return {
        arn: target,
        shape: { input, inputPath, inputTransformer },
        policy: policyOf(retryPolicy, deadLetterConfig?.arn),
      };
    });
  const enabled = inputs.state !== "DISABLED";
  return { arn, name, bus: lastOf(inputs.eventBusName ?? "default"), pattern: inputs.eventPattern, enabled, targets };
}

type Retries = { maximumRetryAttempts?: number; maximumEventAgeInSeconds?: number };

export const policyOf = (retries: Retries | undefined, deadLetters: string | undefined): Policy => ({
  retries: retries?.maximumRetryAttempts,
  ageSeconds: retries?.maximumEventAgeInSeconds,
  deadLetters,
});

function mappingOf(inputs: Inputs["aws:lambda/eventSourceMapping:EventSourceMapping"]): Mapping {
  if (!inputs.eventSourceArn.startsWith("arn:aws:sqs:")) {
    throw new Error(`Events of ${inputs.eventSourceArn} are not hosted here`);
  }
  return {
    queueArn: inputs.eventSourceArn,
    functionName: inputs.functionName,
    batchSize: inputs.batchSize ?? 10,
    windowSeconds: inputs.maximumBatchingWindowInSeconds ?? 0,
    partialFailures: inputs.functionResponseTypes?.includes("ReportBatchItemFailures") ?? false,
    concurrency: inputs.scalingConfig?.maximumConcurrency ?? 5,
    filters: inputs.filterCriteria?.filters?.map(({ pattern }) => pattern) ?? [],
  };
}

/** By the function's ARN, however its configuration names it. */
function asyncPoliciesOf(graph: Graph): AsyncPolicies {
  const configured = graph
    .all("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig")
    .flatMap(({ inputs }) => {
      const named = graph
        .all("aws:lambda/function:Function")
        .find(({ arn, inputs: { name } }) => [arn, name].includes(inputs.functionName));
      return named ? [[named.arn, policyOf(inputs, inputs.destinationConfig?.onFailure?.destination)] as const] : [];
    });
  return new Map(configured);
}

const lastOf = (reference: string): string => reference.split(/[:/]/).at(-1) ?? reference;
