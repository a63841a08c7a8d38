// What every machine does alike: how it begins, what it tries again, and how it ends when it failed.

export const MINUTE = 60; // seconds
export const HOUR = 60 * MINUTE;
const JOB_TRIES = 2;
const JOBS_AT_ONCE = 5;

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

export const retry = (errors: string[], attempts: number) => [
  { ErrorEquals: errors, IntervalSeconds: 2, MaxAttempts: attempts, BackoffRate: 2, JitterStrategy: "FULL" },
];

const REDRIVES = "$states.context.Execution.RedriveCount";

/** What went wrong, in which stage, and after how many redrives. */
const keepError = (stage: string) => ({
  error: "{% $states.errorOutput %}",
  stage: `{% "${stage}" %}`,
  redrives: `{% ${REDRIVES} %}`,
});
export const recordAnyError = (stage: string) => ({
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

/** A function that does a stage. */
export const step = (stage: string, functionARN: string, timeoutSeconds: number) => ({
  ...invoke(functionARN, attempt, timeoutSeconds),
  Retry: retry(LAMBDA_TRANSIENT, 3),
  Catch: [recordAnyError(stage)],
});

/** After a redrive, and only then, a rule holds; Step Functions asks a Choice again, where a Fail would fail again. */
const continueFrom = (stage: string, state: string) => ({
  Condition: `{% $stage = '${stage}' and ${REDRIVES} > $redrives %}`,
  Assign: { jobTries: 0 },
  Next: state,
});

/** Variables that every state knows. */
export const begin = (next: string, variables: Record<string, number> = {}) => ({
  Type: "Pass",
  Assign: { runId: "{% $states.input.runId %}", attempt: "{% $states.input.attempt %}", jobTries: 0, ...variables },
  Next: next,
});

type Job = {
  queue: string;
  definition: string;
  environment?: { Name: string; Value: string }[];
  timeoutSeconds: number;
  next?: string;
};

/** A job that does a stage, and what decides whether it is tried again: states of these names. */
export const jobStates = (
  name: string,
  stage: string,
  { queue, definition, environment = [], timeoutSeconds, next = "Register" }: Job,
) => ({
  [name]: {
    Type: "Task",
    Resource: "arn:aws:states:::batch:submitJob.sync",
    Arguments: {
      JobName: "{% $runId & '-' & $string($attempt) %}",
      JobQueue: queue,
      JobDefinition: definition,
      ContainerOverrides: {
        Environment: [
          { Name: "JOB_INPUT", Value: "{% $string({'runId': $runId, 'attempt': $attempt}) %}" },
          ...environment,
        ],
      },
    },
    TimeoutSeconds: timeoutSeconds,
    Retry: retry(BATCH_TRANSIENT, 3),
    Catch: [
      {
        ErrorEquals: ["States.TaskFailed"],
        Assign: { ...keepError(stage), jobTries: "{% $jobTries + 1 %}" },
        Next: "JudgeJob",
      },
      recordAnyError(stage),
    ],
    Next: next,
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
  WaitForJob: { Type: "Wait", Seconds: 5, Next: name },
});

/** Jobs beside each other, one for each text of a list, which it finds in its environment. One that is lost does not end the others. */
export const jobForEach = (
  items: string,
  stage: string,
  {
    queue,
    definition,
    variable,
    timeoutSeconds,
    next,
  }: Omit<Job, "environment" | "next"> & { variable: string; next: string },
) => ({
  Type: "Map",
  Items: `{% ${items} %}`,
  MaxConcurrency: JOBS_AT_ONCE,
  ItemProcessor: {
    ProcessorConfig: { Mode: "INLINE" },
    StartAt: "One",
    States: {
      One: {
        Type: "Task",
        Resource: "arn:aws:states:::batch:submitJob.sync",
        Arguments: {
          JobName: "{% $runId & '-' & $string($attempt) %}",
          JobQueue: queue,
          JobDefinition: definition,
          ContainerOverrides: {
            Environment: [
              { Name: "JOB_INPUT", Value: "{% $string({'runId': $runId, 'attempt': $attempt}) %}" },
              { Name: variable, Value: "{% $states.input %}" },
            ],
          },
        },
        TimeoutSeconds: timeoutSeconds,
        Retry: [...retry(BATCH_TRANSIENT, 3), ...retry(["States.TaskFailed"], JOB_TRIES - 1)],
        Catch: [{ ErrorEquals: ["States.ALL"], Next: "Lost" }],
        End: true,
      },
      // Whoever registers finds that it is missing.
      Lost: { Type: "Pass", End: true },
    },
  },
  Catch: [recordAnyError(stage)],
  Next: next,
});

type Batches = Omit<Job, "environment" | "next"> & {
  give: string;
  take: string;
  /** The variable that the job finds its token in. */
  token: string;
  next: string;
};

/**
 * For each number of a list: what a job needs is given to it, with a token, the job runs, and what it left is taken up. Whoever takes
 * it up is told where the job was lost; what went wrong with one number is noted there, and the others go on.
 */
export const jobForEachBatch = (
  items: string,
  stage: string,
  { give, take, queue, definition, token, timeoutSeconds, next }: Batches,
) => {
  const batch = { ...attempt, batch: "{% $batch %}" };
  const giveUp = { ErrorEquals: ["States.ALL"], Assign: { lost: "{% $states.errorOutput %}" }, Next: "Take" };
  return {
    Type: "Map",
    Items: `{% ${items} %}`,
    MaxConcurrency: JOBS_AT_ONCE,
    ItemProcessor: {
      ProcessorConfig: { Mode: "INLINE" },
      StartAt: "Number",
      States: {
        Number: { Type: "Pass", Assign: { batch: "{% $states.input %}", tries: 0, lost: null }, Next: "Give" },
        Give: {
          ...invoke(give, batch, 2 * MINUTE),
          Retry: retry(LAMBDA_TRANSIENT, 3),
          Assign: { token: "{% $states.result.Payload.token %}" },
          Catch: [giveUp],
          Next: "Work",
        },
        Work: {
          Type: "Task",
          Resource: "arn:aws:states:::batch:submitJob.sync",
          Arguments: {
            JobName: "{% $runId & '-' & $string($attempt) & '-' & $string($batch) %}",
            JobQueue: queue,
            JobDefinition: definition,
            ContainerOverrides: {
              Environment: [
                { Name: "JOB_INPUT", Value: "{% $string({'runId': $runId, 'attempt': $attempt}) %}" },
                { Name: token, Value: "{% $token %}" },
              ],
            },
          },
          TimeoutSeconds: timeoutSeconds,
          Retry: retry(BATCH_TRANSIENT, 3),
          Catch: [
            {
              ErrorEquals: ["States.TaskFailed"],
              Assign: { lost: "{% $states.errorOutput %}", tries: "{% $tries + 1 %}" },
              Next: "Judge",
            },
            giveUp,
          ],
          Next: "Take",
        },
        // As of a single job: exit code 65 says that another try would end the same way.
        Judge: {
          Type: "Choice",
          Choices: [
            { Condition: '{% $contains($lost.Cause, /"exitCode":\\s*65\\D/i) %}', Next: "Take" },
            { Condition: `{% $tries < ${JOB_TRIES} %}`, Next: "Pause" },
          ],
          Default: "Take",
        },
        Pause: { Type: "Wait", Seconds: 5, Next: "Give" },
        Take: {
          ...invoke(take, { ...batch, error: "{% $lost %}" }, 6 * MINUTE),
          Retry: retry(LAMBDA_TRANSIENT, 3),
          Catch: [{ ErrorEquals: ["States.ALL"], Next: "Lost" }],
          End: true,
        },
        // Whoever ends the run finds that it is missing.
        Lost: { Type: "Pass", End: true },
      },
    },
    Catch: [recordAnyError(stage)],
    Next: next,
  };
};

/** How a machine ends. `continued`: of each stage the state that it is done again from. */
export const endStates = (fail: string, continued: Record<string, string>) => ({
  Done: { Type: "Succeed" },
  RecordFailure: {
    ...invoke(fail, { ...attempt, error: "{% $error %}", redrives: "{% $redrives %}" }, 2 * MINUTE),
    Retry: retry(["States.ALL"], 5),
    Next: "Failed",
  },
  // Ends the execution as failed with States.NoChoiceMatched; the run and its log say why.
  Failed: { Type: "Choice", Choices: Object.entries(continued).map(([stage, state]) => continueFrom(stage, state)) },
});
