import { parseHeaders } from "../signature/header.ts";
import type { Parameter, ParameterType, Problem, Signature } from "../signature/schema.ts";
import { type Header, Language, RUNNABLE } from "./schema.ts";

const GIVEN: ParameterType[] = [
  ...(["int", "double", "bool", "string", "datetime", "bigint", "num", "qnum", "list", "map", "object"] as const),
  ...(["dataframe", "column", "column_list", "file", "blob", "media"] as const),
];
const MADE: ParameterType[] = [...GIVEN.filter((type) => !type.startsWith("column") && type !== "media"), "graphics"];
const ITEMS: ParameterType[] = ["int", "double", "bool", "string", "datetime", "bigint", "num", "qnum"];
const IDENTIFIER = /^[\p{L}_][\p{L}\p{N}_]*$/u;

const LANGUAGES = new Map<string, Language>([
  ...Language.options.map((name) => [name, name] as const),
  ["nodejs", "javascript"],
  ["js", "javascript"],
  ["py", "python"],
]);

const NOTHING: Signature = { tags: [], tests: [], meta: {}, inputs: [], outputs: [] };

export type Read = {
  language: Language;
  header: Header;
  inputs: Parameter[];
  outputs: Parameter[];
  problems: Problem[];
};

/** What a script's annotation header says, and what about it keeps the script from being run. */
export function readHeader(source: string, given?: Language): Read {
  const [first, ...more] = parseHeaders(source, given);
  const { inputs, outputs, ...header } = first?.signature ?? NOTHING;
  const lineOf = (text: RegExp) => source.split(/\r\n|\r|\n/).findIndex((line) => text.test(line)) + 1 || 1;
  const problems: Problem[] = [...(first?.problems ?? [])];
  const said = header.language?.toLowerCase();
  const named = said === undefined ? undefined : LANGUAGES.get(said);
  const tell = (line: number, message: string) => problems.push({ line, message });
  if (said !== undefined && named === undefined) tell(lineOf(/language\s*:/), `The language "${said}" is not known.`);
  const language = given ?? named ?? "python";
  if (!RUNNABLE.some((one) => one === language))
    tell(lineOf(/language\s*:/), `${language} cannot be run here yet; python and javascript can.`);
  for (const { line } of more) tell(line, "A script has one header; what follows belongs to a script of its own.");
  const ofParameter = ({ name }: Parameter) =>
    lineOf(new RegExp(`(input|output)\\s*:.*\\b${name.replaceAll(".", "\\.")}\\b`));
  for (const one of inputs) for (const message of faultsOf(one, GIVEN, inputs)) tell(ofParameter(one), message);
  for (const one of outputs) for (const message of faultsOf(one, MADE, [])) tell(ofParameter(one), message);
  return { language, header, inputs, outputs, problems: problems.sort((a, b) => a.line - b.line) };
}

function faultsOf({ name, type, item, options }: Parameter, allowed: ParameterType[], inputs: Parameter[]): string[] {
  if (!allowed.includes(type)) return [`A script cannot ${allowed === GIVEN ? "be given" : "make"} a ${type}.`];
  if (!IDENTIFIER.test(name)) return [`"${name}" cannot be the name of a variable.`];
  const listed = allowed === GIVEN ? [...ITEMS, "media"] : ITEMS;
  if (item !== undefined && !listed.includes(item)) return [`A list of ${item} cannot be given to a script.`];
  if (type !== "column" && type !== "column_list") return [];
  const tables = inputs.filter((input) => input.type === "dataframe");
  if (tables.length === 0) return [`The ${type} "${name}" needs an input of type dataframe.`];
  if (options.table !== undefined && !tables.some((table) => table.name === options.table))
    return [`"${name}" belongs to "${options.table}", which is no dataframe among the inputs.`];
  if (options.table === undefined && tables.length > 1)
    return [`Say which table "${name}" belongs to: {table: ${tables[0]?.name}}.`];
  return [];
}
