import { MINUTE, recordAnyError, retry } from "./parts.ts";

// Batch takes no image with a job, so there is a definition for each image, command, size and time. It is made like one that the
// stack keeps, and named after that one's revision, so that what changes there is not missed here.

type Definitions = {
  /** The definition that others are made like; their names begin with its. */
  model: string;
  stage: string;
  /** Where it goes on, with `$jobDefinition`. */
  next: string;
};

const TRANSIENT = ["Batch.ServerException", "Batch.SdkClientException", "Batch.BatchException"];

const batch = (call: string, given: object, stage: string) => ({
  Type: "Task",
  Resource: `arn:aws:states:::aws-sdk:batch:${call}`,
  Arguments: given,
  TimeoutSeconds: MINUTE,
  Retry: retry(TRANSIENT, 5),
  Catch: [recordAnyError(stage)],
});

const describe = (name: string, stage: string) =>
  batch("describeJobDefinitions", { JobDefinitionName: name, Status: "ACTIVE" }, stage);

/** What is registered last is the one in force. */
const LATEST = "($states.result.JobDefinitions^(>Revision))[0]";
const kept = (field: string) => `{% $model.ContainerProperties.${field} %}`;

/** States that lead from `Definition` to `next`: where `$definition` is one, it is registered unless it is there already. */
export const defineImage = ({ model, stage, next }: Definitions) => ({
  Definition: {
    Type: "Choice",
    Choices: [{ Condition: "{% $definition != null %}", Next: "FindModel" }],
    Default: next,
  },
  FindModel: { ...describe(model, stage), Assign: { model: `{% ${LATEST} %}` }, Next: "NameDefinition" },
  NameDefinition: {
    Type: "Pass",
    Assign: { jobDefinition: `{% '${model}-' & $definition.name & '-' & $string($model.Revision) %}` },
    Next: "FindDefinition",
  },
  FindDefinition: {
    ...describe("{% $jobDefinition %}", stage),
    Assign: { known: "{% $count($states.result.JobDefinitions) > 0 %}" },
    Next: "IsDefined",
  },
  IsDefined: {
    Type: "Choice",
    Choices: [{ Condition: "{% $known %}", Next: next }],
    Default: "Define",
  },
  Define: {
    ...batch(
      "registerJobDefinition",
      {
        JobDefinitionName: "{% $jobDefinition %}",
        Type: "container",
        PlatformCapabilities: ["FARGATE"],
        Timeout: { AttemptDurationSeconds: "{% $definition.seconds %}" },
        RetryStrategy: { Attempts: 1 },
        ContainerProperties: {
          Image: "{% $definition.image %}",
          Command: "{% $definition.command %}",
          ResourceRequirements: [
            { Type: "VCPU", Value: "{% $definition.vcpus %}" },
            { Type: "MEMORY", Value: "{% $definition.memoryMiB %}" },
          ],
          EphemeralStorage: kept("EphemeralStorage"),
          ExecutionRoleArn: kept("ExecutionRoleArn"),
          NetworkConfiguration: kept("NetworkConfiguration"),
          FargatePlatformConfiguration: kept("FargatePlatformConfiguration"),
          RuntimePlatform: kept("RuntimePlatform"),
          Environment: kept("Environment"),
          LogConfiguration: kept("LogConfiguration"),
        },
      },
      stage,
    ),
    Next: next,
  },
});
