export type Resources = {
  prepare: string;
  /** Does the work in a function, where it is small enough for one. */
  work: string;
  register: string;
  fail: string;
  jobQueue: string;
  jobDefinition: string;
};

/** What is done again as a whole when a run is continued; between the first and the last is the work. */
type Stage = "Prepare" | Work | "Register";
type Work = "Ingest" | "Score";

const MINUTE = 60; // seconds
const HOUR = 60 * MINUTE;
const JOB_TRIES = 2;

/** What passes by itself. A handler names an error `Retryable` or `Permanent`. */
const LAMBDA_TRANSIENT = [
  "Lambda.ServiceException",
  "Lambda.AWSLambdaException",
  "Lambda.SdkClientException",
  "Lambda.TooManyRequestsException",
  "Lambda.ClientExecutionTimeoutException",
  "Lambda.Unknown",
  "Retryable",
];
const BATCH_TRANSIENT = ["Batch.AWSBatchException", "Batch.SdkClientException"];

const retry = (errors: string[], attempts: number) => [
  { ErrorEquals: errors, IntervalSeconds: 2, MaxAttempts: attempts, BackoffRate: 2, JitterStrategy: "FULL" },
];

const REDRIVES = "$states.context.Execution.RedriveCount";

/** What went wrong, in which stage, and after how many redrives. */
const keepError = (stage: Stage) => ({
  error: "{% $states.errorOutput %}",
  stage: `{% "${stage}" %}`,
  redrives: `{% ${REDRIVES} %}`,
});
const recordAnyError = (stage: Stage) => ({
  ErrorEquals: ["States.ALL"],
  Assign: keepError(stage),
  Next: "RecordFailure",
});

const invoke = (functionARN: string, payload: object, timeoutSeconds: number) => ({
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke",
  Arguments: { FunctionName: functionARN, Payload: payload },
  Output: "{% $states.result.Payload %}",
  TimeoutSeconds: timeoutSeconds,
});

const attempt = { runId: "{% $runId %}", attempt: "{% $attempt %}" };

const step = (stage: Stage, functionARN: string, timeoutSeconds: number) => ({
  ...invoke(functionARN, attempt, timeoutSeconds),
  Retry: retry(LAMBDA_TRANSIENT, 3),
  Catch: [recordAnyError(stage)],
});

/** After a redrive, and only then, a rule holds; Step Functions asks a Choice again, where a Fail would fail again. */
const continueFrom = (stage: Stage, state: string) => ({
  Condition: `{% $stage = '${stage}' and ${REDRIVES} > $redrives %}`,
  Assign: { jobTries: 0 },
  Next: state,
});

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
    Begin: {
      Type: "Pass",
      Assign: { runId: "{% $states.input.runId %}", attempt: "{% $states.input.attempt %}", jobTries: 0 },
      Next: "Prepare",
    },
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
    [`${work}Large`]: {
      Type: "Task",
      Resource: "arn:aws:states:::batch:submitJob.sync",
      Arguments: {
        JobName: "{% $runId & '-' & $string($attempt) %}",
        JobQueue: resources.jobQueue,
        JobDefinition: resources.jobDefinition,
        ContainerOverrides: {
          Environment: [{ Name: "JOB_INPUT", Value: "{% $string({'runId': $runId, 'attempt': $attempt}) %}" }],
        },
      },
      TimeoutSeconds: 7 * HOUR,
      Retry: retry(BATCH_TRANSIENT, 3),
      Catch: [
        {
          ErrorEquals: ["States.TaskFailed"],
          Assign: { ...keepError(work), jobTries: "{% $jobTries + 1 %}" },
          Next: "JudgeJob",
        },
        recordAnyError(work),
      ],
      Next: "Register",
    },
    // The cause is the job's description as text. Exit code 65 says that another try would end the same way.
    JudgeJob: {
      Type: "Choice",
      Choices: [
        { Condition: '{% $contains($error.Cause, /"exitCode":\\s*65\\D/i) %}', Next: "RecordFailure" },
        { Condition: `{% $jobTries < ${JOB_TRIES} %}`, Next: "WaitForJob" },
      ],
      Default: "RecordFailure",
    },
    WaitForJob: { Type: "Wait", Seconds: 5, Next: `${work}Large` },
    Register: { ...step("Register", resources.register, 2 * MINUTE), Next: "Done" },
    Done: { Type: "Succeed" },
    RecordFailure: {
      ...invoke(resources.fail, { ...attempt, error: "{% $error %}", redrives: "{% $redrives %}" }, 2 * MINUTE),
      Retry: retry(["States.ALL"], 5),
      Next: "Failed",
    },
    // Ends the execution as failed with States.NoChoiceMatched; the run and its log say why.
    Failed: {
      Type: "Choice",
      Choices: [
        continueFrom("Prepare", "Prepare"),
        continueFrom(work, "ChooseEngine"),
        continueFrom("Register", "Register"),
      ],
    },
  },
});
