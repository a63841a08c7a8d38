import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll } from "vitest";

// Only for tests. The interpreter that really runs executions is tested with the whole system; here it is only asked.

type Execution = { name: string; input: unknown; status: string; redriveCount: number } & Partial<Said>;
type Said = { error: string; cause: string; redriveStatus: string; redriveStatusReason: string };

/** A stand-in for Step Functions: it remembers what was started and stopped, and says what a test tells it. */
export function useWorkflows() {
  const executions = new Map<string, Execution>();
  const state = { executions, failing: false };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const operation = String(request.headers["x-amz-target"]).split(".")[1] ?? "";
    const [status, body] = state.failing
      ? [503, { __type: "ServiceUnavailable" }]
      : answer(operation, JSON.parse(Buffer.concat(chunks).toString()));
    response.writeHead(status, { "content-type": "application/x-amz-json-1.0" }).end(JSON.stringify(body));
  });

  function answer(operation: string, input: Record<string, string>): [number, object] {
    if (operation === "StartExecution")
      return start(input.stateMachineArn ?? "", input.name ?? "", input.input ?? "{}");
    const execution = executions.get(input.executionArn ?? "");
    if (!execution) return [400, { __type: "ExecutionDoesNotExist" }];
    if (operation === "StopExecution") execution.status = "ABORTED";
    const ended = execution.status !== "RUNNING" && execution.status !== "SUCCEEDED";
    const redriveStatus = execution.redriveStatus ?? (ended ? "REDRIVABLE" : "NOT_REDRIVABLE");
    if (operation === "RedriveExecution") {
      if (redriveStatus !== "REDRIVABLE") return [400, { __type: "ExecutionNotRedrivable" }];
      execution.status = "RUNNING";
      execution.redriveCount += 1;
      return [200, { redriveDate: 0 }];
    }
    return [200, { executionArn: input.executionArn, ...execution, redriveStatus, startDate: 0, stopDate: 0 }];
  }

  function start(machine: string, name: string, input: string): [number, object] {
    const arn = `${machine.replace(":stateMachine:", ":execution:")}:${name}`;
    if (executions.has(arn)) return [400, { __type: "ExecutionAlreadyExists" }];
    executions.set(arn, { name, input: JSON.parse(input), status: "RUNNING", redriveCount: 0 });
    return [200, { executionArn: arn, startDate: 0 }];
  }

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    process.env.AWS_ENDPOINT_URL_SFN = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    state,
    /** The execution of an attempt, if it was started. */
    of: (runID: string, attempt = 1) => [...executions.values()].find((one) => one.name === `${runID}-${attempt}`),
  };
}
