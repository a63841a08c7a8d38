import { isDate } from "./date.ts";
import type { Operator, State } from "./node.ts";

type Kind = "text" | "word" | "way" | "tag" | "entity" | "date" | "attribute";

/** How somebody gets at a thing: they made it, were given it itself, or what lies around it, by a group, or with everybody. */
export const accessWays = ["mine", "direct", "project", "group", "public"] as const;
export type AccessWay = (typeof accessWays)[number];

const kinds: Record<string, Kind> = {
  name: "text",
  description: "text",
  kind: "word",
  tag: "tag",
  owner: "entity",
  project: "entity",
  access: "way",
  created: "date",
  updated: "date",
};

/** Other words for the same, some of them those of systems that people come from. */
const aliases: Record<string, string> = {
  title: "name",
  type: "kind",
  tags: "tag",
  author: "owner",
  creator: "owner",
  createdby: "owner",
  createdat: "created",
  createdon: "created",
  changed: "updated",
  modified: "updated",
  updatedat: "updated",
  updatedon: "updated",
};

const states: Record<string, State> = {
  favorite: "favorite",
  favourite: "favorite",
  mine: "mine",
  trashed: "trashed",
};

const SETS: Operator[] = ["=", "!=", "in", "not in"];
const ORDERS: Operator[] = ["<", "<=", ">", ">="];
const PIECES: Operator[] = ["contains", "starts with"];

const operators: Record<Kind, Operator[]> = {
  text: [...SETS, ...ORDERS, ...PIECES],
  word: SETS,
  way: SETS,
  tag: [...SETS, ...PIECES],
  entity: [...SETS, ...PIECES],
  date: [...SETS, ...ORDERS],
  attribute: [...SETS, ...ORDERS, ...PIECES],
};

const ATTRIBUTE = "attributes.";

export const fieldNames = Object.keys(kinds);
export const stateNames = [...new Set(Object.values(states))];
export const ATTRIBUTE_NAME_LENGTH = 200;

/** The field somebody means, or undefined: then it is only a word. */
export function fieldOf(word: string): string | undefined {
  const lower = word.toLowerCase();
  if (lower.startsWith(ATTRIBUTE) && word.length > ATTRIBUTE.length && word.length <= ATTRIBUTE_NAME_LENGTH)
    return `${ATTRIBUTE}${word.slice(ATTRIBUTE.length)}`;
  const name = Object.hasOwn(aliases, lower) ? aliases[lower] : lower;
  return name !== undefined && Object.hasOwn(kinds, name) ? name : undefined;
}

export const stateOf = (word: string): State | undefined =>
  Object.hasOwn(states, word.toLowerCase()) ? states[word.toLowerCase()] : undefined;

/** The name of an attribute, or undefined where the field is one that everything has. */
export const attributeOf = (field: string): string | undefined =>
  field.startsWith(ATTRIBUTE) ? field.slice(ATTRIBUTE.length) : undefined;

export const kindOfField = (field: string): Kind =>
  attributeOf(field) === undefined ? (kinds[field] ?? "text") : "attribute";

export const operatorsOf = (field: string): Operator[] => operators[kindOfField(field)];

/** Whether the comparison says something; if not, its words are words to look for. */
export const isComparison = (field: string, op: Operator, values: string[]): boolean =>
  fieldOf(field) === field &&
  values.length > 0 &&
  operatorsOf(field).includes(op) &&
  (op === "in" || op === "not in" || values.length === 1) &&
  (kindOfField(field) !== "date" || values.every(isDate)) &&
  (kindOfField(field) !== "way" || values.every((value) => wayOf(value) !== undefined));

export const wayOf = (value: string): AccessWay | undefined => accessWays.find((way) => way === value.toLowerCase());
