import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { loadProviders, writeJson } from "./index.ts";

it("keeps the secrets of providers apart from what the program is told of them", async () => {
  const folder = await mkdtemp(join(tmpdir(), "atrium-providers-"));
  try {
    const path = join(folder, "oidc.json");
    expect(await loadProviders(path)).toEqual({ providers: "[]", secrets: "{}" });
    const told = { id: "corp", name: "Corp", issuer: "https://login.example.org", clientId: "atrium" };
    await writeJson(path, [{ ...told, clientSecret: "known to both" }]);
    const { providers, secrets } = await loadProviders(path);
    expect(JSON.parse(providers)).toEqual([told]);
    expect(JSON.parse(secrets)).toEqual({ corp: "known to both" });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
