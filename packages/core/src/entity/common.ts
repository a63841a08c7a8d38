import { sql } from "kysely";
import { expectedRows } from "../database/expected.ts";
import type { Leaf, Node } from "../search-language/index.ts";
import { hasWords } from "./words.ts";

/** Reading the index of a word that so many things have takes longer than testing what a rarer one finds. */
const MANY = 20_000;
const TIMES_RARER = 10;

/** Of words that are all sought, those that are common beside the rarest of them. */
export async function commonLeaves(node: Node | undefined): Promise<ReadonlySet<Leaf>> {
  const sought = (node?.type === "and" ? node.items : []).flatMap((leaf) => {
    if (leaf.type !== "text" || leaf.phrase) return [];
    const words = hasWords(leaf.text);
    return words ? [{ leaf, words }] : [];
  });
  if (sought.length < 2) return new Set();
  const expected: { leaf: Leaf; rows: number }[] = [];
  for (const { leaf, words } of sought)
    expected.push({ leaf, rows: await expectedRows(sql`select from entity e where ${words}`) });
  const rarest = Math.min(...expected.map(({ rows }) => rows));
  return new Set(expected.filter(({ rows }) => rows > MANY && rows > TIMES_RARER * rarest).map(({ leaf }) => leaf));
}
