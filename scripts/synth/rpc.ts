import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { handlerProblem } from "./handler.ts";
import { versionProblems } from "./installed.ts";
import { root, synthesis } from "./paths.ts";

type Build = { functionID?: string; handler?: string; properties?: { install?: Record<string, string> } };
type Call = { method: string; params: [Build] };

/** Answers what SST's components ask of the `sst` command while they are evaluated. */
export async function startRpc() {
  const problems = new Set<string>();

  const methods: Record<string, (input: Build) => unknown> = {
    "Provider.Aws.Bootstrap": () => ({
      asset: "sst-asset-main",
      assetEcrRegistryId: "123456789012",
      assetEcrUrl: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/sst-asset",
      state: "sst-state-main",
    }),
    "Runtime.Build": async ({ functionID = "", handler = "", properties }) => {
      const installed = properties?.install ?? {};
      const problem = await handlerProblem(root, handler, Object.keys(installed));
      for (const said of [problem, ...versionProblems(root, installed)]) if (said) problems.add(said);
      return { handler, out: emptyBundle(functionID), errors: [], sourcemaps: [] };
    },
  };

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method, params } = JSON.parse(Buffer.concat(chunks).toString()) as Call;
    const answer = methods[method];
    response.end(JSON.stringify(answer ? { result: await answer(params[0]) } : { error: `rpc: can't find ${method}` }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, problems, stop: () => server.close() };
}

/** A folder to zip: the graph names sources, so what is in the archive does not matter but must not change. */
function emptyBundle(functionID: string): string {
  const folder = path.join(synthesis, "bundle", functionID);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "bundle.mjs"), "");
  return folder;
}
