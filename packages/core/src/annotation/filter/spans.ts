import { type Checked, type Class, checkLeaf, type Scalar } from "./cells.ts";
import { attributeOf, classesOf, type Known } from "./fields.ts";
import type { Filter, Leaf } from "./schema.ts";

/** Where the numbers of an attribute have to lie, both ends included. */
export type Span = { name: string; from: number; to: number };

type Subject = "localization" | "state";

/**
 * What can be asked of the index of numbers before rows are looked at: each answer is a list of spans of which every row that fulfils the
 * filter lies in at least one. A row in them need not fulfil it.
 */
export function spansOf(filter: Filter, subject: Subject, known: Known): Span[][] {
  if ("and" in filter) return met(filter.and.flatMap((one) => spansOf(one, subject, known)));
  if ("or" in filter) {
    const each = filter.or.map((one) => spansOf(one, subject, known)[0]);
    return each.every((spans) => spans !== undefined) ? [each.flat()] : [];
  }
  return "field" in filter ? ofLeaf(filter, subject, known) : [];
}

/** Of two conditions on one attribute what fulfils both. */
function met(all: Span[][]): Span[][] {
  const single = new Map<string, Span>();
  const others: Span[][] = [];
  for (const spans of all) {
    const [span] = spans;
    if (spans.length !== 1 || !span) others.push(spans);
    else {
      const { from, to } = single.get(span.name) ?? span;
      single.set(span.name, { ...span, from: Math.max(from, span.from), to: Math.min(to, span.to) });
    }
  }
  return [...[...single.values()].map((span) => [span]), ...others];
}

function ofLeaf(leaf: Leaf, subject: Subject, known: Known): Span[][] {
  const name = attributeOf(leaf.field);
  if (name === undefined) return [];
  const spans = classesOf(leaf.field, subject, known).flatMap((of) => {
    const checked = checkLeaf(leaf, of);
    return "problem" in checked ? [] : [ofRange(name, checked, of)];
  });
  return spans.length > 0 && spans.every((span) => span !== undefined) ? [spans] : [];
}

function ofRange(name: string, node: Checked, of: Class): Span | undefined {
  if (of !== "number" && of !== "datetime") return undefined;
  const [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  switch (node.op) {
    case "between":
      return { name, from: numberOf(node.value[0]), to: numberOf(node.value[1]) };
    case "gt":
    case "gte":
      return { name, from: numberOf(node.value), to: most };
    case "lt":
    case "lte":
      return { name, from: least, to: numberOf(node.value) };
    default:
      return undefined;
  }
}

/** A time as the index has it: its digits, in the order of its text. */
function numberOf(value: Scalar): number {
  if (typeof value === "number") return value;
  return /^[+-]/.test(String(value)) ? -1 : Number(String(value).replace(/\D/g, ""));
}
