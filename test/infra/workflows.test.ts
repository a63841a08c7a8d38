import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import validate from "asl-validator";
import jsonata from "jsonata";
import { describe, expect, it } from "vitest";
import { lambdas, root, some } from "./graph.ts";
import { roles } from "./policies.ts";

type State = {
  Type: string;
  Next?: string;
  Resource?: string;
  TimeoutSeconds?: number;
  Retry?: { MaxAttempts: number; JitterStrategy: string; BackoffRate: number }[];
  Catch?: { ErrorEquals: string[]; Next: string }[];
  Choices?: { Condition: string; Next: string }[];
  Arguments?: { FunctionName?: string; JobQueue?: string; JobDefinition?: string; ContainerProperties?: object };
};
type Definition = { TimeoutSeconds: number; States: Record<string, State> };

const machines = some<{ definition: string; loggingConfiguration: object }>("aws:sfn/stateMachine:StateMachine").map(
  ({ name, inputs }) => ({ name, inputs, definition: JSON.parse(inputs.definition) as Definition }),
);

describe.each(machines)("$name", ({ inputs, definition }) => {
  const states = Object.entries(definition.States).map(([name, state]) => ({ name, ...state }));
  const tasks = states.filter(({ Type }) => Type === "Task");

  it("is valid Amazon States Language", () => {
    expect(validate(definition)).toMatchObject({ isValid: true, errors: [] });
  });

  it("logs errors, without the data", () => {
    expect(inputs.loggingConfiguration).toMatchObject({ level: "ERROR", includeExecutionData: false });
  });

  it.each(tasks)("$name ends by itself and is retried a limited number of times, further and further apart", (task) => {
    expect(task.TimeoutSeconds).toBeGreaterThan(0);
    for (const retry of task.Retry ?? []) {
      expect(retry.MaxAttempts).toBeLessThanOrEqual(5);
      expect(retry).toMatchObject({ JitterStrategy: "FULL", BackoffRate: 2 });
    }
    expect(task.Retry?.length).toBeGreaterThan(0);
  });

  it.each(tasks.filter(({ name }) => name !== "RecordFailure"))("whatever $name throws ends up on the run", (task) => {
    expect(task.Catch?.at(-1)).toMatchObject({ ErrorEquals: ["States.ALL"], Next: "RecordFailure" });
  });

  // Calls of Batch name what is made while it runs.
  it.each(tasks.filter(({ Resource }) => !Resource?.includes(":aws-sdk:")))(
    "$name works on what exists",
    ({ Arguments }) => {
      const known = [
        ...lambdas.map(({ arn }) => arn),
        ...some("aws:batch/jobQueue:JobQueue").map(({ arn }) => arn),
        ...some("aws:batch/jobDefinition:JobDefinition").map(({ arn }) => arn),
        ...some<{ name?: string }>("aws:batch/jobDefinition:JobDefinition").map(({ inputs }) => inputs.name),
      ];
      const used = [Arguments?.FunctionName, Arguments?.JobQueue, Arguments?.JobDefinition].filter(Boolean);
      expect(used.length).toBeGreaterThan(0);
      expect(known).toEqual(expect.arrayContaining(used));
    },
  );

  it.each(tasks)("$name waits longer than its function may take", ({ Arguments, TimeoutSeconds }) => {
    const called = lambdas.find(({ arn }) => arn === Arguments?.FunctionName);
    expect(TimeoutSeconds).toBeGreaterThan(called?.inputs.timeout ?? 0);
  });
});

describe("choices of the import", () => {
  const states = machines.find(({ name }) => name === "Import")?.definition.States ?? {};

  /** The state that a choice goes to, by evaluating its conditions as Step Functions does. */
  async function choose(state: string, bindings: object): Promise<string | undefined> {
    const { Choices = [], ...rest } = states[state] as State & { Default?: string };
    for (const { Condition, Next } of Choices)
      if (await jsonata(Condition.slice(2, -2)).evaluate({}, { ...bindings })) return Next;
    return rest.Default;
  }

  it.each([
    ["lambda", "IngestSmall"],
    ["batch", "IngestLarge"],
  ])("engine %s goes to %s", async (engine, next) => {
    expect(await choose("ChooseEngine", { engine })).toBe(next);
  });

  const redriven = (RedriveCount: number) => ({ context: { Execution: { RedriveCount } } });

  it.each([
    ["nobody redrove it, so that it ends here", "Register", 0, 0, undefined],
    ["in its first stage", "Prepare", 1, 0, "Prepare"],
    ["while it ingested: the engine is chosen again", "Ingest", 1, 0, "ChooseEngine"],
    ["in its last stage, a second time", "Register", 2, 1, "Register"],
    ["a second time, and not redriven since", "Register", 1, 1, undefined],
  ])("a run that failed: %s", async (_case, stage, now, redrives, next) => {
    expect(await choose("Failed", { states: redriven(now), stage, redrives })).toBe(next);
  });

  const failed = (exitCode: number | undefined) =>
    JSON.stringify({ JobName: "run_1-1", Status: "FAILED", Container: { ExitCode: exitCode, Reason: "" } });

  it.each([
    ["exit 65, first try", failed(65), 1, "RecordFailure"],
    ["exit 1, first try", failed(1), 1, "WaitForJob"],
    ["exit 1, second try", failed(1), 2, "RecordFailure"],
    ["exit 137, killed", failed(137), 1, "WaitForJob"],
    ["exit 6, which 65 begins with", failed(6), 1, "WaitForJob"],
    ["never started, no exit code", failed(undefined), 1, "WaitForJob"],
    ["a cause that is no JSON", "Host EC2 terminated", 1, "WaitForJob"],
  ])("a job that failed: %s", async (_case, Cause, jobTries, next) => {
    expect(await choose("JudgeJob", { error: { Error: "States.TaskFailed", Cause }, jobTries })).toBe(next);
  });
});

it("code whose run is continued gets a new token, and what it left is only registered again", () => {
  const { Failed } = machines.find(({ name }) => name === "Execute")?.definition.States ?? {};
  expect(Failed?.Choices?.map(({ Next }) => Next)).toEqual(["Prepare", "Prepare", "Register"]);
});

describe("jobs", () => {
  const jobs = some<{ containerProperties: string; timeout: object; retryStrategy: object }>(
    "aws:batch/jobDefinition:JobDefinition",
  ).map(({ name, inputs }) => ({ name, ...inputs, container: JSON.parse(inputs.containerProperties) }));

  it.each(jobs)("$name ends by itself and is retried by the workflow alone", ({ timeout, retryStrategy }) => {
    expect(timeout).toEqual({ attemptDurationSeconds: expect.any(Number) });
    expect(retryStrategy).toEqual({ attempts: 1 });
  });

  it.each(jobs)("$name has no public address and a log that forgets", ({ container }) => {
    expect(container.networkConfiguration).toEqual({ assignPublicIp: "DISABLED" });
    const groups = some<{ name: string; retentionInDays: number }>("aws:cloudwatch/logGroup:LogGroup");
    const group = groups.find(({ inputs }) => inputs.name === container.logConfiguration.options["awslogs-group"]);
    expect(group?.inputs.retentionInDays).toBeGreaterThan(0);
  });

  it.each(some<{ tags: string[]; dockerfile: { location: string } }>("docker-build:index:Image"))(
    "$name is built from a job of this repository and run by one",
    ({ inputs }) => {
      expect(existsSync(path.join(root, inputs.dockerfile.location))).toBe(true);
      expect(existsSync(path.join(root, path.dirname(inputs.dockerfile.location), "src/main.ts"))).toBe(true);
      expect(jobs.map(({ container }) => container.image)).toEqual(expect.arrayContaining(inputs.tags));
    },
  );

  it.each(some<{ dockerfile: { location: string } }>("docker-build:index:Image"))(
    "$name copies and starts what exists",
    ({ inputs }) => {
      const lines = readFileSync(path.join(root, inputs.dockerfile.location), "utf8").split("\n");
      const copied = lines.flatMap((line) => /^COPY (?!--from)(.+) \S+$/.exec(line)?.[1]?.split(" ") ?? []);
      const command = lines.flatMap((line) => /^ENTRYPOINT (.+)$/.exec(line)?.[1] ?? []);
      const [program, script] = JSON.parse(command[0] ?? "[]") as string[];
      expect(program).toBe("node");
      expect(copied.length).toBeGreaterThan(3);
      expect([...copied, script ?? ""].filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
    },
  );

  it("user code has an environment, a queue and a network of its own, and no role that could give it credentials", () => {
    const runner = jobs.find(({ name }) => name.endsWith("-runner"))?.container;
    expect(runner).not.toHaveProperty("jobRoleArn");
    const named = (runner.environment as { name: string }[]).map(({ name }) => name);
    expect(named.sort()).toEqual(["API_URL", "ATRIUM_SANDBOX"]);
    const execute = machines.find(({ name }) => name === "Execute")?.definition.States.Execute?.Arguments;
    const queues = some<{ computeEnvironmentOrders: { computeEnvironment: string }[] }>("aws:batch/jobQueue:JobQueue");
    const queue = queues.find(({ arn }) => arn === execute?.JobQueue);
    expect(queue?.name).toBe("UserQueue");
    type Environment = { computeResources: { securityGroupIds: string[] } };
    const environments = some<Environment>("aws:batch/computeEnvironment:ComputeEnvironment");
    const [groups, others] = [true, false].map((own) =>
      environments
        .filter(({ arn }) => (arn === queue?.inputs.computeEnvironmentOrders[0]?.computeEnvironment) === own)
        .flatMap(({ inputs }) => inputs.computeResources.securityGroupIds),
    );
    expect(groups).toHaveLength(1);
    expect(others).not.toEqual(expect.arrayContaining(groups ?? []));
    const out = some<{ securityGroupId: string; fromPort: number }>(
      "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
    );
    expect(
      out.filter(({ inputs }) => inputs.securityGroupId === groups?.[0]).map(({ inputs }) => inputs.fromPort),
    ).toEqual([443]);
  });

  it("an image of one's own is run with the network of user code, without a role, and told of its address alone", () => {
    const image = jobs.find(({ name }) => name.endsWith("-image"))?.container;
    expect(image).not.toHaveProperty("jobRoleArn");
    expect((image.environment as { name: string }[]).map(({ name }) => name)).toEqual(["ATRIUM_URL"]);
    const states = machines.find(({ name }) => name === "Analyze")?.definition.States;
    expect(Object.keys(states?.Define?.Arguments?.ContainerProperties ?? {})).not.toContain("JobRoleArn");
    const passing = roles
      .flatMap(({ statements }) => statements)
      .filter(({ actions }) => actions.includes("iam:PassRole"));
    expect(passing).toEqual([
      expect.objectContaining({
        resources: [image.executionRoleArn],
        conditions: { StringEquals: { "iam:PassedToService": ["ecs-tasks.amazonaws.com"] } },
      }),
    ]);
  });

  it.each(jobs)("$name says nothing of a command: the image's own counts", ({ container }) => {
    expect(container.command ?? []).toEqual([]);
  });
});
