import { UsageError } from "./exit.ts";
import { parseValue } from "./value.ts";

const OPERATORS = new Map(
  Object.entries({ "=": "eq", "==": "eq", "!=": "ne", "<>": "ne", "<": "lt", "<=": "le", ">": "gt", ">=": "ge" }),
);
const NAMES = ["eq", "ne", "lt", "le", "gt", "ge", "in", "between", "contains", "startsWith", "endsWith"];
const UNARY = ["isNull", "isNotNull"];

/** Conditions as people type them (`delay > 10`, `origin in ["SEA","SFO"]`, `gate isNull`) or as the API's JSON; all must hold. */
export function parseWhere(conditions: string[]): string | undefined {
  const parsed = conditions.map((text) => (text.trim().startsWith("{") ? parseJSON(text) : parseCondition(text)));
  if (parsed.length === 0) return;
  return JSON.stringify(parsed.length === 1 ? parsed[0] : { and: parsed });
}

function parseCondition(text: string): unknown {
  const symbol = /^(.+?)\s*(==|!=|<>|<=|>=|=|<|>)\s*(.*)$/s.exec(text);
  const word = /^(.+?)\s+([A-Za-z]+)(?:\s+(.*))?$/s.exec(text);
  const name = word?.[2] ?? "";
  if (word && UNARY.includes(name)) return { column: word[1], op: name };
  if (word && NAMES.includes(name) && word[3] !== undefined)
    return { column: word[1], op: name, value: parseValue(word[3]) };
  if (symbol) return { column: symbol[1], op: OPERATORS.get(symbol[2] ?? ""), value: parseValue(symbol[3] ?? "") };
  throw new UsageError(`Cannot read the condition “${text}”: write for example 'delay > 10' or 'origin = "SEA"'`);
}

function parseJSON(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`--where is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}
