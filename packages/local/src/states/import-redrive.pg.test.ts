import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Invoke } from "./lambda.ts";
import { begin, ended, useHosts } from "./testing-host.ts";

// The program's own workflow, as it is deployed.
type Resource = { type: string; inputs: { definition: string } };
const graph = JSON.parse(readFileSync(new URL("../../../../stacks/graph.json", import.meta.url), "utf8")) as Resource[];
const definition = graph.map(({ inputs }) => inputs.definition).find((text) => text?.includes("IngestSmall")) ?? "{}";

const { start } = await useHosts({ import: JSON.parse(definition) as object });
const input = { runId: "run_1", attempt: 1 };

/** Functions of which one fails for good until it is repaired. */
function functions(broken: string) {
  const state = { broken };
  const calls: { name: string; payload: unknown }[] = [];
  const invoke: Invoke = async (arn, payload) => {
    const name = ["Prepare", "Ingest", "Register", "Fail"].find((one) => arn.includes(one)) ?? arn;
    calls.push({ name, payload });
    if (name !== state.broken) return { payload: name === "Prepare" ? { engine: "lambda" } : null };
    return { payload: { errorType: "Permanent", errorMessage: "no" }, functionError: "Unhandled" };
  };
  const take = () => calls.splice(0);
  return { state, invoke, take };
}

test.each([
  ["Prepare", ["Prepare", "Ingest", "Register"]],
  ["Ingest", ["Ingest", "Register"]],
  ["Register", ["Register"]],
])("what failed in %s is continued there", async (broken, repeated) => {
  const { state, invoke, take } = functions(broken);
  const host = await start(invoke);
  const executionArn = await begin(host, "import", `broken-${broken}`, JSON.stringify(input));
  expect(await ended(host, executionArn)).toMatchObject({ status: "FAILED", redriveStatus: "REDRIVABLE" });
  expect(take().at(-1)).toMatchObject({ name: "Fail", payload: { ...input, redrives: 0 } });

  await host.call.RedriveExecution({ executionArn });
  expect(await ended(host, executionArn)).toMatchObject({ status: "FAILED", redriveCount: 1 });
  const again = take();
  expect(again.map(({ name }) => name)).toEqual([broken, "Fail"]);
  expect(again.at(-1)).toMatchObject({ payload: { redrives: 1, error: { Error: "Permanent" } } });

  state.broken = "";
  await host.call.RedriveExecution({ executionArn });
  expect(await ended(host, executionArn)).toMatchObject({ status: "SUCCEEDED", redriveCount: 2 });
  expect(take().map(({ name }) => name)).toEqual(repeated);
});

test("a failure that could not be written down is told as the one before the redrive", async () => {
  const { state, invoke, take } = functions("Ingest");
  let silent = true;
  const host = await start(async (arn, payload, options) =>
    silent && arn.includes("Fail") ? new Promise(() => undefined) : invoke(arn, payload, options),
  );
  const executionArn = await begin(host, "import", "untold", JSON.stringify(input));
  await expect.poll(() => take().map(({ name }) => name)).toContain("Ingest");
  await host.call.StopExecution({ executionArn });
  silent = false;
  state.broken = "";
  await host.call.RedriveExecution({ executionArn });
  expect(await ended(host, executionArn)).toMatchObject({ status: "SUCCEEDED", redriveCount: 1 });
  const [told, ...after] = take();
  expect(told).toMatchObject({ name: "Fail", payload: { redrives: 0 } });
  expect(after.map(({ name }) => name)).toEqual(["Ingest", "Register"]);
});
