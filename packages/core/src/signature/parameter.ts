import { parseOptions } from "./options.ts";
import { type Parameter, ParameterType } from "./schema.ts";
import { closingOf, endOfQuote } from "./split.ts";
import { readDefault } from "./value.ts";

const HEAD = /^([\w-]+)(?:<\s*([\w-]+)\s*>)?(?:\s+([\p{L}_][\p{L}\p{N}_.]*))?\s*/u;

/** Other names that scripts use for the same types. */
const ALIASES: Record<string, ParameterType> = {
  integer: "int",
  float: "double",
  number: "num",
  boolean: "bool",
  text: "string",
  date: "datetime",
  table: "dataframe",
  string_list: "list",
  semantic_value: "semantic_value",
  semanticvalue: "semantic_value",
};

/** Reads `type name = default {options} [description]`. Whatever is wrong is told, and what is right is kept. */
export function parseParameter(line: string): { parameter?: Parameter; problems: string[] } {
  const head = HEAD.exec(line);
  const type = typeOf(head?.[1]);
  if (!head || !type)
    return { problems: [`"${line.slice(0, 60)}" does not begin with a type such as string or dataframe.`] };
  const problems: string[] = [];
  const item = head[2] === undefined ? (head[1] === "string_list" ? "string" : undefined) : typeOf(head[2]);
  if (head[2] !== undefined && !item) problems.push(`A list of "${head[2]}" is unknown.`);

  let rest = line.slice(head[0].length);
  let raw: string | undefined;
  if (rest.startsWith("=")) [raw, rest] = takeDefault(rest.slice(1).trimStart());
  let inner = "";
  if (rest.startsWith("{")) {
    const end = closingOf(rest, 0);
    if (end < 0) problems.push("The options open with { and never close.");
    inner = end < 0 ? rest.slice(1) : rest.slice(1, end);
    rest = end < 0 ? "" : rest.slice(end + 1).trimStart();
  }
  const description = /^\[(.*)\]\s*$/s.exec(rest)?.[1]?.trim();
  if (rest.trim() !== "" && description === undefined)
    problems.push(`"${rest.slice(0, 60)}" is neither {options} nor a [description].`);
  const options = parseOptions(inner);
  const parameter: Parameter = {
    // An output alone needs no name.
    name: head[3] ?? "result",
    type,
    ...(item ? { item } : {}),
    ...(description ? { description } : {}),
    options: options.options,
  };
  if (raw === undefined) return { parameter, problems: [...problems, ...options.problems] };
  const value = readDefault(raw, parameter);
  if ("problem" in value) return { parameter, problems: [...problems, ...options.problems, value.problem] };
  return { parameter: { ...parameter, default: value.value }, problems: [...problems, ...options.problems] };
}

function typeOf(word: string | undefined): ParameterType | undefined {
  if (word === undefined) return;
  const lower = word.toLowerCase();
  const known = ParameterType.safeParse(lower);
  return known.success ? known.data : ALIASES[lower];
}

/** Up to the options or the description; a quoted text or a list may hold anything. */
function takeDefault(text: string): [string, string] {
  const end = /^["']/.test(text) ? endOfQuote(text, 0) : text.startsWith("[") ? closingOf(text, 0) : -1;
  if (end >= 0) return [text.slice(0, end + 1), text.slice(end + 1).trimStart()];
  const stop = /\s*(?=\{)|\s+(?=\[)/.exec(text);
  return stop ? [text.slice(0, stop.index).trim(), text.slice(stop.index).trimStart()] : [text.trim(), ""];
}
