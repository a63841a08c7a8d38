import { appendFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { arn, startTestAws } from "./testing.ts";

/** A host in a process of its own, for tests to kill. Says its URL on standard output. */
export type HostSettings = {
  database: pg.PoolConfig;
  folder: string;
  stateMachines: { name: string; definition: string }[];
  image: string;
};

const { database, folder, stateMachines, image } = JSON.parse(process.env.HOST_SETTINGS ?? "") as HostSettings;

const functions: Record<string, (payload: unknown) => Promise<{ payload: unknown; functionError?: string }>> = {
  async double(payload) {
    await sleep(30);
    return { payload: Number(payload) * 2 };
  },
  /** Fails until it is told that it was retried twice. */
  async flaky(payload) {
    await sleep(30);
    const { retries } = payload as { retries: number };
    return retries < 2 ? { payload: { errorType: "Flaky" }, functionError: "Unhandled" } : { payload: retries };
  },
};

const aws = await startTestAws({
  pool: new pg.Pool({ ...database, max: 5 }),
  jobsRoot: folder,
  stateMachines: stateMachines.map((machine) => ({ ...machine, arn: arn.machine(machine.name) })),
  jobDefinitions: [
    {
      arn: arn.definition,
      ...{ name: "ingest", revision: 1, properties: {} },
      container: { image, command: [], environment: [{ name: "FOLDER", value: folder }], vcpu: 1, memoryMiB: 256 },
      timeoutSeconds: 60,
    },
  ],
  async invoke(name, payload) {
    const short = name.split(":").at(-1) ?? "";
    await appendFile(`${folder}/calls`, `${short}\n`);
    return (await functions[short]?.(payload)) ?? { payload: null };
  },
});
process.stdout.write(`${aws.url}\n`);
