import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { ProviderSettings } from "./testing-provider.ts";

// Only for tests.

const started: ChildProcess[] = [];

/** Another OpenID Connect provider; its issuer. */
export async function startProvider(redirectURI: string, people: ProviderSettings["people"]): Promise<string> {
  const script = fileURLToPath(new URL("./testing-provider.ts", import.meta.url));
  const settings = JSON.stringify({ redirectURI, people } satisfies ProviderSettings);
  const child = spawn(process.execPath, [script, settings], { stdio: ["ignore", "pipe", "ignore"] });
  started.push(child);
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return line.toString().trim();
}

export function stopProviders(): void {
  for (const child of started) child.kill();
}
