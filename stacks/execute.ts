import { userQueue } from "./compute.ts";
import { databaseEnvironment, mayUseDatabase } from "./database.ts";
import { mayPoke, pokeEnvironment } from "./events.ts";
import { mayListObjects, mayObjects, objects, READ, WRITE } from "./storage.ts";
import { duckdb, lambda } from "./util/lambda.ts";
import { machine, mayRun } from "./util/machine.ts";
import { executeDefinition } from "./workflows/execute.asl.ts";
import { runFail } from "./workflows.ts";

const environment = { ...databaseEnvironment, ...pokeEnvironment, OBJECTS_BUCKET: objects.name };

/**
 * The job's definition by name: it is told the address of the site, which leads to the API, which starts this machine,
 * so it can only be made after it.
 */
export const RUNNER_NAME = `${$app.name}-${$app.stage}-runner`;
export const runner = $interpolate`arn:aws:batch:${aws.getRegionOutput().region}:${aws.getCallerIdentityOutput().accountId}:job-definition/${RUNNER_NAME}`;

export const executePrepare = lambda("ExecutePrepare", {
  handler: "packages/functions/src/steps/execute-prepare.handler",
  timeout: "60 seconds",
  memory: "512 MB",
  nodejs: duckdb,
  environment,
  permissions: [mayUseDatabase, mayPoke, mayObjects(READ, "files", "runs"), mayListObjects],
});

/** Makes tables, files and models of what the code left; a table goes through the same conversion as an import. */
export const executeRegister = lambda("ExecuteRegister", {
  handler: "packages/functions/src/steps/execute-register.handler",
  timeout: "15 minutes",
  memory: "3008 MB",
  storage: "4 GB",
  nodejs: duckdb,
  environment,
  permissions: [
    mayUseDatabase,
    mayPoke,
    mayObjects(READ, "files", "tables", "runs"),
    mayObjects(WRITE, "files", "tables", "runs"),
    mayListObjects,
  ],
});

export const executeMachine = machine("Execute", {
  functions: { prepare: executePrepare.arn, register: executeRegister.arn, fail: runFail.arn },
  queue: userQueue.arn,
  job: { arn: RUNNER_NAME, arnPrefix: runner },
  definition: executeDefinition,
});

export const mayRunCode = mayRun(executeMachine);
