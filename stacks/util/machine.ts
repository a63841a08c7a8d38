import type { Permission } from "./lambda.ts";

const LOG_DAYS = 30;

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

type ARN = $util.Input<string>;
type Machine<Name extends string> = {
  /** Functions it calls, by what the definition calls them. */
  functions: Record<Name, ARN>;
  queue: ARN;
  job: { arn: ARN; arnPrefix: ARN };
  /** What it does besides. */
  permissions?: Permission[];
  definition: (resources: Record<Name | "jobQueue" | "jobDefinition", string>) => object;
};

/** A state machine that calls functions and waits for jobs of one definition on one queue, with its log and its role. */
export function machine<Name extends string>(
  name: string,
  { functions, queue, job, permissions = [], definition }: Machine<Name>,
) {
  const mine = $interpolate`${aws.getRegionOutput().region}:${aws.getCallerIdentityOutput().accountId}`;
  const logs = new aws.cloudwatch.LogGroup(`${name}Logs`, {
    name: `/aws/vendedlogs/states/${$app.name}-${$app.stage}-${name.toLowerCase()}`,
    retentionInDays: LOG_DAYS,
  });
  const role = new aws.iam.Role(`${name}Role`, {
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "states.amazonaws.com" }),
    inlinePolicies: [
      {
        name: name.toLowerCase(),
        policy: aws.iam.getPolicyDocumentOutput({
          statements: [
            { actions: ["lambda:InvokeFunction"], resources: Object.values<ARN>(functions) },
            { actions: ["batch:SubmitJob"], resources: [queue, $interpolate`${job.arnPrefix}:*`] },
            { actions: ["batch:TerminateJob"], resources: [$interpolate`arn:aws:batch:${mine}:job/*`] },
            describeJobs,
            {
              // `.sync` learns of a job's end through this rule, which Step Functions makes for itself.
              actions: ["events:PutTargets", "events:PutRule", "events:DescribeRule"],
              resources: [$interpolate`arn:aws:events:${mine}:rule/StepFunctionsGetEventsForBatchJobsRule`],
            },
            deliverLogs,
            ...permissions,
          ],
        }).json,
      },
    ],
  });
  const resources = $output({ ...functions, jobQueue: queue, jobDefinition: job.arn });
  return new aws.sfn.StateMachine(name, {
    type: "STANDARD",
    roleArn: role.arn,
    definition: $jsonStringify(
      resources.apply((all) => definition(all as unknown as Record<Name | "jobQueue" | "jobDefinition", string>)),
    ),
    loggingConfiguration: {
      level: "ERROR",
      includeExecutionData: false,
      logDestination: $interpolate`${logs.arn}:*`,
    },
  });
}

/** What calls on executions of a machine take. An execution's ARN is the machine's with its own name behind. */
export function mayRun(of: { arn: $util.Output<string> }): Record<"start" | "watch" | "redrive" | "stop", Permission> {
  const executions = of.arn.apply((arn) => `${arn.replace(":stateMachine:", ":execution:")}:*`);
  return {
    start: { actions: ["states:StartExecution"], resources: [of.arn] },
    watch: { actions: ["states:DescribeExecution"], resources: [executions] },
    redrive: { actions: ["states:RedriveExecution"], resources: [executions] },
    stop: { actions: ["states:StopExecution"], resources: [executions] },
  };
}
