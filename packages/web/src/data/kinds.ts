import type { IconName } from "../ui/icons.ts";
import type { ColumnType, Kind } from "./types.ts";

export const kindIcons: Record<Kind, IconName> = {
  project: "folder",
  file: "file",
  table: "table",
  script: "code",
  notebook: "notebook",
  model: "chip",
  media: "film",
  layer: "layers",
  function: "function",
};

export const kindWords: Record<Kind, string> = {
  project: "Project",
  file: "File",
  table: "Table",
  script: "Script",
  notebook: "Notebook",
  model: "Model",
  media: "Media",
  layer: "Layer",
  function: "Function",
};

/** Many of a kind. */
export const kindsWords = (kind: Kind): string => (kind === "media" ? "Media" : `${kindWords[kind]}s`);

const WITH_PAGE = ["project", "file", "table", "script", "notebook", "model", "media", "run"];

/** Where the API has it, and the site where it has a page. */
export const pathOf = (kind: string, id: string): string => (kind === "media" ? `/media/${id}` : `/${kind}s/${id}`);

/** Only what has a page of its own can be opened. */
export const hrefOf = ({ kind, id }: { kind: string; id: string }): string | undefined =>
  WITH_PAGE.includes(kind) ? pathOf(kind, id) : undefined;

export const typeIcons: Record<ColumnType, IconName> = {
  int64: "hash",
  float64: "hash",
  decimal: "hash",
  bool: "toggle",
  date: "calendar",
  time: "clock",
  timestamp: "calendar",
  timestamptz: "calendar",
  text: "text",
};

export const typeWords: Record<ColumnType, string> = {
  int64: "integer",
  float64: "number",
  decimal: "decimal",
  bool: "true or false",
  date: "date",
  time: "time",
  timestamp: "date and time",
  timestamptz: "moment",
  text: "text",
};

export const isNumeric = (type: ColumnType) => type === "int64" || type === "float64" || type === "decimal";
export const isTemporal = (type: ColumnType) => type === "date" || type === "timestamp" || type === "timestamptz";
