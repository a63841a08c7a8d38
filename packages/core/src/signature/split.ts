const CLOSING: Record<string, string> = { "(": ")", "[": "]", "{": "}" };
const QUOTES = "\"'";

/** Where the bracket that opens at `start` closes, minding quotes and brackets inside; -1 when it never does. */
export function closingOf(text: string, start: number): number {
  const open: string[] = [];
  for (let at = start; at < text.length; at++) {
    const char = text.charAt(at);
    if (QUOTES.includes(char)) {
      const end = endOfQuote(text, at);
      // An apostrophe in plain words opens nothing.
      if (end >= 0) at = end;
    } else if (char === "\\") at++;
    else if (CLOSING[char]) open.push(CLOSING[char]);
    else if (char === open.at(-1)) {
      open.pop();
      if (open.length === 0) return at;
    }
  }
  return -1;
}

/** The pieces between separators that stand in no quotes and no brackets. */
export function split(text: string, separator: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    const end = QUOTES.includes(char) ? endOfQuote(text, at) : CLOSING[char] ? closingOf(text, at) : -1;
    if (end >= 0) at = end;
    else if (char === "\\") at++;
    else if (char === separator) {
      pieces.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...pieces, text.slice(from)].map((piece) => piece.trim()).filter((piece) => piece !== "");
}

/** Without its quotes, where it has any; what a backslash hides comes out. */
export function unquote(text: string): string {
  const trimmed = text.trim();
  const quote = trimmed.charAt(0);
  if (trimmed.length < 2 || !QUOTES.includes(quote) || endOfQuote(trimmed, 0) !== trimmed.length - 1) return trimmed;
  return trimmed.slice(1, -1).replace(/\\(.)/g, "$1");
}

export function endOfQuote(text: string, start: number): number {
  const quote = text.charAt(start);
  for (let at = start + 1; at < text.length; at++) {
    if (text.charAt(at) === "\\") at++;
    else if (text.charAt(at) === quote) return at;
  }
  return -1;
}
