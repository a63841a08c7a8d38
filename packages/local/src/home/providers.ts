import { readJson } from "./json-file.ts";

type Provider = { id: string; clientSecret: string; [setting: string]: unknown };

/** OpenID Connect providers that somebody wrote into the home folder: what the program is told, and what lies in the secret store. */
export async function loadProviders(path: string): Promise<{ providers: string; secrets: string }> {
  const configured = (await readJson<Provider[]>(path)) ?? [];
  return {
    providers: JSON.stringify(configured.map(({ clientSecret: _, ...told }) => told)),
    secrets: JSON.stringify(Object.fromEntries(configured.map(({ id, clientSecret }) => [id, clientSecret]))),
  };
}
