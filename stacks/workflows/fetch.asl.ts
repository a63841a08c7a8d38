import { begin, endStates, HOUR, jobStates, MINUTE, step } from "./parts.ts";

type Resources = { register: string; fail: string; jobQueue: string; jobDefinition: string };

/** From an address to a file and its media. Input: `{ runId, attempt }`. A job, because nobody knows how long it takes. */
export const fetchDefinition = (resources: Resources) => ({
  Comment: "Fetch media from an address",
  QueryLanguage: "JSONata",
  StartAt: "Begin",
  TimeoutSeconds: 16 * HOUR,
  States: {
    Begin: begin("Fetch"),
    ...jobStates("Fetch", "Fetch", {
      queue: resources.jobQueue,
      definition: resources.jobDefinition,
      timeoutSeconds: 7 * HOUR,
    }),
    Register: { ...step("Register", resources.register, 2 * MINUTE), Next: "Done" },
    ...endStates(resources.fail, { Fetch: "Fetch", Register: "Register" }),
  },
});
