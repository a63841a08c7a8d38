import { randomUUID } from "node:crypto";
import { AwsError } from "../router/error.ts";
import { type Actions, type Input, optionalText, page, text } from "../router/input.ts";
import type { Answer } from "./frame.ts";
import { toAws } from "./history.ts";
import type { ExecutionRow } from "./journal.ts";
import type { Json } from "./json.ts";
import type { States } from "./service.ts";
import { LARGEST_PAYLOAD } from "./thread.ts";

const NAME = /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]{1,80}$/u;
const PAGES = { size: 100, largest: 1000 };

/** The calls of `AWSStepFunctions` that this host answers. */
export function statesActions(states: States, roleArn: string) {
  return {
    async StartExecution(input: Input) {
      const name = optionalText(input, "name") ?? randomUUID();
      if (!NAME.test(name)) throw new AwsError("InvalidName", `Invalid Name: '${name}'`);
      const given = optionalText(input, "input") ?? "{}";
      if (Buffer.byteLength(given) > LARGEST_PAYLOAD) throw tooLong("input");
      parsed(given, "InvalidExecutionInput", "Invalid State Machine Execution Input");
      const started = await states.start(text(input, "stateMachineArn"), name, given);
      return { executionArn: started.arn, startDate: seconds(started.startedAt) };
    },

    async DescribeExecution(input: Input) {
      const row = await states.find(text(input, "executionArn"));
      const redrivable = redrivability(await states.whyNotRedrivable(row));
      return { ...summary(row), ...outcome(row), ...redrivable, input: row.input, inputDetails: { included: true } };
    },

    async StopExecution(input: Input) {
      const arn = text(input, "executionArn");
      const stoppedAt = await states.stop(arn, optionalText(input, "error") ?? "", optionalText(input, "cause") ?? "");
      return { stopDate: seconds(stoppedAt) };
    },

    async ListExecutions(input: Input) {
      const machine = states.machineOf(text(input, "stateMachineArn"));
      const { limit, offset, next } = page(input, PAGES);
      const redriven = redriveFilter(input);
      const status = optionalText(input, "statusFilter");
      const rows = await states.journal.list(machine.arn, { status, redriven }, limit + 1, offset);
      return { executions: rows.slice(0, limit).map(summary), ...(rows.length > limit && { nextToken: next }) };
    },

    async GetExecutionHistory(input: Input) {
      const { arn } = await states.find(text(input, "executionArn"));
      const { limit, offset, next } = page(input, PAGES);
      const reverse = input.reverseOrder === true;
      const events = await states.journal.events(arn, { limit: limit + 1, offset, reverse });
      const shown = events.slice(0, limit).map((event) => toAws(event, input.includeExecutionData !== false));
      return { events: shown, ...(events.length > limit && { nextToken: next }) };
    },

    async DescribeStateMachine(input: Input) {
      const { arn, name, definition, createdAt } = states.machineOf(text(input, "stateMachineArn"));
      const creationDate = seconds(createdAt);
      return { stateMachineArn: arn, name, status: "ACTIVE", definition, roleArn, type: "STANDARD", creationDate };
    },

    async ListStateMachines(input: Input) {
      const { limit, offset, next } = page(input, PAGES);
      const all = states.machines().map(({ arn, name, createdAt }) => {
        return { stateMachineArn: arn, name, type: "STANDARD", creationDate: seconds(createdAt) };
      });
      return {
        stateMachines: all.slice(offset, offset + limit),
        ...(all.length > offset + limit && { nextToken: next }),
      };
    },

    async SendTaskSuccess(input: Input) {
      const output = text(input, "output");
      if (Buffer.byteLength(output) > LARGEST_PAYLOAD) throw tooLong("output");
      return deliver(states, input, { output: parsed(output, "InvalidOutput", "Invalid Output") });
    },

    async SendTaskFailure(input: Input) {
      return deliver(states, input, {
        error: optionalText(input, "error") ?? "",
        cause: optionalText(input, "cause") ?? "",
      });
    },

    async SendTaskHeartbeat(input: Input) {
      waiterOf(states, input).beat();
      return {};
    },

    async RedriveExecution(input: Input) {
      const at = await states.redrive(text(input, "executionArn"), optionalText(input, "clientToken"));
      return { redriveDate: seconds(at) };
    },
  } satisfies Actions;
}

function redriveFilter(input: Input): boolean | undefined {
  const filter = optionalText(input, "redriveFilter");
  if (filter === undefined) return undefined;
  if (filter === "REDRIVEN" || filter === "NOT_REDRIVEN") return filter === "REDRIVEN";
  throw new AwsError("ValidationException", "redriveFilter must be REDRIVEN or NOT_REDRIVEN");
}

async function deliver(states: States, input: Input, answer: Answer): Promise<object> {
  await waiterOf(states, input).deliver(answer);
  return {};
}

function waiterOf(states: States, input: Input) {
  const token = text(input, "taskToken");
  const waiter = states.tokens.get(token);
  if (waiter) return waiter;
  if (!/^[\w-]{64}$/.test(token)) throw new AwsError("InvalidToken", "Invalid Token: 'Invalid token'");
  throw new AwsError("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
}

function parsed(value: string, code: string, message: string): Json {
  try {
    return JSON.parse(value) as Json;
  } catch {
    throw new AwsError(code, `${message}: '${value.slice(0, 200)}'`); // what the parser says adds nothing
  }
}

const tooLong = (field: string) =>
  new AwsError(
    "ValidationException",
    `1 validation error detected: Value at '${field}' failed to satisfy constraint: Member must have length less than or equal to ${LARGEST_PAYLOAD}`,
  );

/** The JSON protocol writes times as seconds with a fraction. */
const seconds = (ms: number) => ms / 1000;

const summary = (row: ExecutionRow) => ({
  executionArn: row.arn,
  stateMachineArn: row.machine,
  name: row.name,
  status: row.status,
  startDate: seconds(row.startedAt),
  redriveCount: row.redrives,
  ...(row.stoppedAt !== null && { stopDate: seconds(row.stoppedAt) }),
  ...(row.redrivenAt !== null && { redriveDate: seconds(row.redrivenAt) }),
});

const outcome = (row: ExecutionRow) => ({
  ...(row.output !== null && { output: row.output, outputDetails: { included: true } }),
  ...(row.error !== null && { error: row.error }),
  ...(row.cause !== null && { cause: row.cause }),
});

const redrivability = (reason: string | undefined) =>
  reason === undefined
    ? { redriveStatus: "REDRIVABLE" }
    : { redriveStatus: "NOT_REDRIVABLE", redriveStatusReason: reason };
