import { AwsError } from "../router/error.ts";
import { type Input, optionalText, text } from "../router/input.ts";
import { isObject, type JsonObject } from "../states/json.ts";
import type { EnvironmentPair } from "./job.ts";

export type JobDefinition = {
  arn: string;
  name: string;
  revision: number;
  container: { image: string; command: string[]; environment: EnvironmentPair[]; vcpu: number; memoryMiB: number };
  timeoutSeconds: number;
  /** As it was registered, in the words of the API. */
  properties: JsonObject;
};

export type ContainerProperties = {
  image: string;
  command?: string[];
  environment?: EnvironmentPair[];
  resourceRequirements: { type: string; value: string }[];
};

const DEFAULT_SECONDS = 24 * 60 * 60;
const LEAST_SECONDS = 60;
const SUPPORTED = new Set([
  "jobDefinitionName",
  "type",
  "platformCapabilities",
  "timeout",
  "retryStrategy",
  "containerProperties",
]);

type Given = Pick<JobDefinition, "arn" | "name" | "revision"> & { properties: unknown; seconds: number | undefined };

export function definitionOf({ properties, seconds, ...named }: Given): JobDefinition {
  const { image, command, environment, resourceRequirements } = properties as ContainerProperties;
  const required = (type: string) => Number(resourceRequirements.find((one) => one.type === type)?.value ?? 1);
  return {
    ...named,
    container: {
      ...{ image, command: command ?? [], environment: environment ?? [] },
      ...{ vcpu: required("VCPU"), memoryMiB: required("MEMORY") },
    },
    timeoutSeconds: seconds ?? DEFAULT_SECONDS,
    properties: properties as JsonObject,
  };
}

export type Registration = { name: string; properties: JsonObject; seconds: number | undefined };

/** What RegisterJobDefinition was given, as far as this host runs it; the rest is refused, not passed over. */
export function registrationOf(input: Input): Registration {
  for (const key of Object.keys(input)) {
    if (!SUPPORTED.has(key))
      throw new AwsError("NotImplemented", `RegisterJobDefinition with ${key} is not implemented`, 501);
  }
  const name = text(input, "jobDefinitionName");
  if (!/^[A-Za-z0-9][\w-]{0,127}$/.test(name)) throw refused(`Job definition name ${name} is not valid`);
  if (optionalText(input, "type") !== "container") throw refused("Only container is a type of job definition here");
  const properties = input.containerProperties;
  if (!isObject(properties) || typeof properties.image !== "string" || !Array.isArray(properties.resourceRequirements))
    throw refused("containerProperties must name an image and resourceRequirements");
  if (typeof properties.executionRoleArn !== "string") throw refused("A job on Fargate needs an execution role");
  const seconds = isObject(input.timeout) ? Number(input.timeout.attemptDurationSeconds) : undefined;
  if (seconds !== undefined && !(seconds >= LEAST_SECONDS))
    throw refused(`attemptDurationSeconds must be at least ${LEAST_SECONDS}`);
  return { name, properties, seconds };
}

export const describeDefinition = ({ arn, name, revision, properties, timeoutSeconds }: JobDefinition): JsonObject => ({
  jobDefinitionArn: arn,
  jobDefinitionName: name,
  revision,
  status: "ACTIVE",
  type: "container",
  platformCapabilities: ["FARGATE"],
  timeout: { attemptDurationSeconds: timeoutSeconds },
  containerProperties: properties,
});

const refused = (message: string) => new AwsError("ClientException", message);
