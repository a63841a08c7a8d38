import { databaseEnvironment, mayUseDatabase } from "./database.ts";
import { mayPoke, pokeEnvironment } from "./events.ts";
import { runtimeNetwork } from "./network.ts";
import { mayListObjects, mayObjects, objects, READ, WRITE } from "./storage.ts";
import { settings } from "./util/settings.ts";

const VCPUS = 4;
const MEMORY_MIB = 8 * 1024;
const SCRATCH_GIB = 100;
const SIX_HOURS = 6 * 60 * 60; // seconds
const LOG_DAYS = 30;
const UNTAGGED_IMAGES_KEPT = 10;
const CONNECTIONS_PER_JOB = 2;

const region = aws.getRegionOutput().region;

const repository = new aws.ecr.Repository("IngestRepository", {
  name: `${$app.stage}/${$app.name}/ingest`,
  forceDelete: $app.removal === "remove",
  imageTagMutability: "MUTABLE", // jobs name the digest, so the tag may move
  imageScanningConfiguration: { scanOnPush: true },
  encryptionConfigurations: [{ encryptionType: "AES256" }],
});

new aws.ecr.LifecyclePolicy("IngestImagesKept", {
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

const image = new dockerbuild.Image("IngestImage", {
  context: { location: "." },
  dockerfile: { location: "packages/containers/ingest/Dockerfile" },
  platforms: ["linux/amd64"],
  push: true,
  tags: [$interpolate`${repository.repositoryUrl}:latest`],
  registries: [{ address: repository.repositoryUrl, username: registry.userName, password: registry.password }],
});

const environment = new aws.batch.ComputeEnvironment("PlatformCompute", {
  type: "MANAGED",
  computeResources: {
    type: "FARGATE",
    maxVcpus: settings.jobVcpus,
    subnets: runtimeNetwork.privateSubnets,
    securityGroupIds: runtimeNetwork.securityGroups,
  },
});

/** Our own jobs. What users write will run in an environment of its own. */
export const platformQueue = new aws.batch.JobQueue("PlatformQueue", {
  state: "ENABLED",
  priority: 1,
  computeEnvironmentOrders: [{ order: 1, computeEnvironment: environment.arn }],
});

const logs = new aws.cloudwatch.LogGroup("IngestLogs", {
  name: `/aws/batch/${$app.name}-${$app.stage}-ingest`,
  retentionInDays: LOG_DAYS,
});

const assumedByTasks = aws.iam.assumeRolePolicyForPrincipal({ Service: "ecs-tasks.amazonaws.com" });

/** Starts the container: pulls its image, opens its log. */
const executionRole = new aws.iam.Role("IngestExecutionRole", {
  assumeRolePolicy: assumedByTasks,
  managedPolicyArns: ["arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"],
});

/** What the job itself may do. */
const jobRole = new aws.iam.Role("IngestJobRole", {
  assumeRolePolicy: assumedByTasks,
  inlinePolicies: [
    {
      name: "ingest",
      policy: aws.iam.getPolicyDocumentOutput({
        statements: [
          mayUseDatabase,
          mayPoke,
          mayObjects(READ, "files", "runs"),
          mayObjects(WRITE, "tables", "runs"),
          mayListObjects,
        ],
      }).json,
    },
  ],
});

const jobEnvironment = {
  ...databaseEnvironment,
  ...pokeEnvironment,
  DATABASE_POOL: `${CONNECTIONS_PER_JOB}`,
  OBJECTS_BUCKET: objects.name,
};

/** Turns a large file into a table. Step Functions retries; `attempts: 1` keeps Batch from doing so as well. */
export const ingestJob = new aws.batch.JobDefinition("Ingest", {
  type: "container",
  platformCapabilities: ["FARGATE"],
  timeout: { attemptDurationSeconds: SIX_HOURS },
  retryStrategy: { attempts: 1 },
  containerProperties: $jsonStringify({
    image: image.ref,
    resourceRequirements: [
      { type: "VCPU", value: `${VCPUS}` },
      { type: "MEMORY", value: `${MEMORY_MIB}` },
    ],
    ephemeralStorage: { sizeInGiB: SCRATCH_GIB },
    executionRoleArn: executionRole.arn,
    jobRoleArn: jobRole.arn,
    networkConfiguration: { assignPublicIp: "DISABLED" },
    fargatePlatformConfiguration: { platformVersion: "LATEST" },
    runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: "X86_64" },
    environment: $output(jobEnvironment).apply((all) => Object.entries(all).map(([name, value]) => ({ name, value }))),
    logConfiguration: {
      logDriver: "awslogs",
      options: { "awslogs-group": logs.name, "awslogs-region": region, "awslogs-stream-prefix": "ingest" },
    },
  }),
});
