/** Event patterns of EventBridge: every field named must be there and match one of its values. */
export type Matches = (event: unknown) => boolean;

type Test = (value: unknown) => boolean;
type Fields = Record<string, unknown>;

/** Refuses what this host does not know, by name, so that no rule is silently never true. */
export function parsePattern(text: string): Matches {
  const pattern: unknown = JSON.parse(text);
  if (!isFields(pattern) || Object.keys(pattern).length === 0) throw new PatternError("The pattern is no JSON object");
  return objectOf(pattern, "$");
}

export class PatternError extends Error {
  override readonly name = "InvalidEventPatternException";
}

function objectOf(pattern: Fields, path: string): Matches {
  const tests = Object.entries(pattern).map(([name, inner]): Matches => {
    if (name === "$or") return anyOf(inner, path);
    const at = `${path}.${name}`;
    if (Array.isArray(inner)) {
      const test = valuesOf(inner, at);
      return (event) => test(isFields(event) ? event[name] : undefined);
    }
    if (!isFields(inner)) throw new PatternError(`${at} must be a list of values or an object`);
    const below = objectOf(inner, at);
    // Of a list of objects one is enough.
    return (event) => [isFields(event) ? event[name] : undefined].flat().some(below);
  });
  return (event) => tests.every((test) => test(event));
}

function anyOf(patterns: unknown, path: string): Matches {
  if (!Array.isArray(patterns)) throw new PatternError(`${path}.$or must be a list of patterns`);
  const all = patterns.map((pattern) => objectOf(pattern as Fields, path));
  return (event) => all.some((test) => test(event));
}

function valuesOf(values: unknown[], path: string): Test {
  if (values.length === 0) throw new PatternError(`${path} has no value to match`);
  const tests = values.map((value) => (isFields(value) ? contentOf(value, path) : (given: unknown) => given === value));
  return (given) => {
    const candidates = Array.isArray(given) ? (given.length > 0 ? given : [undefined]) : [given];
    return tests.some((test) => candidates.some(test));
  };
}

const CONTENT: Record<string, (operand: unknown, path: string) => Test> = {
  prefix: (operand, path) => onText(operand, path, (value, part) => value.startsWith(part)),
  suffix: (operand, path) => onText(operand, path, (value, part) => value.endsWith(part)),
  "equals-ignore-case": (operand) => (value) => lower(value) !== undefined && lower(value) === lower(operand),
  wildcard: (operand) => {
    const pieces = String(operand)
      .split("*")
      .map((piece) => piece.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
    const pattern = new RegExp(`^${pieces.join(".*")}$`, "s");
    return (value) => typeof value === "string" && pattern.test(value);
  },
  exists: (operand) => (value) => (value !== undefined) === operand,
  numeric: (operand, path) => numeric(operand, path),
  "anything-but": (operand, path) => {
    const inner = isFields(operand) ? contentOf(operand, path) : valuesOf([operand].flat(), path);
    return (value) => value !== undefined && !inner(value);
  },
};

function contentOf(content: Fields, path: string): Test {
  const [[kind, operand] = ["nothing", undefined], ...others] = Object.entries(content);
  const make = CONTENT[kind];
  if (!make || others.length > 0) throw new PatternError(`${path}: the filter ${kind} is not known`);
  return make(operand, path);
}

/** `{"prefix": "a"}` and `{"prefix": {"equals-ignore-case": "a"}}`. */
function onText(operand: unknown, path: string, test: (value: string, part: string) => boolean): Test {
  const folded = isFields(operand) ? operand["equals-ignore-case"] : undefined;
  const part = folded ?? operand;
  if (typeof part !== "string") throw new PatternError(`${path}: a prefix or suffix must be a text`);
  if (folded === undefined) return (value) => typeof value === "string" && test(value, part);
  return (value) => typeof value === "string" && test(value.toLowerCase(), part.toLowerCase());
}

const COMPARE: Record<string, (a: number, b: number) => boolean> = {
  "=": (a, b) => a === b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

/** `[">", 0, "<=", 5]` */
function numeric(operand: unknown, path: string): Test {
  const list: unknown[] = Array.isArray(operand) ? operand : [];
  const tests: ((value: number) => boolean)[] = [];
  for (let at = 0; at < list.length; at += 2) {
    const compare = COMPARE[String(list[at])];
    const bound = list[at + 1];
    if (!compare || typeof bound !== "number") throw new PatternError(`${path}: numeric needs operators and numbers`);
    tests.push((value) => compare(value, bound));
  }
  if (tests.length === 0) throw new PatternError(`${path}: numeric needs an operator and a number`);
  return (value) => typeof value === "number" && tests.every((test) => test(value));
}

const lower = (value: unknown): string | undefined => (typeof value === "string" ? value.toLowerCase() : undefined);
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
