import type { Permission } from "./lambda.ts";

const LOG_DAYS = 30;
const UNTAGGED_IMAGES_KEPT = 10;

type Job = {
  vcpus: number;
  memoryMiB: number;
  scratchGiB: number;
  /** After which it is stopped. */
  seconds: number;
  environment: Record<string, $util.Input<string>>;
  /** What the job itself may do; without any it has no role, and so no credentials. */
  permissions?: Permission[];
  /** For whoever must name it before it is there. */
  definitionName?: string;
};

/**
 * A job on Fargate, built from `packages/containers/<name>`: its image, log and roles. Step Functions retries; `attempts: 1`
 * keeps Batch from doing so as well.
 */
export function job(title: string, { vcpus, memoryMiB, scratchGiB, seconds, environment, ...rest }: Job) {
  const { permissions, definitionName } = rest;
  const name = title.toLowerCase();
  const image = imageOf(title, name);
  const logs = new aws.cloudwatch.LogGroup(`${title}Logs`, {
    name: `/aws/batch/${$app.name}-${$app.stage}-${name}`,
    retentionInDays: LOG_DAYS,
  });
  const assumedByTasks = aws.iam.assumeRolePolicyForPrincipal({ Service: "ecs-tasks.amazonaws.com" });
  // Starts the container: pulls its image, opens its log.
  const executionRole = new aws.iam.Role(`${title}ExecutionRole`, {
    assumeRolePolicy: assumedByTasks,
    managedPolicyArns: ["arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"],
  });
  const jobRole =
    permissions &&
    new aws.iam.Role(`${title}JobRole`, {
      assumeRolePolicy: assumedByTasks,
      inlinePolicies: [{ name, policy: aws.iam.getPolicyDocumentOutput({ statements: permissions }).json }],
    });
  return new aws.batch.JobDefinition(title, {
    ...(definitionName && { name: definitionName }),
    type: "container",
    platformCapabilities: ["FARGATE"],
    timeout: { attemptDurationSeconds: seconds },
    retryStrategy: { attempts: 1 },
    containerProperties: $jsonStringify({
      image: image.ref,
      resourceRequirements: [
        { type: "VCPU", value: `${vcpus}` },
        { type: "MEMORY", value: `${memoryMiB}` },
      ],
      ephemeralStorage: { sizeInGiB: scratchGiB },
      executionRoleArn: executionRole.arn,
      ...(jobRole && { jobRoleArn: jobRole.arn }),
      networkConfiguration: { assignPublicIp: "DISABLED" },
      fargatePlatformConfiguration: { platformVersion: "LATEST" },
      runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: "X86_64" },
      environment: $output(environment).apply((all) =>
        Object.entries(all).map(([key, value]) => ({ name: key, value })),
      ),
      logConfiguration: {
        logDriver: "awslogs",
        options: {
          "awslogs-group": logs.name,
          "awslogs-region": aws.getRegionOutput().region,
          "awslogs-stream-prefix": name,
        },
      },
    }),
  });
}

function imageOf(title: string, name: string) {
  const repository = new aws.ecr.Repository(`${title}Repository`, {
    name: `${$app.stage}/${$app.name}/${name}`,
    forceDelete: $app.removal === "remove",
    imageTagMutability: "MUTABLE", // jobs name the digest, so the tag may move
    imageScanningConfiguration: { scanOnPush: true },
    encryptionConfigurations: [{ encryptionType: "AES256" }],
  });
  new aws.ecr.LifecyclePolicy(`${title}ImagesKept`, {
    repository: repository.name,
    policy: JSON.stringify({
      rules: [
        {
          rulePriority: 1,
          description: "Enough to roll back to",
          selection: { tagStatus: "untagged", countType: "imageCountMoreThan", countNumber: UNTAGGED_IMAGES_KEPT },
          action: { type: "expire" },
        },
      ],
    }),
  });
  const registry = aws.ecr.getAuthorizationTokenOutput({ registryId: repository.registryId });
  return new dockerbuild.Image(`${title}Image`, {
    context: { location: "." },
    dockerfile: { location: `packages/containers/${name}/Dockerfile` },
    platforms: ["linux/amd64"],
    push: true,
    tags: [$interpolate`${repository.repositoryUrl}:latest`],
    registries: [{ address: repository.repositoryUrl, username: registry.userName, password: registry.password }],
  });
}
