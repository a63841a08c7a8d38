import type { ExecutionStatus } from "@aws-sdk/client-sfn";
import { AppError } from "../error/index.ts";

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

type Execution = {
  status: ExecutionStatus;
  error?: string;
  cause?: string;
  redrives: number;
  /** Why it cannot be redriven now; undefined when it can. */
  notRedrivable?: string;
};

/** How an execution stands; undefined when there is none of that name. */
export async function describe(arn: string): Promise<Execution | undefined> {
  const { client, DescribeExecutionCommand } = await sdk();
  try {
    const answer = await client.send(new DescribeExecutionCommand({ executionArn: arn }), limit());
    const { status = "RUNNING", error, cause, redriveCount: redrives = 0, redriveStatus, redriveStatusReason } = answer;
    const refused = redriveStatus !== "REDRIVABLE";
    return {
      status,
      error,
      cause,
      redrives,
      ...(refused && { notRedrivable: redriveStatusReason ?? `It is ${status}.` }),
    };
  } catch (error) {
    if (named(error, "ExecutionDoesNotExist")) return undefined;
    throw error;
  }
}

/** Continues a failed execution where it failed, for the `nth` time; one that was continued so often already is fine. */
export async function redrive(arn: string, nth: number): Promise<void> {
  const before = await describe(arn);
  if (before && before.redrives >= nth) return;
  const { client, RedriveExecutionCommand } = await sdk();
  try {
    await client.send(new RedriveExecutionCommand({ executionArn: arn, clientToken: `redrive-${nth}` }), limit());
  } catch (error) {
    if (named(error, "ExecutionDoesNotExist")) throw refused("Nothing is known of it any more.", error);
    if (!named(error, "ExecutionNotRedrivable")) throw error;
    const after = await describe(arn);
    if (after && after.redrives >= nth) return; // somebody else was quicker
    throw refused(after?.notRedrivable ?? "Step Functions refused.", error);
  }
}

const refused = (reason: string, cause: unknown) =>
  new AppError("conflict", "workflow.not_redrivable", reason, { cause });

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
