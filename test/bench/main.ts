/** `npm run bench -- [import|upload|rows|start|annotations|annotator|code|frames|import-large|load|notebook|predict|scale|transcode …] [--out docs/measurements/<date>.json]`: one JSON object a line, each beside a peer. */
import { parseArgs } from "node:util";
import { type Bench, createReport } from "./report.ts";

type Asked = Bench & { seconds: number; share: number; data: string | undefined };

/** Each is loaded when it is run. */
const USUAL = {
  import: async (bench: Asked) => (await import("./import.ts")).benchImport(bench),
  upload: async (bench: Asked) => (await import("./upload.ts")).benchUpload(bench),
  rows: async (bench: Asked) => (await import("./rows.ts")).benchRows(bench),
  start: async (bench: Asked) => (await import("./start.ts")).benchStart(bench),
};
/** Some take minutes and gigabytes, or Python, so they are only run by their names. */
const BENCHES = {
  ...USUAL,
  annotations: async (bench: Asked) => (await import("./annotations.ts")).benchAnnotations(bench),
  annotator: async (bench: Asked) => (await import("./annotator.ts")).benchAnnotator(bench),
  code: async (bench: Asked) => (await import("./code.ts")).benchCode(bench),
  frames: async (bench: Asked) => (await import("./frames.ts")).benchFrames(bench),
  "import-large": async (bench: Asked) => (await import("./import.ts")).benchImportLarge(bench),
  load: async (bench: Asked) => (await import("./load.ts")).benchLoad(bench),
  notebook: async (bench: Asked) => (await import("./notebook.ts")).benchNotebook(bench),
  predict: async (bench: Asked) => (await import("./predict.ts")).benchPredict(bench),
  scale: async (bench: Asked) => (await import("./scale.ts")).benchScale(bench),
  transcode: async (bench: Asked) => (await import("./transcode.ts")).benchTranscode(bench),
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
