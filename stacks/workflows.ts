import { ingestJob, platformQueue } from "./compute.ts";
import { databaseEnvironment, mayUseDatabase } from "./database.ts";
import { mayPoke, pokeEnvironment } from "./events.ts";
import { mayListObjects, mayObjects, objects, READ, WRITE } from "./storage.ts";
import { duckdb, lambda } from "./util/lambda.ts";
import { machine, mayRun } from "./util/machine.ts";
import { importDefinition } from "./workflows/import.asl.ts";

const environment = { ...databaseEnvironment, ...pokeEnvironment, OBJECTS_BUCKET: objects.name };

// Every step imports the domain of importing, and DuckDB with it, though only one of them converts.
export const importPrepare = lambda("ImportPrepare", {
  handler: "packages/functions/src/steps/import-prepare.handler",
  timeout: "60 seconds",
  memory: "512 MB",
  nodejs: duckdb,
  environment,
  permissions: [mayUseDatabase, mayPoke, mayObjects(READ, "files"), mayListObjects],
});

export const importIngest = lambda("ImportIngest", {
  handler: "packages/functions/src/steps/import-ingest.handler",
  timeout: "5 minutes",
  memory: "3008 MB",
  storage: "2 GB",
  nodejs: duckdb,
  environment,
  permissions: [
    mayUseDatabase,
    mayPoke,
    mayObjects(READ, "files", "runs"),
    mayObjects(WRITE, "tables", "runs"),
    mayListObjects,
  ],
});

export const importRegister = lambda("ImportRegister", {
  handler: "packages/functions/src/steps/import-register.handler",
  timeout: "60 seconds",
  memory: "512 MB",
  nodejs: duckdb,
  environment,
  permissions: [mayUseDatabase, mayPoke, mayObjects(READ, "tables", "runs"), mayListObjects],
});

export const runFail = lambda("RunFail", {
  handler: "packages/functions/src/steps/run-fail.handler",
  timeout: "60 seconds",
  memory: "512 MB",
  nodejs: duckdb,
  environment,
  permissions: [mayUseDatabase, mayPoke, mayObjects(READ, "runs"), mayListObjects],
});

export const importMachine = machine("Import", {
  functions: {
    prepare: importPrepare.arn,
    work: importIngest.arn,
    register: importRegister.arn,
    fail: runFail.arn,
  },
  queue: platformQueue.arn,
  job: ingestJob,
  definition: importDefinition,
});

const may = mayRun(importMachine);
export const mayStartImports = may.start;
export const mayWatchImports = may.watch;
export const mayRedriveImports = may.redrive;
export const mayStopImports = may.stop;
