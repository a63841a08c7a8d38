import { post } from "../http.ts";
import type { Run } from "../types.ts";

export type AnnotationFormat = "csv" | "ndjson" | "coco" | "yolo" | "yolo-segment" | "voc" | "mot";

/** What each format holds of an annotation, so that nobody finds out afterwards. */
export const annotationFormats: { format: AnnotationFormat; label: string; carries: string; lacks: string }[] = [
  {
    format: "coco",
    label: "COCO",
    carries: "Boxes, polygons, dots, lines, attributes, tracks",
    lacks: "States of frames and media",
  },
  {
    format: "yolo",
    label: "YOLO boxes",
    carries: "Boxes and their classes",
    lacks: "Attributes, tracks, other shapes",
  },
  {
    format: "yolo-segment",
    label: "YOLO outlines",
    carries: "Polygons and their classes",
    lacks: "Attributes, tracks, other shapes",
  },
  { format: "voc", label: "Pascal VOC", carries: "Boxes, classes and attributes", lacks: "Tracks, other shapes" },
  {
    format: "mot",
    label: "MOTChallenge",
    carries: "Boxes of videos and their tracks",
    lacks: "Attributes, other shapes",
  },
  { format: "csv", label: "CSV", carries: "Everything, a line each", lacks: "" },
  { format: "ndjson", label: "NDJSON", carries: "Everything, an object a line", lacks: "" },
];

type ExportBody = { format: AnnotationFormat; mediaIds?: string[]; layers?: string[]; name?: string; archive?: "zip" };
type ImportBody = {
  format: AnnotationFormat;
  fileId: string;
  layerId?: string;
  newLayer?: string;
  mediaId?: string;
  classes?: Record<string, string | null>;
  attributes?: Record<string, Record<string, string | null>>;
  createTypes?: boolean;
  keepGood?: boolean;
  /** Only says what would come of it. */
  preview?: boolean;
};

const path = (projectId: string) => `/api/v1/projects/${projectId}/annotations`;

export const annotationFilesApi = {
  export: async (projectId: string, body: ExportBody) =>
    (await post<{ run: Run }>(`${path(projectId)}/export`, body)).run,
  import: async (projectId: string, body: ImportBody) =>
    (await post<{ run: Run }>(`${path(projectId)}/import`, body)).run,
};

/** The format that a file is likely to be of, by its name. */
export function formatOf(name: string): AnnotationFormat | undefined {
  const plain = name.toLowerCase().replace(/\.gz$/, "");
  if (plain.endsWith(".csv")) return "csv";
  if (/\.(ndjson|jsonl)$/.test(plain)) return "ndjson";
  if (plain.endsWith(".json")) return "coco";
  if (plain.endsWith(".xml")) return "voc";
  return undefined;
}
