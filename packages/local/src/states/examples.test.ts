import { expect, test } from "vitest";
import type { Invoke } from "./lambda.ts";
import { execute } from "./testing.ts";

// Programs after the published examples of Step Functions, in JSONata.
const fn = (name: string) => `arn:aws:lambda:us-east-1:123456789012:function:${name}`;

const poller = {
  StartAt: "Submit Job",
  States: {
    "Submit Job": {
      Type: "Task",
      Resource: fn("submit"),
      Assign: { guid: "{% $states.result.guid %}" },
      Next: "Wait X Seconds",
    },
    "Wait X Seconds": { Type: "Wait", Seconds: 30, Next: "Get Job Status" },
    "Get Job Status": {
      Type: "Task",
      Resource: fn("check"),
      Arguments: { guid: "{% $guid %}" },
      Retry: [{ ErrorEquals: ["States.ALL"], IntervalSeconds: 1, MaxAttempts: 3, BackoffRate: 2 }],
      Next: "Job Complete?",
    },
    "Job Complete?": {
      Type: "Choice",
      Choices: [
        { Condition: "{% $states.input = 'FAILED' %}", Next: "Job Failed" },
        { Condition: "{% $states.input = 'SUCCEEDED' %}", Next: "Final" },
      ],
      Default: "Wait X Seconds",
    },
    "Job Failed": { Type: "Fail", Cause: "AWS Batch Job Failed", Error: "DescribeJob returned FAILED" },
    Final: { Type: "Pass", Output: { guid: "{% $guid %}", status: "{% $states.input %}" }, End: true },
  },
};

test.each(["SUCCEEDED", "FAILED"])("job poller, of a job that has %s at the third look", async (last) => {
  let looks = 0;
  const invoke: Invoke = async (name) => {
    if (name === fn("submit")) return { payload: { guid: "job-1" } };
    looks += 1;
    return { payload: looks < 3 ? "RUNNING" : last };
  };
  const outcome = await execute(poller, {}, { invoke });
  expect(outcome.slept).toEqual([30_000, 30_000, 30_000]);
  expect(outcome).toMatchObject(
    last === "SUCCEEDED"
      ? { status: "SUCCEEDED", output: { guid: "job-1", status: "SUCCEEDED" } }
      : { status: "FAILED", error: "DescribeJob returned FAILED" },
  );
});

test("Map over the parcels of a shipment, each with its courier", async () => {
  const validate = {
    StartAt: "Validate",
    States: {
      Validate: {
        Type: "Task",
        Resource: "arn:aws:states:::lambda:invoke",
        Arguments: { FunctionName: fn("ship-val"), Payload: "{% $states.input %}" },
        Output: "{% $states.result.Payload %}",
        End: true,
      },
    },
  };
  const outcome = await execute(
    {
      StartAt: "Validate-All",
      States: {
        "Validate-All": {
          Type: "Map",
          Items: "{% $states.input.detail.shipped %}",
          MaxConcurrency: 0,
          ItemSelector: {
            parcel: "{% $states.context.Map.Item.Value %}",
            courier: "{% $states.input.detail.'delivery-partner' %}",
          },
          ItemProcessor: validate,
          Output: { detail: { shipped: "{% $states.result %}" } },
          End: true,
        },
      },
    },
    { detail: { "delivery-partner": "UQS", shipped: [{ prod: "R31" }, { prod: "S39" }] } },
  );
  const shipped = [
    { parcel: { prod: "R31" }, courier: "UQS" },
    { parcel: { prod: "S39" }, courier: "UQS" },
  ];
  expect(outcome.output).toEqual({ detail: { shipped } });
});

test("Choice by type and rating, with variables", async () => {
  const choice = {
    StartAt: "DispatchEvent",
    States: {
      DispatchEvent: {
        Type: "Choice",
        Choices: [
          { Condition: "{% $not($states.input.type = 'Private') %}", Next: "Public" },
          { Condition: "{% $states.input.value >= 20 and $states.input.value < 30 %}", Next: "Twenties" },
        ],
        Default: "Record",
      },
      Public: { Type: "Succeed", Output: "{% 'public' %}" },
      Twenties: { Type: "Succeed", Output: "{% 'twenties' %}" },
      Record: { Type: "Succeed", Output: "{% 'record' %}" },
    },
  };
  const run = async (input: { type: string; value: number }) => (await execute(choice, input)).output;
  expect(await run({ type: "Other", value: 22 })).toBe("public");
  expect(await run({ type: "Private", value: 22 })).toBe("twenties");
  expect(await run({ type: "Private", value: 102 })).toBe("record");
});

test("a branch that fails fails the Parallel, whose Retry runs all of it again", async () => {
  let tries = 0;
  const invoke: Invoke = async (name) => {
    if (name === fn("good")) return { payload: "good" };
    tries += 1;
    if (tries < 3) return { payload: { errorType: "Transient" }, functionError: "Unhandled" };
    return { payload: "at last" };
  };
  const branch = (name: string) => ({
    StartAt: name,
    States: { [name]: { Type: "Task", Resource: fn(name), End: true } },
  });
  const outcome = await execute(
    {
      StartAt: "Both",
      States: {
        Both: {
          Type: "Parallel",
          Branches: [branch("good"), branch("bad")],
          Retry: [{ ErrorEquals: ["Transient"], IntervalSeconds: 3, BackoffRate: 1 }],
          End: true,
        },
      },
    },
    null,
    { invoke },
  );
  expect(outcome).toMatchObject({ status: "SUCCEEDED", output: ["good", "at last"], slept: [3_000, 3_000] });
});
