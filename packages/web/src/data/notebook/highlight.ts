export type Token = { text: string; class: string };

const KEYWORDS =
  "False|None|True|and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|match|nonlocal|not|or|pass|raise|return|try|while|with|yield" +
  "|function|let|const|var|new|null|undefined|true|false|this|switch|case|default|export|end|using|library|begin|then|do|local|struct|type|repeat|next";
const PARTS: [string, string][] = [
  [
    "string",
    String.raw`[rRbBfFuU]{0,2}(?:"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:\\[\s\S]|[^"\\\n])*(?:"|$|(?=\n))|'(?:\\[\s\S]|[^'\\\n])*(?:'|$|(?=\n)))`,
  ],
  ["comment", String.raw`#[^\n]*`],
  ["magic", String.raw`(?<=^|\n)[ \t]*[%!][^\n]*`],
  ["decorator", String.raw`@[A-Za-z_][\w.]*`],
  ["number", String.raw`\b(?:0[xXbBoO][\da-fA-F_]+|\d[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?\d+)?)\b`],
  ["keyword", String.raw`\b(?:${KEYWORDS})\b`],
  ["call", String.raw`\b[A-Za-z_]\w*(?=\()`],
];
const PATTERN = new RegExp(PARTS.map(([name, pattern]) => `(?<${name}>${pattern})`).join("|"), "g");
/** So much code is no longer read, and colouring it would take long. */
const MOST = 100_000;

/** Source in the colours of what its words are: near enough for reading, in Python and its neighbours. */
export function highlight(source: string): Token[] {
  if (source.length > MOST) return [{ text: source, class: "" }];
  const tokens: Token[] = [];
  let from = 0;
  for (const match of source.matchAll(PATTERN)) {
    if (match.index > from) tokens.push({ text: source.slice(from, match.index), class: "" });
    const name = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined)?.[0];
    tokens.push({ text: match[0], class: `code-${name}` });
    from = match.index + match[0].length;
  }
  if (from < source.length) tokens.push({ text: source.slice(from), class: "" });
  return tokens;
}
