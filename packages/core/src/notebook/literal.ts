/** Python's literals, as far as a parameter's default is written in them. Never evaluates anything. */

export type Literal = { value: unknown; type: LiteralType; rest: string };
export type LiteralType = "int" | "double" | "string" | "bool" | "none" | "list" | "map";

const WORDS: Record<string, { value: unknown; type: LiteralType }> = {
  True: { value: true, type: "bool" },
  False: { value: false, type: "bool" },
  None: { value: null, type: "none" },
};
const NUMBER = /^[+-]?(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?/;
const WORD = /^[A-Za-z_]\w*/;
const QUOTED = /^([rR]?)("""|'''|"|')/;
const ESCAPES: Record<string, string> = {
  n: "\n",
  t: "\t",
  r: "\r",
  "\\": "\\",
  "'": "'",
  '"': '"',
  "\n": "",
  "0": "\0",
};
const DEEPEST = 20;

/** The literal that the text begins with, and what follows it; undefined for anything that would have to be run. */
export function readLiteral(text: string, depth = 0): Literal | undefined {
  if (depth > DEEPEST) return;
  const at = text.trimStart();
  const word = WORDS[WORD.exec(at)?.[0] ?? ""];
  if (word) return { ...word, rest: at.replace(WORD, "") };
  if (QUOTED.test(at)) return readString(at);
  if (at.startsWith("[") || at.startsWith("(")) return readList(at, depth);
  if (at.startsWith("{")) return readMap(at, depth);
  const number = NUMBER.exec(at)?.[0];
  return number === undefined ? undefined : readNumber(number, at.slice(number.length));
}

function readNumber(text: string, rest: string): Literal | undefined {
  // What goes on is another number than it seems: hexadecimal, imaginary.
  if (/^[\w.]/.test(rest)) return;
  const value = Number(text.replaceAll("_", ""));
  const type = /[.eE]/.test(text) ? "double" : "int";
  return Number.isFinite(value) && (type === "double" || Number.isSafeInteger(value))
    ? { value, type, rest }
    : undefined;
}

function readString(text: string): Literal | undefined {
  const [opening = "", raw, quote = ""] = QUOTED.exec(text) ?? [];
  let value = "";
  for (let at = opening.length; at < text.length; at++) {
    if (text.startsWith(quote, at)) return { value, type: "string", rest: text.slice(at + quote.length) };
    const char = text.charAt(at);
    if (char === "\n" && quote.length === 1) return;
    if (char !== "\\") value += char;
    else if (raw) value += char + text.charAt(++at);
    else {
      const code = /^\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8}))/.exec(text.slice(at, at + 10));
      const known = ESCAPES[text.charAt(at + 1)];
      if (code) {
        const point = Number.parseInt(code[1] ?? code[2] ?? code[3] ?? "", 16);
        if (point > 0x10ffff) return;
        value += String.fromCodePoint(point);
        at += code[0].length - 1;
      } else {
        value += known ?? `\\${text.charAt(at + 1)}`;
        at++;
      }
    }
  }
  return;
}

/** A tuple counts as a list; one thing in brackets is that thing. */
function readList(text: string, depth: number): Literal | undefined {
  const closing = text.startsWith("[") ? "]" : ")";
  const items: unknown[] = [];
  let only: Literal | undefined;
  let hasComma = false;
  for (let rest = skip(text.slice(1)); ; ) {
    if (rest.startsWith(closing)) {
      const after = rest.slice(1);
      if (closing === ")" && !hasComma && only) return { ...only, rest: after };
      return { value: items, type: "list", rest: after };
    }
    const item = readLiteral(rest, depth + 1);
    if (!item) return;
    items.push(item.value);
    only = item;
    rest = skip(item.rest);
    if (rest.startsWith(",")) {
      hasComma = true;
      rest = skip(rest.slice(1));
    } else if (!rest.startsWith(closing)) return;
  }
}

function readMap(text: string, depth: number): Literal | undefined {
  const entries: [string, unknown][] = [];
  for (let rest = skip(text.slice(1)); ; ) {
    if (rest.startsWith("}")) return { value: Object.fromEntries(entries), type: "map", rest: rest.slice(1) };
    const key = readLiteral(rest, depth + 1);
    const colon = key ? skip(key.rest) : "";
    if (key?.type !== "string" || !colon.startsWith(":")) return;
    const value = readLiteral(skip(colon.slice(1)), depth + 1);
    if (!value) return;
    entries.push([String(key.value), value.value]);
    rest = skip(value.rest);
    if (rest.startsWith(",")) rest = skip(rest.slice(1));
    else if (!rest.startsWith("}")) return;
  }
}

/** Within brackets, lines and comments mean nothing. */
const skip = (text: string): string => text.replace(/^(?:\s+|#[^\n]*)+/, "");
