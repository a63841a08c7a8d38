import { join } from "node:path";
import { LogFile } from "../log/index.ts";
import type { Outcome } from "./invocation.ts";
import { Pool } from "./pool.ts";
import { startRuntimeApi } from "./runtime-api.ts";
import type { FunctionSpec, Scale } from "./spec.ts";

export type { Outcome } from "./invocation.ts";
export { MOST_PAYLOAD_BYTES } from "./invocation.ts";
export type { FunctionSpec } from "./spec.ts";

export type LambdaOptions = {
  functions: FunctionSpec[];
  /** The bundled program that every worker runs. */
  bootstrap: string;
  logs: string;
  scratch: string;
  scale?: Scale;
  idleMs?: number;
  queuedMs?: number;
};

export type Lambda = {
  /** By name in the program, function name or ARN. Undefined when there is no such function. */
  invoke(name: string, payload: Buffer): Promise<Outcome> | undefined;
  /** Starts a process of the function, so that the first call need not wait for it; resolves once it could take one. */
  warm(name: string): Promise<void>;
  /** The same for a call that is about to come: nothing is kept for longer because of it. */
  ready(name: string): void;
  processes(): number;
  stop(): Promise<void>;
};

export async function startLambda(options: LambdaOptions): Promise<Lambda> {
  const runtimeApi = await startRuntimeApi();
  const pools = new Map<string, Pool>();
  for (const spec of options.functions) {
    const log = new LogFile(join(options.logs, `${spec.name}.log`));
    const pool = new Pool({ ...options, spec, runtimeApi, log });
    for (const name of [spec.name, spec.functionName, spec.arn]) pools.set(name, pool);
  }
  const all = new Set(pools.values());
  return {
    invoke: (name, payload) => (pools.get(name) ?? pools.get(unqualified(name)))?.invoke(payload),
    warm: async (name) => pools.get(name)?.warm(),
    ready: (name) => pools.get(name)?.ready(),
    processes: () => [...all].reduce((sum, pool) => sum + pool.processes, 0),
    async stop() {
      for (const pool of all) pool.stop();
      await runtimeApi.stop();
    },
  };
}

/** `arn:…:function:name:$LATEST` names the same function as without its version. */
const unqualified = (arn: string): string => arn.split(":").slice(0, 7).join(":");
