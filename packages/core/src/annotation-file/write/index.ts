import type { Writer } from "../item.ts";
import type { Format } from "../schema.ts";
import { coco } from "./coco.ts";
import { csv, ndjson } from "./lines.ts";
import { mot } from "./mot.ts";
import { voc } from "./voc.ts";
import { yoloBoxes, yoloSegments } from "./yolo.ts";

type Described = { write: Writer; extension: string; contentType: string; archive: boolean };

const text = (write: Writer, extension: string, contentType: string): Described => ({
  ...{ write, extension, contentType },
  archive: false,
});
const archive = (write: Writer): Described => ({
  ...{ write, extension: "tar", contentType: "application/x-tar" },
  archive: true,
});

export const WRITERS: Record<Format, Described> = {
  csv: text(csv, "csv", "text/csv"),
  ndjson: text(ndjson, "ndjson", "application/x-ndjson"),
  coco: text(coco, "json", "application/json"),
  yolo: archive(yoloBoxes),
  "yolo-segment": archive(yoloSegments),
  voc: archive(voc),
  mot: archive(mot),
};
