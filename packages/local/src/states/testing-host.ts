import { afterAll, afterEach } from "vitest";
import { arn, createDatabase, eventually } from "../router/testing.ts";
import { statesActions } from "./api.ts";
import type { Clock } from "./clock.ts";
import type { Invoke } from "./lambda.ts";
import { startStates } from "./service.ts";
import { machineOf } from "./testing.ts";

const refuse = () => Promise.reject(new Error("No Batch here"));

export type Host = Awaited<ReturnType<Awaited<ReturnType<typeof useHosts>>["start"]>>;

/** Hosts of state machines on a database of their own, stopped after each test. */
export async function useHosts(definitions: Record<string, object>) {
  const database = await createDatabase();
  const pool = database.pool();
  const started: { halt(): Promise<void> }[] = [];
  afterEach(async () => {
    await Promise.all(started.splice(0).map((states) => states.halt()));
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  async function start(invoke: Invoke, { machines = definitions, clock }: Partial<Options> = {}) {
    const states = await startStates({
      pool,
      invoke,
      machines: Object.entries(machines).map(([name, definition]) => {
        return { arn: arn.machine(name), name, definition: machineOf(definition) };
      }),
      batch: { submit: refuse, ended: refuse, terminate: refuse, call: refuse },
      log: () => undefined,
      ...(clock && { clock }),
    });
    started.push(states);
    return { states, call: statesActions(states, "arn:aws:iam::123456789012:role/local") };
  }
  return { pool, start };
}

type Options = { machines: Record<string, object>; clock: Clock };

export const task = (name: string, fields: object = {}) => ({
  Type: "Task",
  Resource: arn.function(name),
  ...fields,
});

export const describeOf = (host: Host, executionArn: string) => host.call.DescribeExecution({ executionArn });

export const begin = async (host: Host, machine: string, name: string, input = "{}") =>
  (await host.call.StartExecution({ stateMachineArn: arn.machine(machine), name, input })).executionArn;

export const ended = (host: Host, executionArn: string) =>
  eventually(async () => {
    const row = await describeOf(host, executionArn);
    return row.status !== "RUNNING" && row;
  });
