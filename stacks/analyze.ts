import { userQueue } from "./compute.ts";
import { databaseEnvironment, mayUseDatabase } from "./database.ts";
import { mayPoke, pokeEnvironment } from "./events.ts";
import { RUNNER_NAME, runner } from "./execute.ts";
import { IMAGE_NAME, mayDefineImages } from "./image.ts";
import { mayListObjects, mayObjects, objects, READ } from "./storage.ts";
import { duckdb, type LambdaArgs, lambda } from "./util/lambda.ts";
import { machine, mayRun } from "./util/machine.ts";
import { analyzeDefinition } from "./workflows/analyze.asl.ts";
import { runFail } from "./workflows.ts";

const environment = { ...databaseEnvironment, ...pokeEnvironment, OBJECTS_BUCKET: objects.name };

type Size = Pick<LambdaArgs, "timeout" | "memory">;

const step = (name: string, handler: string, { timeout = "60 seconds", memory = "512 MB" }: Size = {}) =>
  lambda(name, {
    handler: `packages/functions/src/steps/${handler}.handler`,
    ...{ timeout, memory, environment, nodejs: duckdb },
    permissions: [mayUseDatabase, mayPoke, mayObjects(READ, "files", "media", "runs"), mayListObjects],
  });

export const analyzePrepare = step("AnalyzePrepare", "analyze-prepare");
/** Gives a batch to a job. */
export const analyzeGive = step("AnalyzeGive", "analyze-give");
/** Writes what a job left of its batch. */
export const analyzeTake = step("AnalyzeTake", "analyze-take", { timeout: "5 minutes", memory: "2048 MB" });
export const analyzeFinish = step("AnalyzeFinish", "analyze-finish");

export const analyzeMachine = machine("Analyze", {
  functions: {
    prepare: analyzePrepare.arn,
    give: analyzeGive.arn,
    take: analyzeTake.arn,
    finish: analyzeFinish.arn,
    fail: runFail.arn,
  },
  queue: userQueue.arn,
  job: { arn: RUNNER_NAME, arnPrefix: runner },
  permissions: mayDefineImages,
  definition: (resources) => analyzeDefinition({ ...resources, imageDefinition: IMAGE_NAME }),
});

export const mayAnalyze = mayRun(analyzeMachine);
