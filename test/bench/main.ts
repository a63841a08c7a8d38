/** `npm run bench -- [import|upload|rows|start|annotations|annotator|code|frames|import-large|load|notebook|predict|scale|transcode …] [--out docs/measurements/<date>.json]`: one JSON object a line, each beside a peer. */
import { parseArgs } from "node:util";
import { benchAnnotations } from "./annotations.ts";
import { benchAnnotator } from "./annotator.ts";
import { benchCode } from "./code.ts";
import { benchFrames } from "./frames.ts";
import { benchImport, benchImportLarge } from "./import.ts";
import { benchLoad } from "./load.ts";
import { benchNotebook } from "./notebook.ts";
import { benchPredict } from "./predict.ts";
import { createReport } from "./report.ts";
import { benchRows } from "./rows.ts";
import { benchScale } from "./scale.ts";
import { benchStart } from "./start.ts";
import { benchTranscode } from "./transcode.ts";
import { benchUpload } from "./upload.ts";

const USUAL = { import: benchImport, upload: benchUpload, rows: benchRows, start: benchStart };
/** Some take minutes and gigabytes, or Python, so they are only run by their names. */
const BENCHES = {
  ...USUAL,
  annotations: benchAnnotations,
  annotator: benchAnnotator,
  code: benchCode,
  frames: benchFrames,
  "import-large": benchImportLarge,
  load: benchLoad,
  notebook: benchNotebook,
  predict: benchPredict,
  scale: benchScale,
  transcode: benchTranscode,
};
type Name = keyof typeof BENCHES;

const { values, positionals } = parseArgs({
  options: {
    out: { type: "string" },
    times: { type: "string", default: "3" },
    /** Of `load`, and of the video of `transcode`: 600 is its long one. */
    seconds: { type: "string", default: "60" },
    /** Of the 2,000,000 entities of `scale`, and a folder to keep them in. */
    share: { type: "string", default: "1" },
    data: { type: "string" },
  },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  process.stderr.write(
    `Usage: npm run bench -- [${Object.keys(BENCHES).join("|")}] [--times 3] [--seconds 60] [--share 1] [--data <folder>] [--out <path>]\n`,
  );
  process.exit(2);
}

const report = createReport();
const times = Math.max(1, Number(values.times));
const chosen = positionals.length > 0 ? positionals : Object.keys(USUAL);
const seconds = Math.max(1, Number(values.seconds));
const share = Math.min(1, Math.max(0.001, Number(values.share)));
for (const name of chosen as Name[]) await BENCHES[name]({ report, times, seconds, share, data: values.data });
if (values.out) await report.save(values.out);
