import { parseDate } from "./date.ts";
import type { Definition, Value } from "./schema.ts";

type Limits = Pick<Definition, "dtype" | "minimum" | "maximum" | "choices" | "size">;
/** What is stored, or a sentence that says what is wrong. */
export type Checked = { value: Value } | { problem: string };

const INTEGER = /^[+-]?\d+(?:_\d+)*$/;
const DECIMAL = /^[+-]?(?:\d+(?:_\d+)*\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** Turns a value as it was sent into one of its type. */
export function check(type: Limits, value: Value): Checked {
  switch (type.dtype) {
    case "bool":
      return bool(value);
    case "int":
      return within(type, integer(value));
    case "float":
      return within(type, decimal(value));
    case "enum":
      return choice(type.choices ?? [], value);
    case "string":
    case "blob":
      return text(value);
    case "datetime":
      return moment(value);
    case "geopos":
      return position(value);
    case "float_array":
      return numbers(type.size, value);
  }
}

function bool(value: Value): Checked {
  if (typeof value === "boolean") return { value };
  const word = typeof value === "string" ? value.toLowerCase() : "";
  return word === "true" || word === "false" ? { value: word === "true" } : { problem: "true or false is wanted" };
}

/** What cannot be an integer is undefined; a fraction is cut off, as from 3.9 to 3. */
function integer(value: Value): number | undefined {
  if (typeof value === "boolean") return Number(value);
  if (typeof value === "number") return safe(Math.trunc(value));
  const trimmed = typeof value === "string" ? value.trim() : "";
  return INTEGER.test(trimmed) ? safe(Number(trimmed.replaceAll("_", ""))) : undefined;
}

function decimal(value: Value): number | undefined {
  if (typeof value === "boolean") return Number(value);
  const trimmed = typeof value === "string" ? value.trim() : "";
  const number = typeof value === "number" ? value : DECIMAL.test(trimmed) ? Number(trimmed.replaceAll("_", "")) : NaN;
  return Number.isFinite(number) ? number : undefined;
}

/** Past 2^53 JSON's numbers lose digits. Zero has no sign. */
const safe = (number: number): number | undefined => (Number.isSafeInteger(number) ? number + 0 : undefined);

function within({ dtype, minimum, maximum }: Limits, number: number | undefined): Checked {
  if (number === undefined) return { problem: dtype === "int" ? "An integer is wanted" : "A number is wanted" };
  if (minimum !== undefined && number < minimum) return { problem: `At least ${minimum} is wanted` };
  if (maximum !== undefined && number > maximum) return { problem: `At most ${maximum} is wanted` };
  return { value: number };
}

function choice(choices: string[], value: Value): Checked {
  if (typeof value === "string" && choices.includes(value)) return { value };
  const shown = choices.length > 10 ? `${choices.slice(0, 10).join(", ")}, …` : choices.join(", ");
  return { problem: `One of ${shown} is wanted` };
}

function text(value: Value): Checked {
  if (Array.isArray(value)) return { problem: "A text is wanted" };
  const string = String(value);
  return string.includes("\0") || !string.isWellFormed()
    ? { problem: "Contains characters that are no text" }
    : { value: string };
}

function moment(value: Value): Checked {
  const date = typeof value === "string" ? parseDate(value) : undefined;
  return date ? { value: date.toISOString() } : { problem: "A date or time is wanted, such as 2024-05-01T10:00:00Z" };
}

/** `[lon, lat]`, or both in a text with a `_` between, latitude first as people say it. */
function position(value: Value): Checked {
  const parts = typeof value === "string" ? value.split("_").reverse() : Array.isArray(value) ? value : undefined;
  const [lon, lat] = (parts ?? []).map((part) => decimal(part));
  if (parts?.length !== 2 || lon === undefined || lat === undefined)
    return { problem: "A position is wanted: [longitude, latitude]" };
  if (Math.abs(lat) > 90) return { problem: "A latitude lies between -90 and 90" };
  if (Math.abs(lon) > 180) return { problem: "A longitude lies between -180 and 180" };
  return { value: [lon, lat] };
}

function numbers(size: number | undefined, value: Value): Checked {
  if (!Array.isArray(value)) return { problem: "A list of numbers is wanted" };
  const list = value.map((one) => (typeof one === "number" && Number.isFinite(one) ? one : undefined));
  const whole = list.filter((one) => one !== undefined);
  if (whole.length !== list.length) return { problem: "A list of numbers is wanted" };
  if (whole.length !== size) return { problem: `A list of ${size} numbers is wanted` };
  return { value: whole };
}
