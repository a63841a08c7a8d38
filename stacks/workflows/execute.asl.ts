import { begin, endStates, HOUR, jobStates, MINUTE, step } from "./parts.ts";

type Resources = { prepare: string; register: string; fail: string; jobQueue: string; jobDefinition: string };

/**
 * Runs what somebody wrote. Input: `{ runId, attempt }`. The job gets a token, which is good for this attempt alone, and
 * no other right; a job that is continued gets a new one.
 */
export const executeDefinition = (resources: Resources) => ({
  Comment: "Run a script, a notebook or the training of a model",
  QueryLanguage: "JSONata",
  StartAt: "Begin",
  TimeoutSeconds: 30 * HOUR,
  States: {
    Begin: begin("Prepare"),
    Prepare: {
      ...step("Prepare", resources.prepare, 2 * MINUTE),
      Assign: { token: "{% $states.result.Payload.token %}" },
      Next: "Execute",
    },
    ...jobStates("Execute", "Execute", {
      queue: resources.jobQueue,
      definition: resources.jobDefinition,
      environment: [{ Name: "JOB_TOKEN", Value: "{% $token %}" }],
      timeoutSeconds: 14 * HOUR,
    }),
    Register: { ...step("Register", resources.register, 16 * MINUTE), Next: "Done" },
    ...endStates(resources.fail, { Prepare: "Prepare", Execute: "Prepare", Register: "Register" }),
  },
});
