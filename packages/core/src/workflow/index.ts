import type { ExecutionStatus } from "@aws-sdk/client-sfn";

/** State machines. The only place that speaks Step Functions. */
export * as Workflow from "./index.ts";

const TIMEOUT_MS = 10_000;
/** Loaded with the first call: a cold start that runs nothing does not pay for the SDK. */
const sdk = () => import("./sdk.ts");
const limit = () => ({ abortSignal: AbortSignal.timeout(TIMEOUT_MS) });

/** Where an execution of that name lives, known before it is started. */
export const executionARN = (machineARN: string, name: string): string =>
  `${machineARN.replace(":stateMachine:", ":execution:")}:${name}`;

/** Starts an execution; one of that name that runs or ran already counts as started. */
export async function start(machineARN: string, name: string, input: unknown): Promise<void> {
  const { client, StartExecutionCommand } = await sdk();
  const command = new StartExecutionCommand({ stateMachineArn: machineARN, name, input: JSON.stringify(input) });
  try {
    await client.send(command, limit());
  } catch (error) {
    if (!named(error, "ExecutionAlreadyExists")) throw error;
  }
}

/** How an execution stands; undefined when there is none of that name. */
export async function describe(
  arn: string,
): Promise<{ status: ExecutionStatus; error?: string; cause?: string } | undefined> {
  const { client, DescribeExecutionCommand } = await sdk();
  try {
    const answer = await client.send(new DescribeExecutionCommand({ executionArn: arn }), limit());
    return { status: answer.status ?? "RUNNING", error: answer.error, cause: answer.cause };
  } catch (error) {
    if (named(error, "ExecutionDoesNotExist")) return undefined;
    throw error;
  }
}

/** Stops an execution; one that ended or never was is fine. */
export async function stop(arn: string, cause: string): Promise<void> {
  const { client, StopExecutionCommand } = await sdk();
  try {
    await client.send(new StopExecutionCommand({ executionArn: arn, error: "Cancelled", cause }), limit());
  } catch (error) {
    if (!named(error, "ExecutionDoesNotExist")) throw error;
  }
}

const named = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;
