import { exact } from "./format.ts";
import type { AttributeType, AttributeValue, Dtype } from "./types-collaboration.ts";

export const dtypeWords: Record<Dtype, string> = {
  bool: "Yes or no",
  int: "Integer",
  float: "Number",
  enum: "One of several choices",
  string: "Text",
  blob: "Long text, not searched",
  datetime: "Date and time",
  geopos: "Position on the globe",
  float_array: "List of numbers",
};

/** What a type may become. */
export const changesOf: Partial<Record<Dtype, Dtype>> = { int: "float", float: "int", enum: "string", string: "enum" };

/** A value as people read it. */
export function shown(type: AttributeType, value: AttributeValue | undefined): string {
  if (value === undefined) return "";
  if (type.dtype === "bool") return value === true ? "Yes" : "No";
  if (type.dtype === "enum") return type.labels?.[type.choices?.indexOf(String(value)) ?? -1] ?? String(value);
  if (type.dtype === "datetime") return exact(String(value));
  return written(value);
}

/** A value as it stands in a form. */
export const written = (value: AttributeValue | undefined): string =>
  value === undefined ? "" : Array.isArray(value) ? value.join(", ") : String(value);

/** What a form sends for its text: lists are parted by commas or spaces, nothing written takes the value away. */
export function toSend(type: Pick<AttributeType, "dtype">, text: string): AttributeValue | null {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  if (type.dtype !== "geopos" && type.dtype !== "float_array") return text;
  return trimmed
    .split(/[\s,;]+/)
    .filter((part) => part !== "")
    .map((part) => (Number.isFinite(Number(part)) ? Number(part) : part));
}

/** Types by their heading, in the order the API gives them; those with a negative order apart. */
export function sections(types: AttributeType[]): { shown: [string, AttributeType[]][]; hidden: AttributeType[] } {
  const visible = types.filter(({ visible: isVisible }) => isVisible);
  const bySection = Map.groupBy(
    visible.filter(({ order }) => order >= 0),
    ({ section }) => section,
  );
  return { shown: [...bySection], hidden: visible.filter(({ order }) => order < 0) };
}
