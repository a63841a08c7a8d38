import { type Choices, Options } from "./schema.ts";
import { split, unquote } from "./split.ts";

const WORDS = ["caption", "postfix", "units", "category", "inputType", "format", "semType", "pattern", "separators"];
const CALLS = ["suggestions", "table", "visible", "enabled", "editor", "editorParam", "propagateChoice", "columns"];
const FLAGS = ["nullable", "optional", "allowNulls"];
const NUMBERS = ["min", "max", "step"];

/** Reads `a: b; c: d`, the inside of an option block; answers what it could not read in `problems`. */
export function parseOptions(text: string): { options: Options; problems: string[] } {
  const found: Record<string, unknown> = {};
  const other: Record<string, string> = {};
  const problems: string[] = [];
  const number = (key: string, value: string) => {
    const parsed = Number(unquote(value));
    if (Number.isFinite(parsed) && value !== "") return parsed;
    problems.push(`The option "${key}" takes a number, not ${value}.`);
    return undefined;
  };
  for (const piece of split(text, ";")) {
    const colon = piece.indexOf(":");
    // An option that stands alone is a flag.
    const key = (colon < 0 ? piece : piece.slice(0, colon)).trim();
    const value = colon < 0 ? "true" : piece.slice(colon + 1).trim();
    if (WORDS.includes(key)) found[key] = unquote(value);
    else if (CALLS.includes(key)) found[key] = unquote(value);
    else if (FLAGS.includes(key)) found[key] = unquote(value) === "true";
    else if (NUMBERS.includes(key)) found[key] = number(key, value);
    else if (key === "range") [found.min, found.max] = range(value, (end) => number(key, end));
    else if (key === "type") found.columnType = unquote(value) === "datetime" ? "dateTime" : unquote(value);
    else if (key === "choices") found.choices = choices(value);
    else if (key === "validator") found.validators = [...((found.validators as string[]) ?? []), unquote(value)];
    else if (key === "validators") found.validators = [...((found.validators as string[]) ?? []), ...list(value)];
    else if (key === "action") found.action = action(value, other);
    else other[key] = unquote(value);
  }
  const parsed = Options.safeParse({ ...found, ...(Object.keys(other).length > 0 ? { other } : {}) });
  if (parsed.success) return { options: parsed.data, problems };
  const wrong = parsed.error.issues.map(({ path, message }) => `The option "${path.join(".")}": ${message}.`);
  return { options: {}, problems: [...problems, ...wrong] };
}

/** `["a", "b"]`, `a, b` or `"a, b"`. */
export function list(text: string): string[] {
  const inner = unquote(text).trim();
  return split(inner.startsWith("[") && inner.endsWith("]") ? inner.slice(1, -1) : inner, ",").map(unquote);
}

/** A list is written out; a single name with a colon or a call is asked for its values. */
function choices(value: string): Choices {
  const isList = value.startsWith("[") || split(value, ",").length > 1;
  return isList ? { values: list(value) } : { source: unquote(value) };
}

function range(value: string, number: (end: string) => number | undefined): [number?, number?] {
  const [from = "", to = ""] = unquote(value).split(/(?<=\d)\s*(?:-|,|\.\.)\s*/);
  return [number(from), number(to)];
}

/** `join(t)` and `replace(t)` are ours to do; any other is markup for whoever shows the output. */
function action(value: string, other: Record<string, string>): Options["action"] {
  const match = /^(join|replace)\s*\(\s*"?(\w+)"?\s*\)$/.exec(unquote(value));
  if (match) return { verb: match[1] as "join" | "replace", table: match[2] ?? "" };
  other.action = unquote(value);
  return undefined;
}
