/** `npm run bench -- [import|upload|rows|start …] [--out docs/measurements/<date>.json]`: one JSON object a line, each beside a peer. */
import { parseArgs } from "node:util";
import { benchImport } from "./import.ts";
import { createReport } from "./report.ts";
import { benchRows } from "./rows.ts";
import { benchStart } from "./start.ts";
import { benchUpload } from "./upload.ts";

const BENCHES = { import: benchImport, upload: benchUpload, rows: benchRows, start: benchStart };
type Name = keyof typeof BENCHES;

const { values, positionals } = parseArgs({
  options: { out: { type: "string" }, times: { type: "string", default: "3" } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  process.stderr.write(`Usage: npm run bench -- [${Object.keys(BENCHES).join("|")}] [--times 3] [--out <path>]\n`);
  process.exit(2);
}

const report = createReport();
const times = Math.max(1, Number(values.times));
const chosen = positionals.length > 0 ? positionals : Object.keys(BENCHES);
for (const name of chosen as Name[]) await BENCHES[name]({ report, times });
if (values.out) await report.save(values.out);
