import { type Checked, type Class, checkLeaf, type Scalar } from "./cells.ts";
import { attributeOf, classesOf, type Known, type Subject } from "./fields.ts";
import type { Filter, Related } from "./schema.ts";

/** A thing as a filter sees it: its built-in fields by their `$` names, its attributes by theirs. */
export type Seen = { subject: Subject; fields: Record<string, unknown>; attributes: Record<string, unknown> };
export type World = { known: Known; related: (thing: Seen, how: Related) => Seen[] };

/** Whether a thing fulfils a filter, worked out in memory: what `compile` has PostgreSQL say of rows. For tests. */
export function fulfils(filter: Filter, thing: Seen, world: World): boolean {
  if ("and" in filter) return filter.and.every((one) => fulfils(one, thing, world));
  if ("or" in filter) return filter.or.some((one) => fulfils(one, thing, world));
  if ("not" in filter) return !fulfils(filter.not, thing, world);
  if ("related" in filter)
    return world.related(thing, filter.related).some((other) => fulfils(filter.where, other, world));
  const name = attributeOf(filter.field);
  const value = name === undefined ? thing.fields[filter.field] : thing.attributes[name];
  return classesOf(filter.field, thing.subject, world.known).some((of) => {
    const checked = checkLeaf(filter, of);
    return !("problem" in checked) && holds(checked, value, of);
  });
}

function holds(node: Checked, value: unknown, of: Class): boolean {
  const missing = value === undefined || value === null;
  if (node.op === "isNull") return missing === node.value;
  if (node.op === "ne") return missing || !same(value, node.value, of);
  if (missing) return false;
  if (node.op === "eq") return same(value, node.value, of);
  if (node.op === "in") return node.value.some((one) => same(value, one, of));
  if (node.op === "distance") return Array.isArray(value) && kilometers(value, node.value.center) <= node.value.km;
  if (node.op === "between") return ordered(value, node.value[0], of) >= 0 && ordered(value, node.value[1], of) <= 0;
  const text = String(value).toLowerCase();
  const sought = String(node.value).toLowerCase();
  switch (node.op) {
    case "gt":
      return ordered(value, node.value, of) > 0;
    case "gte":
      return ordered(value, node.value, of) >= 0;
    case "lt":
      return ordered(value, node.value, of) < 0;
    case "lte":
      return ordered(value, node.value, of) <= 0;
    case "contains":
      return text.includes(sought);
    case "startsWith":
      return text.startsWith(sought);
    case "endsWith":
      return text.endsWith(sought);
    case "matches":
      return pattern(sought).test(text);
  }
}

const same = (value: unknown, sought: Scalar, of: Class) => ordered(value, sought, of) === 0;

/** Below, at or above zero as the value is below, the same as or above what it is compared with; NaN where neither. */
function ordered(value: unknown, sought: Scalar, of: Class): number {
  if (of === "datetime") return Date.parse(String(value)) - Date.parse(String(sought));
  if (typeof value !== typeof sought) return Number.NaN;
  if (value === sought) return 0;
  return (value as Scalar) < sought ? -1 : 1;
}

function pattern(text: string): RegExp {
  const parts = [...text].map((one) =>
    one === "*" ? ".*" : one === "?" ? "." : one.replace(/[\\^$.*+?()[\]{}|/]/u, "\\$&"),
  );
  return new RegExp(`^${parts.join("")}$`, "su");
}

function kilometers([lon, lat]: number[], [toLon, toLat]: [number, number]): number {
  const radians = (degrees = 0) => (degrees * Math.PI) / 180;
  const [a, b] = [radians(lat), radians(toLat)];
  const share = Math.sin((a - b) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(radians((lon ?? 0) - toLon) / 2) ** 2;
  return 2 * 6_371.0088 * Math.asin(Math.min(1, Math.sqrt(share)));
}
