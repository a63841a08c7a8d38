/** Writes src/api.gen.ts from the API's OpenAPI document; `--check` only says whether it is stale. */
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import openapiTS, { astToString } from "openapi-typescript";

const DOCUMENT = join(import.meta.dirname, "../../functions/openapi.json");
const TARGET = join(import.meta.dirname, "../src/api.gen.ts");
const NOTE = "// Made from packages/functions/openapi.json by `npm run openapi`. Do not edit.\n\n";

const types = NOTE + astToString(await openapiTS(await readFile(DOCUMENT, "utf8"), { alphabetize: true }));

if (process.argv.includes("--check")) {
  const current = existsSync(TARGET) ? await readFile(TARGET, "utf8") : "";
  if (current !== types) {
    process.stderr.write("packages/sdk/src/api.gen.ts is stale: run `npm run openapi`\n");
    process.exitCode = 1;
  }
} else {
  await writeFile(TARGET, types);
}
