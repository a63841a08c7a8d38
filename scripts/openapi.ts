/** `npm run openapi`: the API's description from its routes, and both clients from that; `-- --check` says what is stale. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");
const STEPS = [
  "packages/functions/src/api/openapi-main.ts",
  "packages/sdk/scripts/generate.ts",
  "packages/python/scripts/generate.ts",
];

for (const step of STEPS) {
  const { status } = spawnSync(process.execPath, [step, ...process.argv.slice(2)], { cwd: ROOT, stdio: "inherit" });
  if (status !== 0) {
    process.exitCode = status ?? 1;
    break;
  }
}
