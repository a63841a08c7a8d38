import { platformQueue, transcodeJob } from "./compute.ts";
import { databaseEnvironment, mayUseDatabase } from "./database.ts";
import { mayPoke, pokeEnvironment } from "./events.ts";
import { mayListObjects, mayObjects, objects, READ } from "./storage.ts";
import { lambda } from "./util/lambda.ts";
import { machine, mayRun } from "./util/machine.ts";
import { transcodeDefinition } from "./workflows/transcode.asl.ts";
import { runFail } from "./workflows.ts";

const environment = { ...databaseEnvironment, ...pokeEnvironment, OBJECTS_BUCKET: objects.name };

const step = (name: string, handler: string) =>
  lambda(name, {
    handler: `packages/functions/src/steps/${handler}.handler`,
    timeout: "60 seconds",
    memory: "512 MB",
    environment,
    permissions: [mayUseDatabase, mayPoke, mayObjects(READ, "runs"), mayListObjects],
  });

export const transcodePrepare = step("TranscodePrepare", "transcode-prepare");
/** Says which rungs are left for jobs of their own. */
export const transcodePlan = step("TranscodePlan", "transcode-plan");
export const transcodeRegister = step("TranscodeRegister", "transcode-register");

export const transcodeMachine = machine("Transcode", {
  functions: {
    prepare: transcodePrepare.arn,
    plan: transcodePlan.arn,
    register: transcodeRegister.arn,
    fail: runFail.arn,
  },
  queue: platformQueue.arn,
  job: transcodeJob,
  definition: transcodeDefinition,
});

export const mayTranscode = mayRun(transcodeMachine);
