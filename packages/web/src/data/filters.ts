import { isNumeric } from "./kinds.ts";
import type { Column, Scalar, Where } from "./types.ts";

/** What a person set for one column; everything set must hold. Values are the exact text of a cell. */
export type Filter = {
  column: string;
  values?: string[];
  exclude?: boolean;
  contains?: string;
  min?: string;
  max?: string;
  nulls?: "only" | "none";
};

export const isEmpty = (filter: Filter) =>
  filter.values === undefined && !filter.contains && !filter.min && !filter.max && filter.nulls === undefined;

export function toWhere(filters: Filter[], columns: Column[]): Where | undefined {
  const byName = new Map(columns.map((column) => [column.name, column]));
  const parts = filters.flatMap((filter) => {
    const column = byName.get(filter.column);
    return column ? conditions(filter, column) : [];
  });
  return parts.length > 1 ? { and: parts } : parts[0];
}

function conditions(filter: Filter, column: Column): Where[] {
  const name = column.name;
  const parts: Where[] = [];
  if (filter.values) {
    const values = filter.values.flatMap((text) => scalar(text, column) ?? []);
    const listed: Where = { column: name, op: "in", value: values };
    if (values.length > 0) parts.push(filter.exclude ? { not: listed } : listed);
  }
  if (filter.contains) parts.push({ column: name, op: "contains", value: filter.contains });
  const min = filter.min ? scalar(filter.min, column) : undefined;
  const max = filter.max ? scalar(endOf(filter.max, column), column) : undefined;
  if (min !== undefined && max !== undefined) parts.push({ column: name, op: "between", value: [min, max] });
  else if (min !== undefined) parts.push({ column: name, op: "ge", value: min });
  else if (max !== undefined) parts.push({ column: name, op: "le", value: max });
  if (filter.nulls) parts.push({ column: name, op: filter.nulls === "only" ? "isNull" : "isNotNull" });
  return parts;
}

/** "Until 3 March" means all of that day. */
const endOf = (text: string, column: Column) =>
  /^\d{4}-\d\d-\d\d$/.test(text) && (column.type === "timestamp" || column.type === "timestamptz")
    ? `${text}T23:59:59.999999${column.type === "timestamptz" ? "Z" : ""}`
    : startOf(text, column);

const startOf = (text: string, column: Column) =>
  /^\d{4}-\d\d-\d\d$/.test(text) && column.type === "timestamptz" ? `${text}T00:00:00Z` : text;

/** The value as the column's type, or undefined when the text is not one (yet: somebody is typing). */
export function scalar(text: string, column: Column): Scalar | undefined {
  if (column.type === "text") return text;
  const trimmed = startOf(text.trim(), column);
  if (trimmed === "") return undefined;
  if (column.type === "bool") return trimmed === "true";
  if (!isNumeric(column.type)) return trimmed;
  const value = Number(trimmed.replace("\u2212", "-"));
  if (Number.isNaN(value)) return undefined;
  // Beyond 2^53 a number would lose digits; the API takes such values, and decimals, as text.
  const isExact = column.type === "float64" || (column.type === "int64" && Number.isSafeInteger(value));
  return isExact ? value : trimmed;
}

/** Puts a filter in the place of the one for the same column; an empty one removes it. */
export function withFilter(filters: Filter[], next: Filter): Filter[] {
  const at = filters.findIndex((filter) => filter.column === next.column);
  if (at < 0) return [...filters, next];
  return filters.map((filter, index) => (index === at ? next : filter));
}

export const without = (filters: Filter[], column: string) => filters.filter((filter) => filter.column !== column);

/** In the address: an empty filter is only an open card and is not kept. */
export const filtersToText = (filters: Filter[]) => {
  const kept = filters.filter((filter) => !isEmpty(filter));
  return kept.length > 0 ? JSON.stringify(kept) : undefined;
};

export function filtersFromText(text: string | undefined): Filter[] {
  if (!text) return [];
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isFilter) : [];
  } catch {
    // A mangled address shows all rows rather than nothing.
    return [];
  }
}

const isFilter = (value: unknown): value is Filter =>
  typeof value === "object" && value !== null && typeof (value as Filter).column === "string";

/** The filter a cell stands for. */
export function cellFilter(column: Column, exact: string | null, exclude: boolean): Filter {
  if (exact === null) return { column: column.name, nulls: exclude ? "none" : "only" };
  return { column: column.name, values: [exact], ...(exclude ? { exclude: true } : {}) };
}
