import { begin, endStates, HOUR, jobForEach, jobStates, MINUTE, step } from "./parts.ts";

type Resources = {
  prepare: string;
  plan: string;
  register: string;
  fail: string;
  jobQueue: string;
  jobDefinition: string;
};

/**
 * From "the bytes are here" to "it can be played". Input: `{ runId, attempt }`. The first job looks into the file and, where
 * that is not much, makes all of it; else the large rungs have jobs of their own, beside each other. What is made is never made
 * again, so every state can be entered again.
 */
export const transcodeDefinition = (resources: Resources) => ({
  Comment: "Make what can be played and shown of a video or a picture",
  QueryLanguage: "JSONata",
  StartAt: "Begin",
  TimeoutSeconds: 30 * HOUR,
  States: {
    Begin: begin("Prepare"),
    Prepare: { ...step("Prepare", resources.prepare, 2 * MINUTE), Next: "Encode" },
    ...jobStates("Encode", "Encode", {
      queue: resources.jobQueue,
      definition: resources.jobDefinition,
      timeoutSeconds: 13 * HOUR,
      next: "Plan",
    }),
    Plan: {
      ...step("Encode", resources.plan, 2 * MINUTE),
      Assign: { works: "{% $states.result.Payload.works %}" },
      Next: "Rungs",
    },
    Rungs: jobForEach("$works", "Encode", {
      queue: resources.jobQueue,
      definition: resources.jobDefinition,
      variable: "TRANSCODE_RUNGS",
      timeoutSeconds: 13 * HOUR,
      next: "Register",
    }),
    Register: { ...step("Register", resources.register, 2 * MINUTE), Next: "Done" },
    ...endStates(resources.fail, { Prepare: "Prepare", Encode: "Encode", Register: "Register" }),
  },
});
