import { type RawBuilder, sql } from "kysely";
import {
  attributeOf,
  kindOfField,
  type Leaf,
  leavesOf,
  type Node,
  type Operator,
  wayOf,
} from "../search-language/index.ts";
import { matchesAccess } from "./match-access.ts";
import { matchesAttribute } from "./match-attribute.ts";
import { matchesTime } from "./match-date.ts";
import { hasPhrase, hasWords, isIndexed, likePattern, likePrefix, piecesOf, surelyHas, tsqueryOf } from "./words.ts";

type Condition = RawBuilder<boolean>;
type Field = Extract<Leaf, { type: "field" }>;

export type Asking = {
  userID: string | null;
  now: Date;
  /** Whether entity `e` is one that the actor sees: what a project is called tells something only of one they see. */
  visible: Condition;
  /** Only to guess how much there is: pieces of names are left out, which PostgreSQL takes for far more than they are. */
  roughly?: boolean;
  /** Leaves that are tested on what the others find, without reading their index. */
  common?: ReadonlySet<Leaf>;
  /** Whether it is tested row by row, on what something else found. */
  oneByOne?: boolean;
};

/** Whether entity `e` is what is searched for. What has neither a letter nor a digit asks for nothing; alone, it finds nothing. */
export const matches = (node: Node | undefined, asking: Asking): Condition =>
  node === undefined
    ? sql<boolean>`true`
    : (condition(node, asking) ?? sql<boolean>`${asking.roughly === true && leavesOf(node).some(isAboutAccess)}`);

const isAboutAccess = (leaf: Leaf): boolean => leaf.type === "field" && leaf.field === "access";

/** Whether the search is after what lies in the trash, which is found only when asked for. */
export const asksForTrash = (node: Node | undefined): boolean =>
  node !== undefined && leavesOf(node).some((leaf) => leaf.type === "is" && leaf.what === "trashed");

function condition(node: Node, asking: Asking): Condition | undefined {
  if (node.type === "not") {
    const denied = condition(node.item, { ...asking, oneByOne: true });
    return denied && sql<boolean>`not ${denied}`;
  }
  if (node.type !== "and" && node.type !== "or") {
    if (!asking.common?.has(node)) return leafCondition(node, asking);
    const found = leafCondition(node, { ...asking, oneByOne: true });
    return found && sql<boolean>`(${found}) is true`;
  }
  // One of several is found by indexes only where all of them are, and none finds a good part of everything.
  const oneByOne = asking.oneByOne || (node.type === "or" && !node.items.every(isRare));
  const parts = node.items.map((item) => condition(item, { ...asking, oneByOne })).filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : sql<boolean>`(${sql.join(parts, sql.raw(` ${node.type} `))})`;
}

function isRare(node: Node): boolean {
  if (node.type === "and") return node.items.some(isRare);
  if (node.type === "or") return node.items.every(isRare);
  if (node.type === "field")
    return node.field === "name" && !node.values.some((value) => piecesOf(value) === "") && !isDenied(node.op);
  return node.type === "text" || node.type === "tag" || (node.type === "is" && node.what === "mine");
}

function leafCondition(leaf: Leaf, asking: Asking): Condition | undefined {
  if (leaf.type === "text") return text(leaf, asking);
  if (leaf.type === "tag") return hasWords(leaf.tag, "B");
  // How much somebody gets at in a way is not to be guessed: the other pieces say how much there is.
  if (asking.roughly && isAboutAccess(leaf)) return undefined;
  if (leaf.type === "field") return fieldCondition(leaf, asking);
  if (leaf.what === "mine") return sql<boolean>`e.created_by = ${asking.userID}`;
  if (leaf.what === "trashed") return sql<boolean>`e.deleted_at is not null`;
  return sql<boolean>`exists (select from favorite f where f.entity_id = e.id and f.user_id = ${asking.userID})`;
}

function text(leaf: Extract<Leaf, { type: "text" }>, { roughly, oneByOne }: Asking): Condition | undefined {
  const { text, phrase } = leaf;
  const words = phrase ? hasPhrase(text) : hasWords(text);
  if (words === undefined || roughly) return words;
  // As a piece of the name where that is long enough for its index.
  if (!/[\p{L}\p{N}]{3}/u.test(text))
    return phrase ? words : sql<boolean>`(${words} or e.name_key like lower(${likePrefix(text)}))`;
  const found = sql<boolean>`(${words} or e.name ilike ${likePattern(text)})`;
  if (oneByOne) return found;
  const [whole, pieces] = [tsqueryOf(text), piecesOf(text)];
  // Of the beginning of one word both ask for the same, and the index says all there is to say.
  return !phrase && whole === pieces && !pieces.includes(" ")
    ? isIndexed(pieces)
    : sql<boolean>`(${isIndexed(`${whole} | ${pieces}`)} and ${found})`;
}

const isDenied = (op: Operator): boolean => op === "!=" || op === "not in";

function fieldCondition({ field, op, values }: Field, asking: Asking): Condition {
  if (isDenied(op)) {
    const found = fieldCondition({ type: "field", field, op: op === "!=" ? "=" : "in", values }, asking);
    const attribute = attributeOf(field);
    // What has no such attribute differs from nothing.
    return attribute === undefined
      ? sql<boolean>`not ${found}`
      : sql<boolean>`(e.attributes ? ${attribute} and not ${found})`;
  }
  if (op === "in") {
    const any = values.map((value) => comparison(field, "=", value, asking));
    return sql<boolean>`(${sql.join(any, sql.raw(" or "))})`;
  }
  return comparison(field, op, values[0] ?? "", asking);
}

function comparison(field: string, op: Operator, value: string, asking: Asking): Condition {
  const attribute = attributeOf(field);
  if (attribute !== undefined) return matchesAttribute(attribute, op, value, asking.now);
  if (kindOfField(field) === "date")
    return matchesTime(field === "created" ? sql`e.created_at` : sql`e.updated_at`, op, value, asking.now);
  if (field === "kind") return sql<boolean>`e.kind = ${value.toLowerCase()}`;
  if (field === "access") return matchesAccess(wayOf(value), asking.userID);
  if (field === "tag") return tagged(op, value);
  if (field === "owner") return ownedBy(op, value, asking);
  if (field === "project") return liesIn(op, value, asking);
  return field === "name" ? named(op, value, asking) : described(op, value);
}

function named(op: Operator, value: string, { oneByOne }: Pick<Asking, "oneByOne">): Condition {
  if (op === "contains") {
    const [pieces, found] = [piecesOf(value), sql<boolean>`e.name ilike ${likePattern(value)}`];
    return oneByOne || pieces === "" ? found : sql<boolean>`(${isIndexed(pieces)} and ${found})`;
  }
  if (op === "starts with") return sql<boolean>`e.name_key like lower(${likePrefix(value)})`;
  return sql<boolean>`e.name_key ${sql.raw(op)} lower(${value}) collate "C"`;
}

/** The words are looked up in the index, and what they find is compared. */
function described(op: Operator, value: string): Condition {
  if (op === "contains") return hasWords(value, "C") ?? sql<boolean>`e.description ilike ${likePattern(value)}`;
  const text = sql`lower(e.description) collate "C"`;
  if (op === "starts with")
    return sql<boolean>`(${surelyHas(op, value, "C")} and ${text} like lower(${likePrefix(value)}))`;
  const compared = sql<boolean>`${text} ${sql.raw(op)} lower(${value}) collate "C"`;
  return op === "=" ? sql<boolean>`(${surelyHas(op, value, "C")} and ${compared})` : compared;
}

function tagged(op: Operator, value: string): Condition {
  if (op === "contains") return hasWords(value, "B") ?? sql<boolean>`false`;
  const one = op === "=" ? sql`lower(t) = lower(${value})` : sql`lower(t) like lower(${likePrefix(value)})`;
  return sql<boolean>`(${surelyHas(op, value, "B")} and exists (select from unnest(e.tags) t where ${one}))`;
}

const called = (column: RawBuilder<unknown>, op: Operator, value: string): Condition =>
  op === "="
    ? sql<boolean>`lower(${column}) collate "C" = lower(${value})`
    : sql<boolean>`${column} ilike ${op === "contains" ? likePattern(value) : likePrefix(value)}`;

function ownedBy(op: Operator, value: string, { userID }: Asking): Condition {
  if (op === "=" && value.toLowerCase() === "@me") return sql<boolean>`e.created_by = ${userID}`;
  const people = sql`select u.id from "user" u where ${called(sql`u.name`, op, value)} or u.id = ${value}`;
  return sql<boolean>`e.created_by = any (array(${people}))`;
}

/** By the name of the project, or by its id. */
function liesIn(op: Operator, value: string, { visible }: Asking): Condition {
  const name = op === "=" ? sql`e.name_key = lower(${value})` : named(op, value, { oneByOne: true });
  const projects = sql`select e.id from entity e where e.kind = 'project' and e.deleted_at is null and (${name} or e.id = ${value}) and ${visible}`;
  // Never null, and still found by its index.
  return sql<boolean>`(e.parent_id is not null and e.parent_id = any (array(${projects})))`;
}

export { likePattern } from "./words.ts";
