import { fetchJob, platformQueue } from "./compute.ts";
import { databaseEnvironment, mayUseDatabase } from "./database.ts";
import { mayPoke, pokeEnvironment } from "./events.ts";
import { mayListObjects, mayObjects, objects, READ } from "./storage.ts";
import { duckdb, lambda } from "./util/lambda.ts";
import { machine, mayRun } from "./util/machine.ts";
import { fetchDefinition } from "./workflows/fetch.asl.ts";
import { runFail } from "./workflows.ts";

export const fetchRegister = lambda("FetchRegister", {
  handler: "packages/functions/src/steps/fetch-register.handler",
  timeout: "60 seconds",
  memory: "512 MB",
  nodejs: duckdb,
  environment: { ...databaseEnvironment, ...pokeEnvironment, OBJECTS_BUCKET: objects.name },
  permissions: [mayUseDatabase, mayPoke, mayObjects(READ, "runs"), mayListObjects],
});

export const fetchMachine = machine("Fetch", {
  functions: { register: fetchRegister.arn, fail: runFail.arn },
  queue: platformQueue.arn,
  job: fetchJob,
  definition: fetchDefinition,
});

export const mayRunFetches = mayRun(fetchMachine);
