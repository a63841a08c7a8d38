import type { AttributeType } from "../types-collaboration.ts";

export type Scalar = string | number | boolean;
/** One thing asked of an annotation. */
export type Condition = { field: string; op: string; value?: Scalar | Scalar[] };
export type Filter =
  | Condition
  | { and: Filter[] }
  | { or: Filter[] }
  | { not: Filter }
  | { related: string; where: Filter };

export type Choice = { value: string; label: string };
/** A field that can be asked about: what may be asked of it follows from what it holds. */
export type Askable = {
  field: string;
  label: string;
  holds: "text" | "number" | "choice" | "flag";
  choices?: Choice[];
};

export const OPERATORS: Record<Askable["holds"], Choice[]> = {
  text: [
    { value: "contains", label: "contains" },
    { value: "eq", label: "is" },
    { value: "ne", label: "is not" },
    { value: "startsWith", label: "begins with" },
    { value: "isNull", label: "is not said" },
  ],
  number: [
    { value: "eq", label: "=" },
    { value: "lt", label: "<" },
    { value: "lte", label: "≤" },
    { value: "gt", label: ">" },
    { value: "gte", label: "≥" },
    { value: "isNull", label: "is not said" },
  ],
  choice: [
    { value: "eq", label: "is" },
    { value: "ne", label: "is not" },
    { value: "isNull", label: "is not said" },
  ],
  flag: [
    { value: "eq", label: "is" },
    { value: "isNull", label: "is not said" },
  ],
};

const HOLDS: Record<string, Askable["holds"]> = { int: "number", float: "number", bool: "flag", enum: "choice" };
const FLAGS: Choice[] = [
  { value: "true", label: "yes" },
  { value: "false", label: "no" },
];

type Named = { id: string; name: string };
type Of = { types: readonly (Named & { attributes: readonly AttributeType[] })[]; layers: readonly Named[] };

/** What can be asked about the annotations of a project. */
export function askables({ types, layers }: Of): Askable[] {
  const choicesOf = (all: readonly Named[]) => all.map(({ id, name }) => ({ value: id, label: name }));
  const attributes = new Map<string, Askable>();
  for (const { name, dtype, choices } of types.flatMap((type) => type.attributes)) {
    if (attributes.has(name) || dtype === "geopos" || dtype === "float_array") continue;
    const holds = HOLDS[dtype] ?? "text";
    const given = holds === "flag" ? FLAGS : choices?.map((value) => ({ value, label: value }));
    attributes.set(name, { field: `attributes.${name}`, label: name, holds, ...(given ? { choices: given } : {}) });
  }
  return [
    { field: "$type", label: "Class", holds: "choice", choices: choicesOf(types) },
    { field: "$layer", label: "Layer", holds: "choice", choices: choicesOf(layers) },
    { field: "$frame", label: "Frame", holds: "number" },
    { field: "$width", label: "Width", holds: "number" },
    { field: "$height", label: "Height", holds: "number" },
    ...[...attributes.values()].sort((a, b) => a.label.localeCompare(b.label)),
  ];
}

/** What somebody wrote, as the field holds it. */
export function conditionOf({ field, holds }: Askable, op: string, text: string): Condition | undefined {
  if (op === "isNull") return { field, op, value: true };
  const plain = text.trim();
  if (plain === "") return undefined;
  if (holds === "flag") return { field, op, value: plain === "true" };
  if (holds !== "number") return { field, op, value: plain };
  const value = Number(plain.replace(",", "."));
  return Number.isFinite(value) ? { field, op, value } : undefined;
}

/** "Class", "is", "Lingcod". */
export function wordsOf({ field, op, value }: Condition, all: readonly Askable[]): string[] {
  // Nobody reads ids; the library asks so for what was chosen in it.
  if (field === "$media" && Array.isArray(value))
    return ["Media", "is", value.length === 1 ? "the one chosen" : `one of ${value.length} chosen`];
  const asked = all.find((one) => one.field === field);
  const operator = OPERATORS[asked?.holds ?? "text"].find((one) => one.value === op)?.label ?? op;
  const label = asked?.label ?? field.replace(/^attributes\./, "");
  if (op === "isNull") return [label, operator];
  return [label, operator, asked?.choices?.find((one) => one.value === String(value))?.label ?? String(value)];
}

/** All of them together; nothing asks for nothing. */
export const filterOf = (conditions: readonly Filter[]): Filter | undefined =>
  conditions.length > 1 ? { and: [...conditions] } : conditions[0];

/** As it stands in an address; what is not understood there asks for nothing. */
export function readConditions(text: string | undefined): Filter[] {
  if (!text) return [];
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== "object" || read === null) return [];
    return "and" in read && Array.isArray(read.and) ? (read.and as Filter[]) : [read as Filter];
  } catch {
    return []; // an address that was cut off
  }
}

export const isCondition = (filter: Filter): filter is Condition => "field" in filter;
