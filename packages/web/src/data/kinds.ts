import type { IconName } from "../ui/icons.ts";
import type { ColumnType, Kind } from "./types.ts";

export const kindIcons: Record<Kind, IconName> = {
  project: "folder",
  file: "file",
  table: "table",
  function: "function",
};

export const kindWords: Record<Kind, string> = {
  project: "Project",
  file: "File",
  table: "Table",
  function: "Function",
};

/** Only what has a page of its own can be opened. */
export function hrefOf(entity: { kind: string; id: string }): string | undefined {
  if (entity.kind === "project") return `/projects/${entity.id}`;
  if (entity.kind === "file") return `/files/${entity.id}`;
  if (entity.kind === "table") return `/tables/${entity.id}`;
  if (entity.kind === "run") return `/runs/${entity.id}`;
  return undefined;
}

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
