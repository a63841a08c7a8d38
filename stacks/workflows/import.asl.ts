import { begin, endStates, HOUR, jobStates, MINUTE, step } from "./parts.ts";

export type Resources = {
  prepare: string;
  /** Does the work in a function, where it is small enough for one. */
  work: string;
  register: string;
  fail: string;
  jobQueue: string;
  jobDefinition: string;
};

/** Between preparing and registering. Each of the three is done again as a whole when a run is continued. */
type Work = "Ingest" | "Score" | "Work";

/** From "the bytes are here" to "the table can be read". Input: `{ runId, attempt }`. */
export const importDefinition = (resources: Resources) =>
  sizedDefinition("Import a file as a table", "Ingest", resources);

/** Work of ours that a function does where it is small, and a job where it is large. */
export const sizedDefinition = (comment: string, work: Work, resources: Resources) => ({
  Comment: comment,
  QueryLanguage: "JSONata",
  StartAt: "Begin",
  TimeoutSeconds: 16 * HOUR,
  States: {
    Begin: begin("Prepare"),
    Prepare: {
      ...step("Prepare", resources.prepare, 2 * MINUTE),
      Assign: { engine: "{% $states.result.Payload.engine %}" },
      Next: "ChooseEngine",
    },
    ChooseEngine: {
      Type: "Choice",
      Choices: [{ Condition: "{% $engine = 'lambda' %}", Next: `${work}Small` }],
      Default: `${work}Large`,
    },
    [`${work}Small`]: { ...step(work, resources.work, 6 * MINUTE), Next: "Register" },
    ...jobStates(`${work}Large`, work, {
      queue: resources.jobQueue,
      definition: resources.jobDefinition,
      timeoutSeconds: 7 * HOUR,
    }),
    Register: { ...step("Register", resources.register, 2 * MINUTE), Next: "Done" },
    ...endStates(resources.fail, { Prepare: "Prepare", [work]: "ChooseEngine", Register: "Register" }),
  },
});
