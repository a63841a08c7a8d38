import { fieldOf } from "./fields.ts";
import type { Leaf, Node } from "./node.ts";

/** The text of a search that reads back as the same search. */
export function write(node: Node): string {
  if (node.type === "not") return `not ${grouped(node.item)}`;
  if (node.type === "and") return node.items.map(grouped).join(" ");
  if (node.type === "or") return node.items.map(grouped).join(" or ");
  return writeLeaf(node);
}

const grouped = (node: Node): string => (node.type === "and" || node.type === "or" ? `(${write(node)})` : write(node));

function writeLeaf(leaf: Leaf): string {
  if (leaf.type === "text") return leaf.phrase ? quoted(leaf.text) : word(leaf.text);
  if (leaf.type === "tag") return `#${/^[^\s()"#]+$/.test(leaf.tag) ? leaf.tag : quoted(leaf.tag)}`;
  if (leaf.type === "is") return `is:${leaf.what}`;
  const values = leaf.values.map(value);
  return leaf.op === "in" || leaf.op === "not in"
    ? `${leaf.field} ${leaf.op} (${values.join(", ")})`
    : `${leaf.field} ${leaf.op} ${values[0]}`;
}

/** In brackets, a word that begins like a comparison stays a word. What has brackets or spaces stands alone. */
function word(text: string): string {
  const plain = /^[\p{L}\p{N}_.-]+$/u.test(text) && text.toLowerCase() !== "is" && fieldOf(text) === undefined;
  return plain || /[\s()]/.test(text) ? text : `(${text})`;
}

/** As it must stand behind an operator. */
export const value = (text: string): string => (/^[^\s()",\\=<>~:≠≤≥]+$/.test(text) ? text : quoted(text));

const quoted = (text: string): string => `"${text.replace(/["\\]/g, "\\$&")}"`;
