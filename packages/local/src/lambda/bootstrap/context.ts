import type { Job } from "./client.ts";

/** The second argument of every handler. */
export const contextOf = (job: Job) => ({
  awsRequestId: job.id,
  callbackWaitsForEmptyEventLoop: true,
  functionName: process.env.AWS_LAMBDA_FUNCTION_NAME ?? "",
  functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION ?? "$LATEST",
  invokedFunctionArn: job.arn,
  logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME ?? "",
  logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME ?? "",
  memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE ?? "",
  getRemainingTimeInMillis: () => Math.max(0, job.deadline - Date.now()),
});
