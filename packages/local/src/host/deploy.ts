import type { Graph } from "../graph/index.ts";
import { readJson, type Settings, writeJson } from "../home/index.ts";
import type { AwsOptions } from "../router/index.ts";

type Invoke = AwsOptions["invoke"];
/** `mailbox` is the page with what was mailed; its address is another after every start. */
export type Credentials = { url: string; mailbox: string; email: string; password: string; apiKey: string };

const API_KEY_NAME = "First start";

/** Calls what a deployment calls: the migrations. */
export async function deploy(graph: Graph, invoke: Invoke): Promise<void> {
  for (const { inputs } of graph.all("aws:lambda/invocation:Invocation")) {
    await must(invoke, inputs.functionName, JSON.parse(inputs.input));
  }
}

/**
 * Makes the first administrator and writes down how to sign in. The password was kept before, and a key that a crash
 * lost is made anew, so that at any moment either nothing or everything can be read from the file.
 */
export async function ensureAdministrator({
  graph,
  invoke,
  path,
  administrator,
  url,
  mailbox,
}: {
  graph: Graph;
  invoke: Invoke;
  path: string;
  administrator: Settings["administrator"];
  url: string;
  mailbox: string;
}): Promise<Credentials> {
  const known = await readJson<Credentials>(path);
  if (known) {
    const now = { ...known, url, mailbox };
    if (known.url !== url || known.mailbox !== mailbox) await writeJson(path, now);
    return now;
  }
  const { functionName } = graph.one("aws:lambda/invocation:Invocation").inputs;
  const request = { mode: "administrator", ...administrator, name: "Administrator", apiKeyName: API_KEY_NAME };
  const { apiKey } = (await must(invoke, functionName, request)) as { apiKey?: string };
  if (!apiKey)
    throw new Error("The administrator exists but its API key is lost: make one on the site, under API keys.");
  const credentials = { url, mailbox, ...administrator, apiKey };
  await writeJson(path, credentials);
  return credentials;
}

async function must(invoke: Invoke, functionName: string, payload: unknown): Promise<unknown> {
  const { payload: answer, functionError } = await invoke(functionName, payload, {});
  if (!functionError) return answer;
  const { errorType, errorMessage } = answer as { errorType?: string; errorMessage?: string };
  throw new Error(`${functionName}: ${errorType}: ${errorMessage}`);
}
