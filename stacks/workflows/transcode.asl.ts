import { begin, endStates, HOUR, jobForEach, jobStates, MINUTE, step } from "./parts.ts";

type Resources = {
  prepare: string;
  plan: string;
  register: string;
  fail: string;
  jobQueue: string;
  jobDefinition: string;
};

/** Parts of the first rungs, those of the others, what can't be cut after all; and once more each what was lost. */
const ROUNDS = 6;

/**
 * From "the bytes are here" to "it can be played". Input: `{ runId, attempt }`. The first job looks into the file and, where
 * that is not much, makes all of it; else other jobs make the rest beside each other: parts of long videos, which are joined in the
 * next round, or rungs of what can't be cut. What is made is never made again, so every state can be entered again.
 */
export const transcodeDefinition = (resources: Resources) => ({
  Comment: "Make what can be played and shown of a video or a picture",
  QueryLanguage: "JSONata",
  StartAt: "Begin",
  TimeoutSeconds: 30 * HOUR,
  States: {
    Begin: begin("Prepare", { rounds: 0 }),
    Prepare: { ...step("Prepare", resources.prepare, 2 * MINUTE), Next: "Encode" },
    ...jobStates("Encode", "Encode", {
      queue: resources.jobQueue,
      definition: resources.jobDefinition,
      timeoutSeconds: 13 * HOUR,
      next: "Plan",
    }),
    Plan: {
      ...step("Encode", resources.plan, 2 * MINUTE),
      Assign: { works: "{% $states.result.Payload.works %}", rounds: "{% $rounds + 1 %}" },
      Next: "IsDone",
    },
    // Whoever registers finds what is missing, if rounds did not bring all.
    IsDone: {
      Type: "Choice",
      Choices: [{ Condition: `{% $count($works) = 0 or $rounds > ${ROUNDS} %}`, Next: "Register" }],
      Default: "Shares",
    },
    Shares: jobForEach("$works", "Encode", {
      queue: resources.jobQueue,
      definition: resources.jobDefinition,
      variable: "TRANSCODE_SHARE",
      timeoutSeconds: 13 * HOUR,
      next: "Plan",
    }),
    Register: { ...step("Register", resources.register, 2 * MINUTE), Next: "Done" },
    ...endStates(resources.fail, { Prepare: "Prepare", Encode: "Encode", Register: "Register" }),
  },
});
