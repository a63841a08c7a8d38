import { readFile, writeFile } from "node:fs/promises";
import { app } from "./app.ts";
import { openAPI } from "./openapi.ts";

// Writes packages/functions/openapi.json, from which the SDKs are made; with --check it only says whether that is stale.

const path = new URL("../../openapi.json", import.meta.url);
const text = `${JSON.stringify(openAPI(app), null, 2)}\n`;

if (!process.argv.includes("--check")) await writeFile(path, text);
else if ((await readFile(path, "utf8").catch(() => "")) !== text) {
  process.stderr.write("packages/functions/openapi.json is stale: run `npm run openapi`\n");
  process.exitCode = 1;
}
