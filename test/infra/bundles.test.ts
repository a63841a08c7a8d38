/** What a cold start has to load: the code of each function as it is deployed, without its maps. */
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bundle } from "../../packages/local/src/bundle/index.ts";
import { bytesOfBundle } from "../support/bundle.ts";
import { temporaryFolder } from "../support/paths.ts";
import { lambdas, root, shortName } from "./graph.ts";

const BUDGET_BYTES = 2_000_000;
const BUILD_LIMIT_MS = 240_000;

const functions = lambdas.map((lambda) => ({ name: shortName(lambda), handler: lambda.inputs.handler }));
const folder = temporaryFolder("bundles");
let built: string;

beforeAll(async () => {
  const entries = functions.map(({ name, handler }) => ({ name, source: `${handler.replace(/\.\w+$/, "")}.ts` }));
  built = await bundle({ root, cache: folder.path, entries, sources: [] });
}, BUILD_LIMIT_MS);
afterAll(folder.remove);

it.each(functions)("$name stays within its budget", ({ name }) => {
  const size = bytesOfBundle(path.join(built, name, "index.mjs"));
  expect(size).toBeGreaterThan(10_000);
  expect(size).toBeLessThan(BUDGET_BYTES);
});
