import { ingestJob, platformQueue } from "./compute.ts";
import { databaseEnvironment, mayUseDatabase } from "./database.ts";
import { mayPoke, pokeEnvironment } from "./events.ts";
import { mayListObjects, mayObjects, objects, READ, WRITE } from "./storage.ts";
import { duckdb, lambda, type Permission } from "./util/lambda.ts";
import { importDefinition } from "./workflows/import.asl.ts";

const LOG_DAYS = 30;
const account = aws.getCallerIdentityOutput().accountId;
const region = aws.getRegionOutput().region;
const mine = $interpolate`${region}:${account}`;

const environment = { ...databaseEnvironment, ...pokeEnvironment, OBJECTS_BUCKET: objects.name };

// Every step imports the domain of importing, and DuckDB with it, though only one of them converts.
export const importPrepare = lambda("ImportPrepare", {
  handler: "packages/functions/src/steps/import-prepare.handler",
  timeout: "60 seconds",
  memory: "512 MB",
  nodejs: duckdb,
  environment,
  permissions: [mayUseDatabase, mayPoke, mayObjects(READ, "files"), mayListObjects],
});

export const importIngest = lambda("ImportIngest", {
  handler: "packages/functions/src/steps/import-ingest.handler",
  timeout: "5 minutes",
  memory: "3008 MB",
  storage: "2 GB",
  nodejs: duckdb,
  environment,
  permissions: [
    mayUseDatabase,
    mayPoke,
    mayObjects(READ, "files", "runs"),
    mayObjects(WRITE, "tables", "runs"),
    mayListObjects,
  ],
});

export const importRegister = lambda("ImportRegister", {
  handler: "packages/functions/src/steps/import-register.handler",
  timeout: "60 seconds",
  memory: "512 MB",
  nodejs: duckdb,
  environment,
  permissions: [mayUseDatabase, mayPoke, mayObjects(READ, "tables", "runs"), mayListObjects],
});

export const runFail = lambda("RunFail", {
  handler: "packages/functions/src/steps/run-fail.handler",
  timeout: "60 seconds",
  memory: "512 MB",
  nodejs: duckdb,
  environment,
  permissions: [mayUseDatabase, mayPoke, mayObjects(READ, "runs"), mayListObjects],
});

const logs = new aws.cloudwatch.LogGroup("ImportLogs", {
  name: `/aws/vendedlogs/states/${$app.name}-${$app.stage}-import`,
  retentionInDays: LOG_DAYS,
});

/** Needed on every resource: neither call knows a narrower one. */
const deliverLogs: Permission = {
  actions: [
    "logs:CreateLogDelivery",
    "logs:GetLogDelivery",
    "logs:UpdateLogDelivery",
    "logs:DeleteLogDelivery",
    "logs:ListLogDeliveries",
    "logs:PutResourcePolicy",
    "logs:DescribeResourcePolicies",
    "logs:DescribeLogGroups",
  ],
  resources: ["*"],
};
const describeJobs: Permission = { actions: ["batch:DescribeJobs"], resources: ["*"] };

const role = new aws.iam.Role("ImportRole", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "states.amazonaws.com" }),
  inlinePolicies: [
    {
      name: "import",
      policy: aws.iam.getPolicyDocumentOutput({
        statements: [
          {
            actions: ["lambda:InvokeFunction"],
            resources: [importPrepare.arn, importIngest.arn, importRegister.arn, runFail.arn],
          },
          { actions: ["batch:SubmitJob"], resources: [platformQueue.arn, $interpolate`${ingestJob.arnPrefix}:*`] },
          { actions: ["batch:TerminateJob"], resources: [$interpolate`arn:aws:batch:${mine}:job/*`] },
          describeJobs,
          {
            // `.sync` learns of a job's end through this rule, which Step Functions makes for itself.
            actions: ["events:PutTargets", "events:PutRule", "events:DescribeRule"],
            resources: [$interpolate`arn:aws:events:${mine}:rule/StepFunctionsGetEventsForBatchJobsRule`],
          },
          deliverLogs,
        ],
      }).json,
    },
  ],
});

export const importMachine = new aws.sfn.StateMachine("Import", {
  type: "STANDARD",
  roleArn: role.arn,
  definition: $jsonStringify(
    $resolve([
      importPrepare.arn,
      importIngest.arn,
      importRegister.arn,
      runFail.arn,
      platformQueue.arn,
      ingestJob.arn,
    ]).apply(([prepare, ingest, register, fail, jobQueue, jobDefinition]) =>
      importDefinition({ prepare, ingest, register, fail, jobQueue, jobDefinition }),
    ),
  ),
  loggingConfiguration: {
    level: "ERROR",
    includeExecutionData: false,
    logDestination: $interpolate`${logs.arn}:*`,
  },
});

/** An execution's ARN is the machine's with its own name behind. */
const executions = $resolve([importMachine.arn]).apply(([arn]) => `${arn.replace(":stateMachine:", ":execution:")}:*`);

export const mayStartImports: Permission = { actions: ["states:StartExecution"], resources: [importMachine.arn] };
export const mayWatchImports: Permission = { actions: ["states:DescribeExecution"], resources: [executions] };
export const mayRedriveImports: Permission = { actions: ["states:RedriveExecution"], resources: [executions] };
export const mayStopImports: Permission = { actions: ["states:StopExecution"], resources: [executions] };
