import { list } from "./options.ts";
import { parseParameter } from "./parameter.ts";
import type { Problem, Signature } from "./schema.ts";

// Maps, because any word may be asked for: of an object, "constructor" would be found.
const PREFIXES = new Map<string, RegExp>(
  Object.entries({
    python: /^\s*#+\s?/,
    r: /^\s*#+'?\s?/,
    julia: /^\s*#+\s?/,
    grok: /^\s*#+\s?/,
    octave: /^\s*[%#]+\s?/,
    sql: /^\s*--+\s?/,
    javascript: /^\s*\/\/+\s?/,
    nodejs: /^\s*\/\/+\s?/,
  }),
);
/** Where no language is told, the mark of the first comment tells enough. */
const ANY = /^\s*(?:\/\/+|--+|#+'?|%+)\s?/;
const ENTRY = /^([a-zA-Z][\w.-]*)\s*:\s*(.*?)\s*$/;

const TEXTS = new Map<string, keyof Signature>(
  Object.entries({
    name: "name",
    friendlyName: "friendlyName",
    description: "description",
    language: "language",
    "help-url": "helpUrl",
    reference: "reference",
    sample: "sample",
    environment: "environment",
    condition: "condition",
    connection: "connection",
  } as const),
);

export type Parsed = { signature: Signature; problems: Problem[]; line: number };

/** The headers of a source: one for a script, one for each query of a file that separates them by `end`. Never throws. */
export function parseHeaders(source: string, language?: string): Parsed[] {
  const prefix = PREFIXES.get(language ?? "") ?? ANY;
  const all: Parsed[] = [];
  let current = empty(1);
  let inHeader = true;
  for (const [index, line] of source.split(/\r\n|\r|\n/).entries()) {
    const mark = prefix.exec(line);
    const entry = mark ? ENTRY.exec(line.slice(mark[0].length)) : null;
    if (entry?.[1] === "end" || (mark && /^end$/.test(line.slice(mark[0].length).trim()))) {
      if (hasContent(current)) all.push(current);
      current = empty(index + 2);
      inHeader = true;
    } else if (inHeader && entry) {
      take(current, { key: entry[1] ?? "", value: entry[2] ?? "", line: index + 1 });
    } else if (!mark && line.trim() !== "" && !line.startsWith("#!")) inHeader = false;
  }
  return hasContent(current) ? [...all, current] : all;
}

function take(parsed: Parsed, { key, value, line }: { key: string; value: string; line: number }): void {
  const { signature, problems } = parsed;
  const text = TEXTS.get(key);
  if (text) Object.assign(signature, { [text]: value });
  else if (key === "tags") signature.tags.push(...list(value));
  else if (key === "top-menu") signature.topMenu = value.split("|").map((part) => part.trim());
  else if (key === "test") signature.tests.push(value);
  else if (key === "schedule") signature.schedule = { ...signature.schedule, cron: value };
  else if (key === "schedule.runAs") signature.schedule = { cron: "", ...signature.schedule, runAs: value };
  else if (key.startsWith("meta.")) signature.meta[key.slice("meta.".length)] = value;
  else if (key === "input" || key === "output") {
    const { parameter, problems: found } = parseParameter(value);
    problems.push(...found.map((message) => ({ line, message })));
    if (!parameter) return;
    const side = key === "input" ? signature.inputs : signature.outputs;
    if (side.some(({ name }) => name === parameter.name)) {
      problems.push({ line, message: `There is another ${key} "${parameter.name}".` });
    } else side.push(parameter);
  }
  // Anything else is a comment that happens to have a colon, such as a licence's.
}

const hasContent = ({ signature }: Parsed): boolean =>
  signature.name !== undefined || signature.inputs.length > 0 || signature.outputs.length > 0;

const empty = (line: number): Parsed => ({
  line,
  problems: [],
  signature: { tags: [], tests: [], meta: {}, inputs: [], outputs: [] },
});
