type Resources = {
  prepare: string;
  ingest: string;
  register: string;
  fail: string;
  jobQueue: string;
  jobDefinition: string;
};

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

const keepError = { error: "{% $states.errorOutput %}" };
const recordAnyError = { ErrorEquals: ["States.ALL"], Assign: keepError, Next: "RecordFailure" };

const invoke = (functionARN: string, payload: object, timeoutSeconds: number) => ({
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke",
  Arguments: { FunctionName: functionARN, Payload: payload },
  Output: "{% $states.result.Payload %}",
  TimeoutSeconds: timeoutSeconds,
});

const work = { runId: "{% $runId %}", attempt: "{% $attempt %}" };

const step = (functionARN: string, timeoutSeconds: number) => ({
  ...invoke(functionARN, work, timeoutSeconds),
  Retry: retry(LAMBDA_TRANSIENT, 3),
  Catch: [recordAnyError],
});

/** From "the bytes are here" to "the table can be read". Input: `{ runId, attempt }`. */
export const importDefinition = (resources: Resources) => ({
  Comment: "Import a file as a table",
  QueryLanguage: "JSONata",
  StartAt: "Begin",
  TimeoutSeconds: 16 * HOUR,
  States: {
    Begin: {
      Type: "Pass",
      Assign: { runId: "{% $states.input.runId %}", attempt: "{% $states.input.attempt %}", jobTries: 0 },
      Next: "Prepare",
    },
    Prepare: { ...step(resources.prepare, 2 * MINUTE), Next: "ChooseEngine" },
    ChooseEngine: {
      Type: "Choice",
      Choices: [{ Condition: "{% $states.input.engine = 'lambda' %}", Next: "IngestSmall" }],
      Default: "IngestLarge",
    },
    IngestSmall: { ...step(resources.ingest, 6 * MINUTE), Next: "Register" },
    IngestLarge: {
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
          Assign: { ...keepError, jobTries: "{% $jobTries + 1 %}" },
          Next: "JudgeJob",
        },
        recordAnyError,
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
    WaitForJob: { Type: "Wait", Seconds: 5, Next: "IngestLarge" },
    Register: { ...step(resources.register, 2 * MINUTE), Next: "Done" },
    Done: { Type: "Succeed" },
    RecordFailure: {
      ...invoke(resources.fail, { ...work, error: "{% $error %}" }, 2 * MINUTE),
      Retry: retry(["States.ALL"], 5),
      Next: "Failed",
    },
    Failed: { Type: "Fail", Error: "{% $error.Error %}", Cause: "{% $error.Cause %}" },
  },
});
