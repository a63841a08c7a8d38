import type { Parameter } from "./functions.ts";

/** Sections of a form, in the order of their first input; what has no category comes first, without a heading. */
export function sections(inputs: readonly Parameter[]): { title: string; inputs: Parameter[] }[] {
  const found = new Map<string, Parameter[]>([["", []]]);
  for (const input of inputs) {
    const title = input.options.category ?? "";
    found.set(title, [...(found.get(title) ?? []), input]);
  }
  return [...found].map(([title, some]) => ({ title, inputs: some })).filter((section) => section.inputs.length > 0);
}

/** What a form begins with. */
export const initialValues = (inputs: readonly Parameter[]): Record<string, unknown> =>
  Object.fromEntries(inputs.filter((input) => input.default !== undefined).map((input) => [input.name, input.default]));

/** `fromName` and `from_name` as people write it: From name. */
export function labelOf({ name, options: { caption, units, nullable, optional } }: Parameter): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
  const label = caption ?? words.charAt(0).toUpperCase() + words.slice(1);
  const unit = units ? `, ${units}` : "";
  return `${label}${unit}${nullable || optional ? " (optional)" : ""}`;
}

const NUMBERS = ["int", "double", "num", "qnum"];
export const isNumber = ({ type }: Parameter) => NUMBERS.includes(type);

/** What was typed, as a value of the parameter; undefined for nothing. A text that is none stays text, so that the check says so. */
export function typed(parameter: Parameter, text: string): unknown {
  if (text.trim() === "") return undefined;
  if (isNumber(parameter)) return Number.isFinite(Number(text)) ? Number(text) : text;
  switch (parameter.type) {
    case "datetime": {
      const at = new Date(text);
      return Number.isNaN(at.getTime()) ? text : at.toISOString();
    }
    case "list":
      return pieces(text, parameter.options.separators ?? ",").map((piece) =>
        typed({ ...parameter, type: parameter.item ?? "string" }, piece),
      );
    case "column_list":
      return pieces(text, ",");
    case "map":
    case "object":
      return parsed(text);
    default:
      return text;
  }
}

const pieces = (text: string, separators: string): string[] =>
  [...separators]
    .reduce((all, separator) => all.flatMap((piece) => piece.split(separator)), [text])
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The other way round, for what stands in the field at first. */
export function shown(parameter: Parameter, value: unknown): string {
  if (value === undefined || value === null) return "";
  if (parameter.type === "datetime" && typeof value === "string") return localTime(value);
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "object" ? JSON.stringify(value, null, 2) : String(value);
}

/** As `datetime-local` wants it: the clock of this browser. */
function localTime(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return "";
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
