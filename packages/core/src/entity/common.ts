import { sql } from "kysely";
import { expectedRows } from "../database/expected.ts";
import type { Leaf, Node } from "../search-language/index.ts";
import { type Asking, matches } from "./match.ts";

/** Reading the index of what so many things have takes longer than testing what something rarer finds. */
const MANY = 20_000;
const TIMES_RARER = 10;

/** Of all that is asked for together with words, what is common beside the rarest of it: PostgreSQL would read the indexes of both. */
export async function commonLeaves(node: Node | undefined, asking: Asking): Promise<ReadonlySet<Leaf>> {
  const sought = (node?.type === "and" ? node.items : []).filter((item) => isLeaf(item)).filter(hasIndex);
  if (sought.length < 2 || !sought.some(({ type }) => type === "text")) return new Set();
  const expected: { leaf: Leaf; rows: number }[] = [];
  for (const leaf of sought)
    expected.push({ leaf, rows: await expectedRows(sql`select from entity e where ${matches(leaf, asking)}`) });
  const rarest = Math.min(...expected.map(({ rows }) => rows));
  return new Set(expected.filter(({ rows }) => rows > MANY && rows > TIMES_RARER * rarest).map(({ leaf }) => leaf));
}

const isLeaf = (node: Node): node is Leaf => node.type !== "and" && node.type !== "or" && node.type !== "not";

/** How much lies in a project, or is reached in some way, is not guessed. */
const UNGUESSED = new Set(["project", "access"]);
const hasIndex = (leaf: Leaf): boolean =>
  leaf.type === "field"
    ? !UNGUESSED.has(leaf.field) && leaf.op !== "!=" && leaf.op !== "not in"
    : !(leaf.type === "text" && leaf.phrase);
