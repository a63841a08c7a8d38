import { defineImage } from "./image.ts";
import { begin, endStates, HOUR, jobForEachBatch, MINUTE, step } from "./parts.ts";

type Resources = {
  prepare: string;
  give: string;
  take: string;
  finish: string;
  fail: string;
  jobQueue: string;
  jobDefinition: string;
  imageDefinition: string;
};

/**
 * Runs an algorithm over media. Input: `{ runId, attempt }`. A job for each batch, of the runner or of an image, some beside each other; what one left is written
 * when it ends, and a batch that failed ends none of the others. Continued, only what is not written is done again.
 */
export const analyzeDefinition = (resources: Resources) => ({
  Comment: "Run an algorithm over videos and pictures",
  QueryLanguage: "JSONata",
  StartAt: "Begin",
  TimeoutSeconds: 100 * HOUR,
  States: {
    Begin: begin("Prepare"),
    Prepare: {
      ...step("Prepare", resources.prepare, 2 * MINUTE),
      Assign: {
        batches: "{% $states.result.Payload.batches %}",
        definition: "{% $states.result.Payload.definition %}",
        jobDefinition: resources.jobDefinition,
        // An image gets no more than what the protocol names.
        tokenName: "{% $states.result.Payload.definition = null ? 'JOB_TOKEN' : 'ATRIUM_TOKEN' %}",
      },
      Next: "Definition",
    },
    ...defineImage({ model: resources.imageDefinition, stage: "Prepare", next: "Batches" }),
    Batches: jobForEachBatch("$batches", "Batches", {
      give: resources.give,
      take: resources.take,
      queue: resources.jobQueue,
      definition: "{% $jobDefinition %}",
      token: "{% $tokenName %}",
      timeoutSeconds: 14 * HOUR,
      next: "Finish",
    }),
    Finish: { ...step("Batches", resources.finish, 2 * MINUTE), Next: "Done" },
    ...endStates(resources.fail, { Prepare: "Prepare", Batches: "Prepare" }),
  },
});
