import type { Dtype } from "../../attribute/schema.ts";
import { check } from "../../attribute/value.ts";
import { Distance, type Leaf, type Operator } from "./schema.ts";

/** What values are compared as. An id is a text of which only whole ones are sought, a blob and a vector nobody looks into. */
export type Class = "bool" | "number" | "string" | "datetime" | "geopos" | "opaque" | "id" | "uuid";

export const classOf: Record<Dtype, Class> = {
  bool: "bool",
  int: "number",
  float: "number",
  enum: "string",
  string: "string",
  blob: "opaque",
  datetime: "datetime",
  geopos: "geopos",
  float_array: "opaque",
};

const same: Operator[] = ["eq", "ne", "in"];
const range: Operator[] = ["gt", "gte", "lt", "lte", "between"];
const text: Operator[] = ["contains", "startsWith", "endsWith", "matches"];

/** Which operators each class knows; any other is the caller's mistake. */
export const OPERATORS: Record<Class, readonly Operator[]> = {
  bool: [...same, "isNull"],
  number: [...same, ...range, "isNull"],
  string: [...same, ...text, "isNull"],
  datetime: [...same, ...range, "isNull"],
  geopos: ["distance", "isNull"],
  opaque: ["isNull"],
  id: [...same, "isNull"],
  uuid: [...same, "isNull"],
};

export type Scalar = string | number | boolean;
/** A leaf whose value is what its field is compared with. */
export type Checked =
  | { op: "isNull"; value: boolean }
  | { op: "distance"; value: Distance }
  | { op: "in"; value: Scalar[] }
  | { op: "between"; value: [Scalar, Scalar] }
  | { op: Exclude<Operator, "isNull" | "distance" | "in" | "between">; value: Scalar };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The leaf as values of this class, or what is wrong with it. */
export function checkLeaf({ op, value }: Leaf, of: Class): Checked | { problem: string } {
  if (!OPERATORS[of].includes(op))
    return { problem: `It can't be compared by ${op}, but by ${OPERATORS[of].join(", ")}` };
  if (op === "isNull")
    return value === undefined || typeof value === "boolean"
      ? { op, value: value ?? true }
      : { problem: "true or false is wanted" };
  if (op === "distance") {
    const parsed = Distance.safeParse(value);
    return parsed.success
      ? { op, value: parsed.data }
      : { problem: "A center [longitude, latitude] and km are wanted" };
  }
  if (op === "in" || op === "between") {
    if (!Array.isArray(value)) return { problem: "A list is wanted" };
    const values = value.map((one) => scalar(one, of));
    const wrong = values.find((one) => typeof one === "object");
    if (wrong) return wrong;
    const list = values as Scalar[];
    if (op === "in") return { op, value: list };
    const [from, to] = list;
    return from === undefined || to === undefined || list.length > 2
      ? { problem: "Two values are wanted" }
      : { op, value: [from, to] };
  }
  if (value === undefined || typeof value === "object") return { problem: "One value is wanted" };
  const checked = scalar(value, of);
  return typeof checked === "object" ? checked : { op, value: checked };
}

function scalar(value: Scalar, of: Class): Scalar | { problem: string } {
  if (of === "uuid")
    return typeof value === "string" && UUID.test(value) ? value.toLowerCase() : { problem: "A UUID is wanted" };
  const dtype = of === "number" ? "float" : of === "bool" || of === "datetime" ? of : "string";
  const checked = check({ dtype }, value);
  return "problem" in checked ? checked : (checked.value as Scalar);
}

/** A pattern of `matches`, where `*` stands for anything and `?` for one character, as one of `like`. */
export const wildcard = (pattern: string): string => literal(pattern).replaceAll("*", "%").replaceAll("?", "_");

/** A text that means itself in `like`. */
export const literal = (text: string): string => text.replace(/[\\%_]/g, "\\$&");
