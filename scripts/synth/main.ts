/** `npm run synth`: evaluates the infrastructure program and writes what it asks of the cloud to `stacks/graph.json`. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { describeDifference } from "./difference.ts";
import { graphFile, shown } from "./paths.ts";
import { unpackPlatform } from "./platform.ts";
import { synthesize } from "./synthesize.ts";
import { checkTypes } from "./types.ts";

const { values: options } = parseArgs({ options: { check: { type: "boolean" }, types: { type: "boolean" } } });

try {
  unpackPlatform();
  if (options.types) checkTypes();
  else await synth(options.check ?? false);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function synth(check: boolean): Promise<void> {
  const file = shown(graphFile);
  const committed = existsSync(graphFile) ? readFileSync(graphFile, "utf8") : "";
  const { graph, problems } = await synthesize(committed);
  for (const problem of problems) console.error(`${check ? "error" : "warning"}: ${problem}`);
  if (check && problems.length > 0) throw new Error("The graph names handlers that do not exist.");
  if (graph === committed) {
    console.log(`${file} is up to date`);
    return;
  }
  if (check) {
    throw new Error(`${file} is stale. Run \`npm run synth\` and commit it.\n${describeDifference(committed, graph)}`);
  }
  writeFileSync(graphFile, graph);
  console.log(`wrote ${file}`);
}
