import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { must } from "../util/index.ts";

const TIMEOUT_MS = 5_000;
const client = new SecretsManagerClient({ maxAttempts: 4 });
const known = new Map<string, Promise<string>>();

/** A secret's string, fetched once per process. A failed fetch is not remembered. */
export function secret(arn: string): Promise<string> {
  const cached = known.get(arn);
  if (cached) return cached;
  const fetching = fetchSecret(arn).catch((error: unknown) => {
    known.delete(arn);
    throw error;
  });
  known.set(arn, fetching);
  return fetching;
}

async function fetchSecret(arn: string): Promise<string> {
  const answer = await client.send(new GetSecretValueCommand({ SecretId: arn }), {
    abortSignal: AbortSignal.timeout(TIMEOUT_MS),
  });
  return must(answer.SecretString, `secret ${arn}`);
}
