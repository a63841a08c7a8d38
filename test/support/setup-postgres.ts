import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startPostgres } from "../../packages/local/src/postgres/index.ts";
import { temporaryFolder } from "./paths.ts";

const DATABASE = "atrium";
const PASSWORD = "only-for-tests";
/** As the program anywhere: what it may not do to its database, it may not do in a test. */
const PROGRAM = { username: "atrium_program", password: "program-only-for-tests" };
const AUTH_SECRET_ARN = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:test-auth-AbCdEf";
const ORIGIN_SECRET_ARN = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:test-origin-AbCdEf";
const WEBHOOK_SECRET_ARN = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:test-webhook-AbCdEf";
const OIDC_SECRET_ARN = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:test-oidc-AbCdEf";
const SECRET_ARN = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:test-database-AbCdEf";

/** One PostgreSQL for the whole run; each test makes a database of its own in it. */
export async function setup(project: TestProject) {
  const folder = temporaryFolder("postgres");
  try {
    const postgres = await startPostgres({
      dataDir: join(folder.path, "data"),
      databases: [DATABASE],
      password: PASSWORD,
    });
    const secrets = await startSecrets({
      [SECRET_ARN]: JSON.stringify(PROGRAM),
      [WEBHOOK_SECRET_ARN]: "keeps-the-secrets-of-webhooks-of-tests",
      [AUTH_SECRET_ARN]: "signs-the-cookies-of-tests-only",
      [OIDC_SECRET_ARN]: JSON.stringify({ corp: "known-to-both-of-the-test" }),
      [ORIGIN_SECRET_ARN]: "known-to-the-front-door-of-tests-only",
    });
    project.provide("postgres", {
      environment: {
        DATABASE_HOST: `${postgres.host}:${postgres.port}`,
        DATABASE_NAME: DATABASE,
        DATABASE_TLS: "off",
        DATABASE_SECRET_ARN: SECRET_ARN,
        TEST_DATABASE_PASSWORD: PASSWORD,
        TEST_DATABASE_PROGRAM: JSON.stringify(PROGRAM),
        AUTH_SECRET_ARN,
        ORIGIN_SECRET_ARN,
        OIDC_SECRET_ARN,
        WEBHOOK_SECRET_ARN,
        SOCKETS_URL: "ws://sockets.test/live",
        SITE_URL: "http://atrium.test",
        OBJECTS_BUCKET: "atrium-objects",
        IMPORT_STATE_MACHINE_ARN: "arn:aws:states:eu-west-1:123456789012:stateMachine:Import",
        EXECUTE_MACHINE_ARN: "arn:aws:states:eu-west-1:123456789012:stateMachine:Execute",
        PREDICT_MACHINE_ARN: "arn:aws:states:eu-west-1:123456789012:stateMachine:Predict",
        ANALYZE_MACHINE_ARN: "arn:aws:states:eu-west-1:123456789012:stateMachine:Analyze",
        TRANSCODE_MACHINE_ARN: "arn:aws:states:eu-west-1:123456789012:stateMachine:Transcode",
        FETCH_MACHINE_ARN: "arn:aws:states:eu-west-1:123456789012:stateMachine:Fetch",
        ANNOTATIONS_MACHINE_ARN: "arn:aws:states:eu-west-1:123456789012:stateMachine:Annotations",
        AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
        AWS_REGION: "eu-west-1",
        AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE",
        AWS_SECRET_ACCESS_KEY: "only-for-tests",
      },
    });
    return async () => {
      await secrets.stop();
      await postgres.stop();
      folder.remove();
    };
  } catch (error) {
    folder.remove();
    process.stderr.write(`PostgreSQL did not start: ${String(error)}\n`);
    project.provide("postgres", { failure: String(error) });
  }
}

/** As much of Secrets Manager as `GetSecretValue` takes. */
export async function startSecrets(values: Record<string, string>) {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { SecretId } = JSON.parse(Buffer.concat(chunks).toString() || "{}") as { SecretId?: string };
    const value = SecretId === undefined ? undefined : values[SecretId];
    const known = request.headers["x-amz-target"] === "secretsmanager.GetSecretValue" && value !== undefined;
    response.writeHead(known ? 200 : 400, { "content-type": "application/x-amz-json-1.1" });
    response.end(
      JSON.stringify(
        known ? { ARN: SecretId, Name: SecretId, SecretString: value } : { __type: "ResourceNotFoundException" },
      ),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
