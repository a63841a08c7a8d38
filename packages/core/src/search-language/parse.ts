import { fieldOf, isComparison, kindOfField, stateOf } from "./fields.ts";
import type { Leaf, Node, Operator } from "./node.ts";
import { type Reader, read } from "./read.ts";

const SYMBOLS: Record<string, Operator> = {
  "=": "=",
  "==": "=",
  "!=": "!=",
  "<>": "!=",
  "≠": "!=",
  "<": "<",
  "<=": "<=",
  "≤": "<=",
  ">": ">",
  ">=": ">=",
  "≥": ">=",
  "~": "contains",
};

const DEEPEST = 100;

const BEFORE_AND_AFTER: Record<string, Operator> = { before: "<", after: ">" };

/** What a search asks for; undefined when it is blank. Any text is a search: what is not understood are words to look for. */
export function parse(text: string): Node | undefined {
  const reader = read(text);
  const items: Node[] = [];
  while (!reader.done()) {
    const item = parseOr(reader);
    if (item) items.push(item);
    // A bracket that nothing opened.
    reader.take(/\)/y);
  }
  // Nothing but operators and brackets.
  return joined("and", items) ?? (text.trim() ? { type: "text", text: text.trim(), phrase: false } : undefined);
}

function parseOr(reader: Reader): Node | undefined {
  const items: Node[] = [];
  do {
    const item = parseAnd(reader);
    if (item) items.push(item);
  } while (reader.take(/or(?![^\s()"])/iy));
  return joined("or", items);
}

function parseAnd(reader: Reader): Node | undefined {
  const items: Node[] = [];
  for (;;) {
    while (reader.take(/and(?![^\s()"])/iy));
    if (reader.done() || reader.sees(/\)|or(?![^\s()"])/iy)) break;
    const item = parseNot(reader);
    if (item) items.push(item);
  }
  return joined("and", items);
}

function parseNot(reader: Reader): Node | undefined {
  let denied = false;
  while (reader.take(/not(?![^\s()"])/iy)) denied = !denied;
  const item = parsePiece(reader);
  if (!item || !denied) return item;
  return item.type === "not" ? item.item : { type: "not", item };
}

function parsePiece(reader: Reader): Node | undefined {
  // Behind a "not", what joins two pieces is no piece.
  if (reader.done() || reader.sees(/\)|(and|or)(?![^\s()"])/iy)) return undefined;
  if (reader.take(/\(/y)) return group(reader);
  const from = reader.at();
  const leaf = phrase(reader) ?? tag(reader) ?? comparison(reader) ?? word(reader);
  return leaf && { ...leaf, at: { from, to: reader.at() } };
}

/** Brackets deeper than anybody means them are passed over, so that none can exhaust the stack. */
function group(reader: Reader): Node | undefined {
  if (reader.depth === DEEPEST) return parsePiece(skipped(reader));
  reader.depth++;
  const inner = parseOr(reader);
  reader.depth--;
  reader.take(/\)/y);
  return inner;
}

function skipped(reader: Reader): Reader {
  while (reader.take(/\(/y));
  return reader;
}

function phrase(reader: Reader): Leaf | undefined {
  const text = reader.string();
  if (text === undefined) return undefined;
  return { type: "text", text, phrase: true };
}

function tag(reader: Reader): Leaf | undefined {
  if (!reader.sees(/#[^\s()#]/y)) return undefined;
  reader.take(/#/y);
  const name = reader.string() ?? reader.take(/[^\s()"#]+/y)?.[0] ?? "";
  return { type: "tag", tag: name };
}

/** `field op value`. What begins like one and is none is put back, to be read as words. */
function comparison(reader: Reader): Leaf | undefined {
  const begin = reader.at();
  const name = reader.take(/is(?=\s*[:=])|attributes\.[^\s()"<>=!~:≠≤≥]+|[a-z]+/iy)?.[0];
  const leaf = name === undefined ? undefined : name.toLowerCase() === "is" ? state(reader) : compared(reader, name);
  if (!leaf) reader.back(begin);
  return leaf;
}

function state(reader: Reader): Leaf | undefined {
  const what = stateOf(reader.take(/[:=]\s*([a-z]+)(?![^\s()"])/iy)?.[1] ?? "");
  return what && { type: "is", what };
}

function compared(reader: Reader, name: string): Leaf | undefined {
  const field = fieldOf(name);
  if (field === undefined) return undefined;
  const op = operator(reader, field);
  if (!op) return undefined;
  const values = op === "in" || op === "not in" ? reader.list() : value(reader, field);
  return values && isComparison(field, op, values) ? { type: "field", field, op, values } : undefined;
}

function operator(reader: Reader, field: string): Operator | undefined {
  const symbol = reader.take(/==|!=|<>|<=|>=|[=<>~≠≤≥:]/y)?.[0];
  // A colon asks for a piece of a text, and for the whole of anything else.
  if (symbol === ":") return kindOfField(field) === "text" ? "contains" : "=";
  if (symbol !== undefined) return SYMBOLS[symbol];
  if (reader.take(/contains(?![^\s()"])/iy)) return "contains";
  if (reader.take(/starts\s+with(?![^\s()"])/iy)) return "starts with";
  if (reader.take(/in(?![^\s()"])/iy)) return "in";
  if (reader.take(/not\s+in(?![^\s()"])/iy)) return "not in";
  if (kindOfField(field) !== "date") return undefined;
  return BEFORE_AND_AFTER[reader.take(/(before|after)(?![^\s()"])/iy)?.[0].toLowerCase() ?? ""];
}

function value(reader: Reader, field: string): string[] | undefined {
  const words =
    kindOfField(field) === "date"
      ? reader.take(/(this|last|next)\s+(day|week|month|year)(?![^\s()"])/iy)?.[0]
      : undefined;
  const found = words ?? reader.string() ?? reader.take(/[^\s()"]+/y)?.[0];
  return found === undefined ? undefined : [found];
}

function word(reader: Reader): Leaf | undefined {
  const text = reader.take(/[^\s()"]+/y)?.[0];
  return text === undefined ? undefined : { type: "text", text, phrase: false };
}

function joined(type: "and" | "or", items: Node[]): Node | undefined {
  return items.length > 1 ? { type, items } : items[0];
}
