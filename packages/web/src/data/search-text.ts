import { type Leaf, leavesOf, parse, value } from "@atrium/core/search-language";

/** A search as the box shows it: what is finished, piece by piece, and what is still being typed. */
export type Piece = { text: string; from: number; to: number; chip?: string[] };
export type Shown = { pieces: Piece[]; open: string; openFrom: number };

const WORDS: Record<string, string> = {
  "=": "is",
  "!=": "is not",
  "<": "below",
  "<=": "at most",
  ">": "above",
  ">=": "at least",
  in: "is one of",
  "not in": "is none of",
};
const DATE_WORDS: Record<string, string> = { "<": "before", "<=": "until", ">": "after", ">=": "from" };

/** The parts of a chip; undefined for words, which are shown as they are. */
function chipOf(leaf: Leaf): string[] | undefined {
  if (leaf.type === "tag") return [`#${leaf.tag}`];
  if (leaf.type === "is") return ["is", leaf.what];
  if (leaf.type === "text") return undefined;
  const isDate = leaf.field === "created" || leaf.field === "updated";
  const op = (isDate ? DATE_WORDS[leaf.op] : undefined) ?? WORDS[leaf.op] ?? leaf.op;
  return [leaf.field.replace(/^attributes\./, ""), op, leaf.values.join(", ")];
}

/** What ends before the end of the text is finished; the rest is in the box. */
export function shown(q: string): Shown {
  const node = parse(q);
  const chips = (node ? leavesOf(node) : []).filter((leaf) => chipOf(leaf) && leaf.at && leaf.at.to < q.length);
  const pieces: Piece[] = [];
  let end = 0;
  const words = (to: number) => {
    if (q.slice(end, to).trim()) pieces.push({ text: q.slice(end, to).trim(), from: end, to });
  };
  for (const leaf of chips) {
    if (!leaf.at) continue;
    words(leaf.at.from);
    pieces.push({ text: q.slice(leaf.at.from, leaf.at.to), ...leaf.at, chip: chipOf(leaf) ?? [] });
    end = leaf.at.to;
  }
  return { pieces, open: q.slice(end).trimStart(), openFrom: end };
}

/** The search with other words at its end. */
export function withOpen(q: string, open: string): string {
  const kept = q.slice(0, shown(q).openFrom);
  return kept && open ? `${kept} ${open}` : kept ? `${kept} ` : open;
}

export const without = (q: string, { from, to }: { from: number; to: number }): string =>
  `${q.slice(0, from).trimEnd()} ${q.slice(to).trimStart()}`.trimStart();

/** Makes the last finished piece text again, to be changed. */
export const reopened = (q: string): string => q.trimEnd();

type Chosen = { leaf?: Leaf; values: string[] };

/** Which values of a field the whole search is held to. What stands in an "or" or a "not" holds nothing. */
export function chosen(q: string, field: string): Chosen {
  const node = parse(q);
  const parts = node?.type === "and" ? node.items : node ? [node] : [];
  for (const part of parts)
    if (part.type === "field" && part.field === field && (part.op === "=" || part.op === "in"))
      return { leaf: part, values: part.values };
  return { values: [] };
}

/** Takes a value of a field in, or out again. */
export function toggled(q: string, field: string, one: string): string {
  const { leaf, values } = chosen(q, field);
  const next = values.includes(one) ? values.filter((other) => other !== one) : [...values, one];
  const text =
    next.length === 0
      ? ""
      : next.length === 1
        ? `${field} = ${value(next[0] ?? "")}`
        : `${field} in (${next.map(value).join(", ")})`;
  if (leaf?.at) return `${q.slice(0, leaf.at.from)}${text}${q.slice(leaf.at.to)}`.replace(/\s+/g, " ").trimStart();
  // Where a search is an "or", all of it is held to the value.
  const whole = parse(q)?.type === "or" ? `(${q.trim()})` : q.trim();
  return `${whole} ${text} `.trimStart();
}

/** What a label is marked by: the words that are sought. */
export function soughtWords(q: string): string[] {
  const node = parse(q);
  return (node ? leavesOf(node) : []).flatMap((leaf) =>
    leaf.type === "text" ? (leaf.text.match(/[\p{L}\p{N}]+/gu) ?? []) : [],
  );
}

/** A text in pieces, every other one (from the second on) to be marked. */
export function markedBy(text: string, words: string[]): string[] {
  const sought = words.filter((word) => word.length > 0).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return sought.length === 0 ? [text] : text.split(new RegExp(`(${sought.join("|")})`, "giu"));
}
