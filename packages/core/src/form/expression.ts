// The conditions of a form: `type == 'ICE' and tankVolume > 50`, `startsWith(value, "12")`. A small language of its own, because
// what somebody writes into a header must never run as code.

export type Value = string | number | boolean | null | Value[];
export type Scope = Readonly<Record<string, unknown>>;

export class ExpressionError extends Error {
  override name = "ExpressionError";
}

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|([\p{L}_][\p{L}\p{N}_.]*)|(==|!=|<=|>=|&&|\|\||[-+*/%^<>!()[\],=]))/uy;
const MAX_LENGTH = 2_000;
const MAX_DEPTH = 50;

const LEVELS: string[][] = [
  ["or", "||"],
  ["and", "&&"],
  ["==", "=", "!=", "<", "<=", ">", ">=", "in"],
  ["+", "-"],
  ["*", "/", "%"],
  ["^"],
];

/** What the expression says of the values in scope. Throws ExpressionError where it can't be read, which a form shows beside the field. */
export function evaluate(text: string, scope: Scope): Value {
  if (text.length > MAX_LENGTH) throw new ExpressionError("The expression is too long.");
  const reader = new Reader(tokens(text), scope);
  const value = reader.level(0, 0);
  reader.end();
  return value;
}

type Token = { kind: "number" | "text" | "name" | "sign"; text: string };

function tokens(text: string): Token[] {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  while (text.slice(TOKEN.lastIndex).trim() !== "") {
    const at = TOKEN.lastIndex;
    const [, number, quoted, name, sign] = TOKEN.exec(text) ?? [];
    if (number !== undefined) found.push({ kind: "number", text: number });
    else if (quoted !== undefined) found.push({ kind: "text", text: quoted.slice(1, -1).replace(/\\(.)/g, "$1") });
    else if (name !== undefined) found.push({ kind: "name", text: name });
    else if (sign !== undefined) found.push({ kind: "sign", text: sign });
    else throw new ExpressionError(`The expression breaks off at "${text.slice(at, at + 20).trim()}".`);
  }
  return found;
}

/** Evaluates while it reads: an expression is read as often as it is written, once for each keystroke. */
class Reader {
  readonly #tokens: Token[];
  readonly #scope: Scope;
  #at = 0;

  constructor(all: Token[], scope: Scope) {
    this.#tokens = all;
    this.#scope = scope;
  }

  level(index: number, depth: number): Value {
    if (depth > MAX_DEPTH) throw new ExpressionError("The expression is nested too deep.");
    const operators = LEVELS[index];
    if (!operators) return this.#unary(depth);
    let left = this.level(index + 1, depth);
    for (;;) {
      const operator = this.#take(operators);
      if (operator === undefined) return left;
      left = apply(operator, left, this.level(index + 1, depth));
    }
  }

  end(): void {
    const left = this.#tokens[this.#at];
    if (left) throw new ExpressionError(`"${left.text}" stands where nothing is expected.`);
  }

  #unary(depth: number): Value {
    if (this.#take(["not", "!"])) return !truth(this.#unary(depth + 1));
    if (this.#take(["-"])) return -number(this.#unary(depth + 1));
    return this.#primary(depth + 1);
  }

  #primary(depth: number): Value {
    const token = this.#tokens[this.#at++];
    if (!token) throw new ExpressionError("The expression ends too early.");
    if (token.kind === "number") return Number(token.text);
    if (token.kind === "text") return token.text;
    if (token.text === "(") return this.#closed(")", () => this.level(0, depth));
    if (token.text === "[") return this.#list("]", depth);
    if (token.kind === "name")
      return this.#take(["("]) ? call(token.text, this.#list(")", depth)) : this.#named(token.text);
    throw new ExpressionError(`"${token.text}" stands where a value is expected.`);
  }

  #named(name: string): Value {
    if (Object.hasOwn(WORDS, name)) return WORDS[name] ?? null;
    if (!Object.hasOwn(this.#scope, name)) throw new ExpressionError(`There is no parameter "${name}".`);
    return (this.#scope[name] ?? null) as Value;
  }

  #list(closing: string, depth: number): Value[] {
    const items: Value[] = [];
    while (this.#take([closing]) === undefined) {
      if (items.length > 0 && !this.#take([","]))
        throw new ExpressionError(`A list goes on with "," or ends with "${closing}".`);
      items.push(this.level(0, depth));
    }
    return items;
  }

  #closed(closing: string, read: () => Value): Value {
    const value = read();
    if (!this.#take([closing])) throw new ExpressionError(`A "${closing}" is missing.`);
    return value;
  }

  #take(wanted: string[]): string | undefined {
    const token = this.#tokens[this.#at];
    if (!token || token.kind === "text" || !wanted.includes(token.text)) return;
    this.#at++;
    return token.text;
  }
}

const WORDS: Record<string, Value> = { true: true, false: false, null: null };

function apply(operator: string, a: Value, b: Value): Value {
  switch (operator) {
    case "or":
    case "||":
      return truth(a) || truth(b);
    case "and":
    case "&&":
      return truth(a) && truth(b);
    case "==":
    case "=":
      return a === b;
    case "!=":
      return a !== b;
    case "in":
      return Array.isArray(b) && b.includes(a);
    case "+":
      return typeof a === "string" || typeof b === "string" ? `${a ?? ""}${b ?? ""}` : number(a) + number(b);
    case "-":
      return number(a) - number(b);
    case "*":
      return number(a) * number(b);
    case "/":
      return number(a) / number(b);
    case "%":
      return number(a) % number(b);
    case "^":
      return number(a) ** number(b);
    default:
      return compare(operator, a, b);
  }
}

/** Nothing is less or more than what is not there. */
function compare(operator: string, a: Value, b: Value): boolean {
  if (a === null || b === null) return false;
  const [left, right] = typeof a === "string" && typeof b === "string" ? [a, b] : [number(a), number(b)];
  if (operator === "<") return left < right;
  if (operator === "<=") return left <= right;
  return operator === ">" ? left > right : left >= right;
}

const text = (value: Value | undefined): string => (value === null || value === undefined ? "" : String(value));
const truth = (value: Value): boolean => value !== null && value !== false && value !== 0 && value !== "";

function number(value: Value | undefined): number {
  if (typeof value === "number") return value;
  throw new ExpressionError(`${JSON.stringify(value ?? null)} is not a number.`);
}

const FUNCTIONS: Record<string, (args: Value[]) => Value> = {
  startswith: ([a, b]) => text(a).startsWith(text(b)),
  endswith: ([a, b]) => text(a).endsWith(text(b)),
  contains: ([a, b]) => (Array.isArray(a) ? a.includes(b ?? null) : text(a).includes(text(b))),
  length: ([a]) => (Array.isArray(a) ? a.length : text(a).length),
  isempty: ([a]) => a === null || a === undefined || a === "" || (Array.isArray(a) && a.length === 0),
  lower: ([a]) => text(a).toLowerCase(),
  upper: ([a]) => text(a).toUpperCase(),
  trim: ([a]) => text(a).trim(),
  abs: ([a]) => Math.abs(number(a)),
  round: ([a]) => Math.round(number(a)),
  floor: ([a]) => Math.floor(number(a)),
  ceil: ([a]) => Math.ceil(number(a)),
  min: (all) => Math.min(...all.map(number)),
  max: (all) => Math.max(...all.map(number)),
};

function call(name: string, args: Value[]): Value {
  const lower = name.toLowerCase();
  const known = Object.hasOwn(FUNCTIONS, lower) ? FUNCTIONS[lower] : undefined;
  if (!known) throw new ExpressionError(`There is no function "${name}".`);
  return known(args);
}
