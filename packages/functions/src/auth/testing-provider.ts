/** An OpenID Connect provider in a process of its own, for tests: `node testing-provider.ts '<json>'` says its issuer. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";

export type Person = { email?: string; email_verified?: boolean; name?: string };
export type ProviderSettings = { redirectURI: string; people: Record<string, Person> };

const { redirectURI, people } = JSON.parse(process.argv[2] ?? "") as ProviderSettings;

const server = createServer();
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const provider = new Provider(issuer, {
  clients: [{ client_id: "atrium", client_secret: "known-to-both-of-the-test", redirect_uris: [redirectURI] }],
  cookies: { keys: ["of-a-test"] },
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
  pkce: { required: () => true },
  findAccount: (_, id) => (people[id] ? { accountId: id, claims: () => ({ sub: id, ...people[id] }) } : undefined),
});
server.on("request", provider.callback());
process.stdout.write(`${issuer}\n`);
