import { annotationsJob, platformQueue } from "./compute.ts";
import { databaseEnvironment, mayUseDatabase } from "./database.ts";
import { mayPoke, pokeEnvironment } from "./events.ts";
import { mayListObjects, mayObjects, objects, READ, WRITE } from "./storage.ts";
import { duckdb, lambda } from "./util/lambda.ts";
import { machine, mayRun } from "./util/machine.ts";
import { annotationsDefinition } from "./workflows/annotations.asl.ts";
import { runFail } from "./workflows.ts";

const environment = { ...databaseEnvironment, ...pokeEnvironment, OBJECTS_BUCKET: objects.name };

export const annotationsPrepare = lambda("AnnotationsPrepare", {
  handler: "packages/functions/src/steps/annotations-prepare.handler",
  timeout: "60 seconds",
  memory: "512 MB",
  nodejs: duckdb,
  environment,
  permissions: [mayUseDatabase, mayPoke, mayListObjects],
});

export const annotationsWork = lambda("AnnotationsWork", {
  handler: "packages/functions/src/steps/annotations-work.handler",
  timeout: "5 minutes",
  memory: "3008 MB",
  storage: "2 GB",
  nodejs: duckdb,
  environment,
  permissions: [
    mayUseDatabase,
    mayPoke,
    mayObjects(READ, "files", "runs"),
    mayObjects(WRITE, "files", "runs"),
    mayListObjects,
  ],
});

export const annotationsRegister = lambda("AnnotationsRegister", {
  handler: "packages/functions/src/steps/annotations-register.handler",
  timeout: "60 seconds",
  memory: "512 MB",
  nodejs: duckdb,
  environment,
  permissions: [mayUseDatabase, mayPoke, mayObjects(READ, "runs"), mayListObjects],
});

export const annotationsMachine = machine("Annotations", {
  functions: {
    prepare: annotationsPrepare.arn,
    work: annotationsWork.arn,
    register: annotationsRegister.arn,
    fail: runFail.arn,
  },
  queue: platformQueue.arn,
  job: annotationsJob,
  definition: annotationsDefinition,
});

export const mayRunAnnotations = mayRun(annotationsMachine);
