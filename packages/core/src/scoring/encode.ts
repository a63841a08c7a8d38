import type { Feature } from "../model/schema.ts";
import { type Batch, isNumeric } from "./scorer.ts";

export type Problem = { path: string; message: string };
type Given = Readonly<Record<string, unknown>>;

const DAY_MS = 86_400_000;
const MAX_PROBLEMS = 20;

/** Rows of JSON as the model takes them. A column that a row lacks is a problem; one that is null counts as missing. */
export function encode(features: readonly Feature[], rows: readonly Given[]): { batch: Batch; problems: Problem[] } {
  const numeric = features.filter(isNumeric);
  const texts = features.filter((feature) => !isNumeric(feature));
  const numbers = new Float32Array(rows.length * numeric.length);
  const categories = new Array<string>(rows.length * texts.length).fill("");
  const problems: Problem[] = [];
  for (const [at, row] of rows.entries()) {
    const folded = new Map(Object.entries(row).map(([name, value]) => [name.toLowerCase(), value]));
    const read = <T>(feature: Feature, convert: (value: unknown) => T | undefined, missing: T): T => {
      const value = Object.hasOwn(row, feature.name) ? row[feature.name] : folded.get(feature.name.toLowerCase());
      if (value === null) return missing;
      const converted = value === undefined ? undefined : convert(value);
      if (converted !== undefined) return converted;
      const path = `/rows/${at}/${feature.name}`;
      if (problems.length < MAX_PROBLEMS)
        problems.push({ path, message: value === undefined ? ABSENT : WANTED[feature.kind] });
      return missing;
    };
    for (const [i, feature] of numeric.entries())
      numbers[at * numeric.length + i] = read(feature, (value) => numberOf(feature, value), Number.NaN);
    for (const [i, feature] of texts.entries()) categories[at * texts.length + i] = read(feature, textOf, "");
  }
  return { batch: { rows: rows.length, numbers, categories }, problems };
}

const ABSENT = "The model needs this column; null says that the value is missing";
const WANTED: Record<Feature["kind"], string> = {
  number: "A number is needed",
  boolean: "true or false is needed",
  date: "A date such as 2026-11-21 or 2026-11-21T10:00:00Z is needed",
  category: "A text is needed",
};

function numberOf({ kind, base }: Feature, value: unknown): number | undefined {
  if (kind === "date") {
    const days = typeof value === "string" ? daysOf(value) : undefined;
    return days === undefined ? undefined : days - base;
  }
  if (typeof value === "boolean") return Number(value);
  if (typeof value === "number") return value;
  // Whole numbers beyond 2^53 and decimals are texts in our JSON.
  const isNumber =
    kind === "number" && typeof value === "string" && value.trim() !== "" && !Number.isNaN(Number(value));
  return isNumber ? Number(value) : undefined;
}

const DATE = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})?)?$/;

/** Days since 1970, with the time as a fraction to the microsecond; without a zone it is UTC. */
function daysOf(text: string): number | undefined {
  const [, day, time = "00:00:00", fraction = "", zone = "Z"] = DATE.exec(text) ?? [];
  if (day === undefined) return;
  const ms = Date.parse(`${day}T${time}${zone}`);
  if (Number.isNaN(ms)) return;
  const micros = Math.trunc(Number(fraction === "" ? 0 : fraction) * 1_000_000);
  return (ms * 1_000 + micros) / (DAY_MS * 1_000);
}

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
