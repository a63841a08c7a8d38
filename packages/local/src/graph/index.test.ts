import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { awsResources } from "../host/aws-options.ts";
import { localise, RANDOM_PLACEHOLDER } from "../host/localise.ts";
import { bucketsOf } from "../host/objects.ts";
import { functionEntries, functionSpecs } from "./functions.ts";
import { Graph } from "./index.ts";

const root = fileURLToPath(new URL("../../../..", import.meta.url));
const program = await Graph.read(fileURLToPath(new URL("../../../../stacks/graph.json", import.meta.url)));
const settings = {
  credentials: { accessKeyId: "AKIA", secretAccessKey: "secret" },
  administrator: { email: "a@b", password: "p" },
  mailboxToken: "m",
  randoms: Object.fromEntries(program.mentions(RANDOM_PLACEHOLDER).map((name, index) => [name, `random-${index}`])),
};
const here = {
  settings,
  database: "127.0.0.1:5555",
  objects: "http://127.0.0.1:9000",
  aws: "http://127.0.0.1:9001",
  sites: ["http://127.0.0.1:3000", "http://localhost:3000"],
  region: "eu-west-1",
};
const local = localise(program, here);

it("gives every function of the program a bundle, its limits and the environment of this machine", () => {
  const specs = functionSpecs(
    local,
    root,
    "/bundles",
    { AWS_ENDPOINT_URL: "http://aws" },
    { DATABASE_TLS: "off", SIGN_UP: "open" },
  );
  expect(functionEntries(local, root).map(({ name }) => name)).toContain("Api");
  const api = specs.find(({ name }) => name === "Api");
  expect(api).toMatchObject({ bundle: "/bundles/Api", handler: "index.handler", memoryMiB: 1024, timeoutSeconds: 29 });
  expect(api?.environment).toMatchObject({
    DATABASE_HOST: "127.0.0.1:5555",
    DATABASE_TLS: "off",
    SIGN_UP: "open",
    AWS_ENDPOINT_URL: "http://aws",
  });
  // A setting is replaced where the program makes it, and nowhere else.
  expect(specs.find(({ name }) => name === "Migrator")?.environment.SIGN_UP).toBeUndefined();
  expect(JSON.stringify(specs)).not.toContain("/var/runtime");
});

it("uses one secret wherever the program means the same", () => {
  const { secrets } = awsResources(local, {});
  const origin = secrets.find(({ name }) => name.includes("OriginSecret"));
  const [header] = local
    .one("aws:cloudfront/distribution:Distribution")
    .inputs.origins.flatMap(({ customHeaders = [] }) => customHeaders);
  expect(origin?.value).toMatch(/^random-\d$/);
  expect(header?.value).toBe(origin?.value);
  const database = secrets.find(({ name }) => name.includes("Database"));
  expect(JSON.parse(database?.value ?? "")).toEqual({
    username: "atrium",
    password: local.one("aws:rds/cluster:Cluster").inputs.masterPassword,
  });
});

it("leaves nothing in the graph that only AWS could answer", () => {
  expect(local.mentions(/\{random:|cluster\.mock|cloudfront\.net|s3\.eu-west-1\.amazonaws\.com/g)).toEqual([]);
});

it("lets every name of the site talk to the objects", () => {
  const objects = bucketsOf(local).find(({ cors }) => cors);
  expect(objects).toMatchObject({ abortIncompleteDays: 7 });
  expect(objects?.cors?.[0]).toMatchObject({
    allowedOrigins: here.sites,
    exposeHeaders: expect.arrayContaining(["ETag"]),
  });
});

it("hosts the workflows, the jobs and the schedule under the names that the program calls them by", () => {
  const { stateMachines, jobDefinitions, jobQueues, schedules } = awsResources(local, { DATABASE_TLS: "off" });
  const api = local.all("aws:lambda/function:Function").find(({ name }) => name === "ApiFunction");
  const importing = stateMachines.find(
    ({ arn }) => arn === api?.inputs.environment?.variables?.IMPORT_STATE_MACHINE_ARN,
  );
  const platform = jobQueues.find(({ name }) => name.endsWith("PlatformQueue"));
  expect(importing?.definition).toContain(must(platform).arn);
  const ingest = jobDefinitions.find(({ container }) => /\/atrium\/ingest:/.test(container.image));
  expect(ingest).toMatchObject({ timeoutSeconds: 21_600 });
  expect(ingest?.container.environment).toContainEqual({ name: "DATABASE_TLS", value: "off" });
  expect(schedules).toMatchObject([{ expression: "rate(1 minute)", input: "{}" }]);
});

function must<T>(value: T | undefined): T {
  expect(value).toBeDefined();
  return value as T;
}
