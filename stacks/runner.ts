import { RUNNER_NAME } from "./execute.ts";
import { IMAGE_NAME, imageExecutionRole, imageLogs } from "./image.ts";
import { job } from "./util/job.ts";
import { url } from "./web.ts";

const VCPUS = 2;
/** What user code may use, and as much again for the runner beside it and for files that the system keeps in memory. */
const MEMORY_MIB = 8 * 1024;
const SCRATCH_GIB = 30;
const TWELVE_HOURS = 12 * 60 * 60; // seconds

/**
 * Runs what users wrote. It reaches data by the token of its run and by addresses that were signed for it, so it has no
 * role: there are no credentials in the container to be found.
 */
export const runnerJob = job("Runner", {
  definitionName: RUNNER_NAME,
  vcpus: VCPUS,
  memoryMiB: MEMORY_MIB,
  scratchGiB: SCRATCH_GIB,
  seconds: TWELVE_HOURS,
  environment: { API_URL: url, ATRIUM_SANDBOX: "container" },
});

/** What definitions of images are made like: image, command, size and time are put in by who registers one. */
export const imageJob = new aws.batch.JobDefinition("Image", {
  name: IMAGE_NAME,
  type: "container",
  platformCapabilities: ["FARGATE"],
  timeout: { attemptDurationSeconds: TWELVE_HOURS },
  retryStrategy: { attempts: 1 },
  containerProperties: $jsonStringify({
    image: "none",
    resourceRequirements: [
      { type: "VCPU", value: `${VCPUS}` },
      { type: "MEMORY", value: `${MEMORY_MIB}` },
    ],
    ephemeralStorage: { sizeInGiB: SCRATCH_GIB },
    executionRoleArn: imageExecutionRole.arn,
    networkConfiguration: { assignPublicIp: "DISABLED" },
    fargatePlatformConfiguration: { platformVersion: "LATEST" },
    runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: "X86_64" },
    environment: [{ name: "ATRIUM_URL", value: $interpolate`${url}/api/v1/job` }],
    logConfiguration: {
      logDriver: "awslogs",
      options: {
        "awslogs-group": imageLogs.name,
        "awslogs-region": aws.getRegionOutput().region,
        "awslogs-stream-prefix": "image",
      },
    },
  }),
});
