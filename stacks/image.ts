import type { Permission } from "./util/lambda.ts";

const LOG_DAYS = 30;

/** The definition that those of all images are made like. It names the address of the site, so it is made after it, in `runner.ts`. */
export const IMAGE_NAME = `${$app.name}-${$app.stage}-image`;

export const imageLogs = new aws.cloudwatch.LogGroup("ImageLogs", {
  name: `/aws/batch/${IMAGE_NAME}`,
  retentionInDays: LOG_DAYS,
});

/** Pulls an image and opens its log. What runs in it has no role. */
export const imageExecutionRole = new aws.iam.Role("ImageExecutionRole", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "ecs-tasks.amazonaws.com" }),
  managedPolicyArns: ["arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"],
});

const definitions = $interpolate`arn:aws:batch:${aws.getRegionOutput().region}:${aws.getCallerIdentityOutput().accountId}:job-definition/${IMAGE_NAME}-*`;

/** A job of an image needs a definition, for Batch takes no other image with a job; that of each is registered once. */
export const mayDefineImages: Permission[] = [
  { actions: ["batch:DescribeJobDefinitions"], resources: ["*"] },
  { actions: ["batch:RegisterJobDefinition", "batch:SubmitJob"], resources: [definitions] },
  {
    actions: ["iam:PassRole"],
    resources: [imageExecutionRole.arn],
    conditions: [{ test: "StringEquals", variable: "iam:PassedToService", values: ["ecs-tasks.amazonaws.com"] }],
  },
];
