import type { Format } from "../schema.ts";
import { coco } from "./coco.ts";
import { csv } from "./csv.ts";
import { mot } from "./mot.ts";
import { ndjson } from "./ndjson.ts";
import type { Parser } from "./parsed.ts";
import { voc } from "./voc.ts";
import { yolo } from "./yolo.ts";

export const PARSERS: Record<Format, Parser> = { csv, ndjson, coco, yolo, "yolo-segment": yolo, voc, mot };
