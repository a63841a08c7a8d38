import { platformQueue, predictJob } from "./compute.ts";
import { databaseEnvironment, mayUseDatabase } from "./database.ts";
import { mayPoke, pokeEnvironment } from "./events.ts";
import { mayListObjects, mayObjects, objects, READ, WRITE } from "./storage.ts";
import { duckdb, lambda, onnx } from "./util/lambda.ts";
import { machine, mayRun } from "./util/machine.ts";
import { predictDefinition } from "./workflows/predict.asl.ts";
import { runFail } from "./workflows.ts";

const environment = { ...databaseEnvironment, ...pokeEnvironment, OBJECTS_BUCKET: objects.name };
// Every bundle holds the domain of applying; what only scoring needs is loaded by the step that scores.
const nodejs = { install: { ...duckdb.install, ...onnx.install } };

export const predictPrepare = lambda("PredictPrepare", {
  handler: "packages/functions/src/steps/predict-prepare.handler",
  timeout: "60 seconds",
  memory: "512 MB",
  nodejs,
  environment,
  permissions: [mayUseDatabase, mayPoke, mayListObjects],
});

export const predictScore = lambda("PredictScore", {
  handler: "packages/functions/src/steps/predict-score.handler",
  timeout: "5 minutes",
  memory: "3008 MB",
  storage: "2 GB",
  nodejs,
  environment,
  permissions: [
    mayUseDatabase,
    mayPoke,
    mayObjects(READ, "tables", "runs"),
    mayObjects(WRITE, "tables", "runs"),
    mayListObjects,
  ],
});

export const predictRegister = lambda("PredictRegister", {
  handler: "packages/functions/src/steps/predict-register.handler",
  timeout: "60 seconds",
  memory: "512 MB",
  nodejs,
  environment,
  permissions: [mayUseDatabase, mayPoke, mayObjects(READ, "runs"), mayListObjects],
});

export const predictMachine = machine("Predict", {
  functions: {
    prepare: predictPrepare.arn,
    work: predictScore.arn,
    register: predictRegister.arn,
    fail: runFail.arn,
  },
  queue: platformQueue.arn,
  job: predictJob,
  definition: predictDefinition,
});

export const mayRunPredictions = mayRun(predictMachine);
