import { databaseEnvironment, mayUseDatabase } from "./database.ts";
import { mayPoke, pokeEnvironment } from "./events.ts";
import { runtimeNetwork, userCodeNetwork } from "./network.ts";
import { mayListObjects, mayObjects, objects, READ, REMOVE, WRITE } from "./storage.ts";
import { job } from "./util/job.ts";
import { settings } from "./util/settings.ts";

const VCPUS = 4;
const MEMORY_MIB = 8 * 1024;
const SCRATCH_GIB = 100;
const SIX_HOURS = 6 * 60 * 60; // seconds
const CONNECTIONS_PER_JOB = 2;

/** Jobs wait in a queue of their own for an environment of its own. */
function queue(title: string, { privateSubnets, securityGroups }: typeof runtimeNetwork, maxVcpus: number) {
  const environment = new aws.batch.ComputeEnvironment(`${title}Compute`, {
    type: "MANAGED",
    computeResources: { type: "FARGATE", maxVcpus, subnets: privateSubnets, securityGroupIds: securityGroups },
  });
  return new aws.batch.JobQueue(`${title}Queue`, {
    state: "ENABLED",
    priority: 1,
    computeEnvironmentOrders: [{ order: 1, computeEnvironment: environment.arn }],
  });
}

/** Our own jobs. */
export const platformQueue = queue("Platform", runtimeNetwork, settings.jobVcpus);
/** What users wrote. Its job is in `runner.ts`. */
export const userQueue = queue("User", userCodeNetwork, settings.userJobVcpus);

const jobEnvironment = {
  ...databaseEnvironment,
  ...pokeEnvironment,
  DATABASE_POOL: `${CONNECTIONS_PER_JOB}`,
  OBJECTS_BUCKET: objects.name,
};

const size = { vcpus: VCPUS, memoryMiB: MEMORY_MIB, scratchGiB: SCRATCH_GIB, seconds: SIX_HOURS };

/** Turns a large file into a table. */
export const ingestJob = job("Ingest", {
  ...size,
  environment: jobEnvironment,
  permissions: [
    mayUseDatabase,
    mayPoke,
    mayObjects(READ, "files", "runs"),
    mayObjects(WRITE, "tables", "runs"),
    mayListObjects,
  ],
});

/** Applies a model to a large table. */
export const predictJob = job("Predict", {
  ...size,
  environment: jobEnvironment,
  permissions: [
    mayUseDatabase,
    mayPoke,
    mayObjects(READ, "tables", "runs"),
    mayObjects(WRITE, "tables", "runs"),
    mayListObjects,
  ],
});

const VIDEO_SCRATCH_GIB = 200;
const TWELVE_HOURS = 12 * 60 * 60; // seconds

/** Makes what is played and shown of videos and pictures. */
export const transcodeJob = job("Transcode", {
  ...size,
  scratchGiB: VIDEO_SCRATCH_GIB,
  seconds: TWELVE_HOURS,
  environment: { ...jobEnvironment, VIDEO_PARTS: settings.videoParts },
  permissions: [
    mayUseDatabase,
    mayPoke,
    mayObjects(READ, "files", "media", "runs"),
    mayObjects([...WRITE, ...REMOVE], "media"),
    mayObjects(WRITE, "runs"),
    mayListObjects,
  ],
});

/** Writes many annotations to a file, and reads many from one. */
export const annotationsJob = job("Annotations", {
  ...size,
  environment: jobEnvironment,
  permissions: [
    mayUseDatabase,
    mayPoke,
    mayObjects(READ, "files", "runs"),
    mayObjects(WRITE, "files", "runs"),
    mayListObjects,
  ],
});

/** Fetches what is at an address that somebody named. */
export const fetchJob = job("Fetch", {
  ...size,
  vcpus: 1,
  memoryMiB: 2 * 1024,
  scratchGiB: 21, // the least there is; nothing is written to it
  environment: { ...jobEnvironment, IMPORT_HOSTS: settings.importHosts },
  permissions: [
    mayUseDatabase,
    mayPoke,
    mayObjects(READ, "runs"),
    mayObjects([...WRITE, ...REMOVE], "files"),
    mayObjects(WRITE, "runs"),
    mayListObjects,
  ],
});
