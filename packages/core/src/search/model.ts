import { attributeOf, type Leaf, type Node, type Operator, stretchOf } from "../search-language/index.ts";

// Only for tests: what a search means, in its obvious form.

export type Thing = {
  id: string;
  kind: string;
  name: string;
  description: string;
  tags: string[];
  owner: { id: string; name: string };
  project: { id: string; name: string; visible: boolean } | null;
  created: Date;
  updated: Date;
  attributes: Record<string, unknown>;
  trashed: boolean;
  favorite: boolean;
  /** How the one who searches gets at it. */
  access: string[];
};

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z0-9äöüß]+/g) ?? [];
const lower = (text: string): string => text.toLowerCase();
const isLong = (text: string): boolean => /[a-z0-9äöüß]{3}/i.test(text);

/** Undefined where nothing is asked. */
export function holds(node: Node, thing: Thing, userID: string, now: Date): boolean | undefined {
  if (node.type === "not") {
    const item = holds(node.item, thing, userID, now);
    return item === undefined ? undefined : !item;
  }
  if (node.type === "and" || node.type === "or") {
    const items = node.items.map((one) => holds(one, thing, userID, now)).filter((one) => one !== undefined);
    if (items.length === 0) return undefined;
    return node.type === "and" ? items.every(Boolean) : items.some(Boolean);
  }
  return leafHolds(node, thing, userID, now);
}

function leafHolds(leaf: Leaf, thing: Thing, userID: string, now: Date): boolean | undefined {
  if (leaf.type === "is")
    return { mine: thing.owner.id === userID, trashed: thing.trashed, favorite: thing.favorite }[leaf.what];
  if (leaf.type === "tag") return wordsOf(leaf.tag).length === 0 ? undefined : has(thing.tags, leaf.tag);
  if (leaf.type === "field") return fieldHolds(leaf.field, leaf.op, leaf.values, thing, userID, now);
  const all = [thing.name, ...thing.tags, thing.description];
  if (wordsOf(leaf.text).length === 0) return undefined;
  const inName = lower(thing.name).includes(lower(leaf.text)) && isLong(leaf.text);
  if (leaf.phrase)
    return inName || ` ${wordsOf(all.join(" ")).join(" ")} `.includes(` ${wordsOf(leaf.text).join(" ")} `);
  return inName || has(all, leaf.text) || (!isLong(leaf.text) && lower(thing.name).startsWith(lower(leaf.text)));
}

/** Every word, each the beginning of one; a short one as it is. */
function has(texts: string[], wanted: string): boolean {
  const words = wordsOf(texts.join(" "));
  return wordsOf(wanted).every((word) =>
    words.some((one) => (word.length >= 3 || !/^[a-z0-9]*$/.test(word) ? one.startsWith(word) : one === word)),
  );
}

function fieldHolds(field: string, op: Operator, values: string[], thing: Thing, userID: string, now: Date): boolean {
  const one = (is: Operator, value: string) => compare(field, is, value, thing, userID, now);
  const attribute = attributeOf(field);
  const isThere = attribute === undefined || Object.hasOwn(thing.attributes, attribute);
  if (op === "in") return values.some((value) => one("=", value));
  if (op === "not in") return isThere && !values.some((value) => one("=", value));
  if (op === "!=") return isThere && !one("=", values[0] ?? "");
  return one(op, values[0] ?? "");
}

function compare(field: string, op: Operator, value: string, thing: Thing, userID: string, now: Date): boolean {
  const attribute = attributeOf(field);
  if (attribute !== undefined) return compareAttribute(thing.attributes[attribute], op, value, now);
  if (field === "created" || field === "updated") return compareTime(thing[field].getTime(), op, value, now);
  if (field === "access") return thing.access.includes(lower(value));
  if (field === "kind") return thing.kind === lower(value);
  if (field === "tag" && op === "contains") return wordsOf(value).length > 0 && has(thing.tags, value);
  if (field === "tag") return thing.tags.some((tag) => compareText(tag, op, value));
  if (field === "owner" && op === "=" && value === "@me") return thing.owner.id === userID;
  if (field === "owner") return thing.owner.id === value || compareText(thing.owner.name, op, value);
  if (field === "project")
    return (
      thing.project?.visible === true && (thing.project.id === value || compareText(thing.project.name, op, value))
    );
  if (field === "description" && op === "contains" && wordsOf(value).length > 0) return has([thing.description], value);
  return compareText(field === "name" ? thing.name : thing.description, op, value);
}

function compareText(text: string, op: Operator, value: string): boolean {
  const [a, b] = [lower(text), lower(value)];
  if (op === "contains") return a.includes(b);
  if (op === "starts with") return a.startsWith(b);
  return inOrder(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))), op);
}

const inOrder = (sign: number, op: Operator): boolean =>
  op === "=" ? sign === 0 : (op.startsWith("<") ? sign < 0 : sign > 0) || (op.endsWith("=") && sign === 0);

function compareTime(time: number, op: Operator, value: string, now: Date): boolean {
  const stretch = stretchOf(value, now);
  if (!stretch) return false;
  const [from, to, until] = [stretch.from, stretch.to, stretch.until ?? stretch.to].map((date) => date.getTime());
  if (op === "<") return time < (from ?? 0);
  if (op === "<=") return time < (to ?? 0);
  if (op === ">") return time >= (to ?? 0);
  if (op === ">=") return time >= (from ?? 0);
  return time >= (from ?? 0) && time < (until ?? 0);
}

function compareAttribute(found: unknown, op: Operator, value: string, now: Date): boolean {
  const isNumber = /^-?\d+(\.\d+)?$/.test(value);
  if (op === "=") {
    const meant: unknown[] = [
      value,
      ...(isNumber ? [Number(value)] : []),
      ...(/^(true|false)$/.test(value) ? [value === "true"] : []),
    ];
    return meant.some((one) => (Array.isArray(found) ? found.includes(one) : found === one));
  }
  if (op === "contains" || op === "starts with") {
    if (found === undefined) return false;
    return compareText(typeof found === "string" ? found : JSON.stringify(found).replaceAll(",", ", "), op, value);
  }
  if (isNumber) return typeof found === "number" && inOrder(Math.sign(found - Number(value)), op);
  if (typeof found !== "string") return false;
  const stretch = stretchOf(value, now);
  if (!stretch) return inOrder(found < value ? -1 : found > value ? 1 : 0, op);
  const bound = (op === "<" || op === ">=" ? stretch.from : stretch.to).toISOString();
  return op.startsWith("<") ? found < bound : found >= bound;
}
