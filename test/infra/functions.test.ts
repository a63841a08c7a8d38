import { describe, expect, it } from "vitest";
import { handlerProblem } from "../../scripts/synth/handler.ts";
import { lambdas, root, shortName, some } from "./graph.ts";
import { roles } from "./policies.ts";

const DATABASE = ["DATABASE_HOST", "DATABASE_NAME", "DATABASE_POOL", "DATABASE_SECRET_ARN", "DATABASE_TLS"];
const RUNTIME = ["NODE_EXTRA_CA_CERTS"];
const DOOR = ["AUTH_SECRET_ARN", "ORIGIN_SECRET_ARN"];

/** Whatever changes something pokes the relay. */
const POKE = ["RELAY_QUEUE_URL"];
const MAIL = ["MAIL_FROM"];
const SIGN_IN = ["OIDC_PROVIDERS", "SIGN_UP"];
const WEBHOOKS = ["WEBHOOK_HOSTS", "WEBHOOK_SECRET_ARN"];

/** What each function is configured by, besides the runtime's own. */
const ENVIRONMENT: Record<string, string[]> = {
  AnnotationsPrepare: [...DATABASE, ...POKE, "OBJECTS_BUCKET"],
  AnnotationsRegister: [...DATABASE, ...POKE, "OBJECTS_BUCKET"],
  AnnotationsWork: [...DATABASE, ...POKE, "OBJECTS_BUCKET"],
  Api: [
    ...DATABASE,
    ...DOOR,
    ...POKE,
    ...MAIL,
    ...SIGN_IN,
    ...WEBHOOKS,
    "ANALYZE_MACHINE_ARN",
    "ANNOTATIONS_MACHINE_ARN",
    "EXECUTE_MACHINE_ARN",
    "FETCH_MACHINE_ARN",
    "IMPORT_HOSTS",
    "IMPORT_STATE_MACHINE_ARN",
    "OBJECTS_BUCKET",
    "PREDICT_MACHINE_ARN",
    "RATE_LIMITS",
    "SOCKETS_URL",
    "TRANSCODE_MACHINE_ARN",
  ],
  AnalyzeFinish: [...DATABASE, ...POKE, "OBJECTS_BUCKET"],
  AnalyzeGive: [...DATABASE, ...POKE, "OBJECTS_BUCKET"],
  AnalyzePrepare: [...DATABASE, ...POKE, "OBJECTS_BUCKET"],
  AnalyzeTake: [...DATABASE, ...POKE, "OBJECTS_BUCKET"],
  Auth: [...DATABASE, ...DOOR, ...POKE, ...MAIL, ...SIGN_IN, "OIDC_SECRET_ARN", "PROVE_ADDRESSES"],
  ExecutePrepare: [...DATABASE, ...POKE, "OBJECTS_BUCKET"],
  ExecuteRegister: [...DATABASE, ...POKE, "OBJECTS_BUCKET"],
  Frames: [...DATABASE, ...DOOR, "FFMPEG", "OBJECTS_BUCKET", "RATE_LIMITS"],
  FetchRegister: [...DATABASE, ...POKE, "OBJECTS_BUCKET"],
  ImportIngest: [...DATABASE, ...POKE, "OBJECTS_BUCKET"],
  ImportPrepare: [...DATABASE, ...POKE, "OBJECTS_BUCKET"],
  ImportRegister: [...DATABASE, ...POKE, "OBJECTS_BUCKET"],
  Migrator: [...DATABASE, "PROGRAM_SECRET_ARN"],
  PredictPrepare: [...DATABASE, ...POKE, "OBJECTS_BUCKET"],
  PredictRegister: [...DATABASE, ...POKE, "OBJECTS_BUCKET"],
  PredictScore: [...DATABASE, ...POKE, "OBJECTS_BUCKET"],
  Relay: [...DATABASE, ...POKE, ...MAIL, ...WEBHOOKS, "SITE_URL", "SOCKETS_ENDPOINT"],
  RunFail: [...DATABASE, ...POKE, "OBJECTS_BUCKET"],
  Sockets: [...DATABASE, "SOCKETS_ENDPOINT"],
  Scores: [...DATABASE, ...DOOR, "OBJECTS_BUCKET", "RATE_LIMITS"],
  Sweeper: [
    ...DATABASE,
    ...POKE,
    "ANALYZE_MACHINE_ARN",
    "ANNOTATIONS_MACHINE_ARN",
    "EXECUTE_MACHINE_ARN",
    "FETCH_MACHINE_ARN",
    "IMPORT_STATE_MACHINE_ARN",
    "OBJECTS_BUCKET",
    "PREDICT_MACHINE_ARN",
    "TRANSCODE_MACHINE_ARN",
  ],
  TranscodePlan: [...DATABASE, ...POKE, "OBJECTS_BUCKET"],
  TranscodePrepare: [...DATABASE, ...POKE, "OBJECTS_BUCKET"],
  TranscodeRegister: [...DATABASE, ...POKE, "OBJECTS_BUCKET"],
  Tables: [...DATABASE, ...DOOR, "OBJECTS_BUCKET", "RATE_LIMITS"],
};

const functions = lambdas.map((lambda) => ({ ...lambda.inputs, name: shortName(lambda) }));
const statementsOf = (role: string) => roles.find(({ arn }) => arn === role)?.statements ?? [];

describe.each(functions)("$name", ({ name, handler, timeout, memorySize, loggingConfig, environment, role }) => {
  const { variables } = environment;
  const resourcesFor = (action: string) =>
    statementsOf(role)
      .filter(({ actions }) => actions.includes(action))
      .flatMap(({ resources }) => resources);

  it("has a source that exports its handler", async () => {
    expect(await handlerProblem(root, handler)).toBeUndefined();
  });

  it("ends by itself and has its memory chosen", () => {
    expect(timeout).toBeGreaterThan(0);
    expect(timeout).toBeLessThanOrEqual(900);
    expect(memorySize).toBeGreaterThanOrEqual(512);
  });

  it("writes to a log group that forgets", () => {
    const group = some<{ name: string; retentionInDays?: number }>("aws:cloudwatch/logGroup:LogGroup").find(
      ({ inputs }) => inputs.name === loggingConfig.logGroup,
    );
    expect(group?.inputs.retentionInDays).toBeGreaterThan(0);
  });

  it("has the environment it needs and no more", () => {
    expect(Object.keys(variables).sort()).toEqual([...RUNTIME, ...(ENVIRONMENT[name] ?? [])].sort());
  });

  it("may read exactly the secrets it is told of", () => {
    const told = Object.entries(variables).filter(([key]) => key.endsWith("_SECRET_ARN"));
    expect(resourcesFor("secretsmanager:GetSecretValue").sort()).toEqual(told.map(([, arn]) => arn).sort());
  });

  it("connects as the owner of the schema only to migrate it", () => {
    const migrator = functions.find((one) => one.name === "Migrator")?.environment.variables;
    const program = migrator?.PROGRAM_SECRET_ARN;
    expect(program).toMatch(/ProgramSecret/);
    expect(variables.DATABASE_SECRET_ARN === program).toBe(name !== "Migrator");
  });

  it("may wake the relay exactly when it is told of its queue", () => {
    expect(resourcesFor("sqs:SendMessage")).toHaveLength(variables.RELAY_QUEUE_URL === undefined ? 0 : 1);
  });

  it("may start the workflow exactly when it is told of it", () => {
    const told = Object.entries(variables).filter(([key]) => key.endsWith("_MACHINE_ARN"));
    expect(resourcesFor("states:StartExecution").sort()).toEqual(told.map(([, arn]) => arn).sort());
  });

  it("touches objects only when it is told of the bucket", () => {
    const bucket = variables.OBJECTS_BUCKET;
    const touched = statementsOf(role).flatMap(({ resources }) =>
      resources.filter((arn) => arn.startsWith("arn:aws:s3:")),
    );
    expect(touched.length > 0).toBe(bucket !== undefined);
    expect(touched.filter((arn) => !arn.startsWith(`arn:aws:s3:::${bucket}`))).toEqual([]);
  });

  it("talks to the database over TLS", () => {
    expect(variables.DATABASE_TLS).toBe("require");
  });
});

it("gives the HTTP API's functions less time than it waits for them", () => {
  const HTTP_API_SECONDS = 30;
  const behind = functions.filter(({ name }) => ["Api", "Auth", "Scores"].includes(name));
  expect(behind.map(({ timeout }) => timeout < HTTP_API_SECONDS)).toEqual([true, true, true]);
});
