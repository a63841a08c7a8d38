import { type RawBuilder, sql } from "kysely";
import { expectedRows } from "../database/expected.ts";
import type { Leaf, Node } from "../search-language/index.ts";
import { hasWords } from "./words.ts";

/** Reading the index of a word that so many things have takes longer than testing what a rarer one finds. */
const MANY = 20_000;
const TIMES_RARER = 10;

/** Of words that are all sought, those that are common beside the rarest of them. */
export async function commonLeaves(node: Node | undefined): Promise<ReadonlySet<Leaf>> {
  const leaves = node?.type === "and" ? node.items.filter((item) => item.type === "text" && !item.phrase) : [];
  if (leaves.length < 2) return new Set();
  const expected: { leaf: Leaf; rows: number }[] = [];
  for (const leaf of leaves) {
    const words = leaf.type === "text" ? hasWords(leaf.text) : undefined;
    if (words && leaf.type === "text") expected.push({ leaf, rows: await having(words) });
  }
  const rarest = Math.min(...expected.map(({ rows }) => rows));
  return new Set(expected.filter(({ rows }) => rows > MANY && rows > TIMES_RARER * rarest).map(({ leaf }) => leaf));
}

const having = (words: RawBuilder<boolean>): Promise<number> => expectedRows(sql`select from entity e where ${words}`);
