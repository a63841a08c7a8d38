import { type RawBuilder, sql } from "kysely";
import { type Checked, type Class, checkLeaf, literal, type Scalar, wildcard } from "./cells.ts";
import { attributeOf, BUILT_IN, classesOf, type Known, type Subject } from "./fields.ts";
import { invalidFilter } from "./invalid.ts";
import { relate } from "./relate.ts";
import type { Filter, Leaf } from "./schema.ts";

export type Context = {
  known: Known;
  /** Layers the actor reads: a search through what is related finds nothing on others. */
  layers: readonly string[];
};

type Condition = RawBuilder<boolean>;

/**
 * A filter as a condition on rows `alias`, never null: a comparison with what is missing does not hold, and its negation does. All
 * that people wrote is a parameter.
 */
export function compile(
  filter: Filter,
  subject: Subject,
  alias: string,
  context: Context,
  path = "/filter",
): Condition {
  const below = (child: Filter, at: string) => compile(child, subject, alias, context, `${path}/${at}`);
  if ("and" in filter)
    return sql`(${sql.join(
      filter.and.map((one, i) => below(one, `and/${i}`)),
      sql` and `,
    )})`;
  if ("or" in filter)
    return sql`(${sql.join(
      filter.or.map((one, i) => below(one, `or/${i}`)),
      sql` or `,
    )})`;
  if ("not" in filter) return sql`not ${below(filter.not, "not")}`;
  if ("related" in filter)
    return relate(filter, {
      subject,
      alias,
      layers: context.layers,
      path,
      compile: (where, of, to, at) => compile(where, of, to, context, at),
    });
  return leaf(filter, subject, alias, context, path);
}

function leaf(node: Leaf, subject: Subject, alias: string, { known }: Context, path: string): Condition {
  const classes = classesOf(node.field, subject, known);
  if (classes.length === 0) throw unknownField(node.field, subject, path);
  const checked = classes.map((of) => ({ of, ...checkLeaf(node, of) }));
  const fitting = checked.filter((one): one is Checked & { of: Class } => !("problem" in one));
  if (fitting.length === 0) {
    const [wrong] = checked;
    throw misused(node, wrong && "problem" in wrong ? wrong.problem : "It can't be compared so", path);
  }
  const name = attributeOf(node.field);
  const conditions = fitting.map((one) =>
    name === undefined ? column(node.field, subject, alias, one) : attribute(name, alias, one),
  );
  return sql`(${sql.join(conditions, sql` or `)})`;
}

function attribute(name: string, alias: string, node: Checked & { of: Class }): Condition {
  const attributes = sql.ref(`${alias}.attributes`);
  const is = (value: Scalar) => sql<boolean>`${attributes} @> ${JSON.stringify({ [name]: value })}::jsonb`;
  if (node.op === "isNull") return sql`(${attributes} ? ${name}) = ${!node.value}`;
  if (node.op === "eq") return is(node.value);
  if (node.op === "ne") return sql`not ${is(node.value)}`;
  if (node.op === "in") return node.value.length === 0 ? sql`false` : sql`(${sql.join(node.value.map(is), sql` or `)})`;
  const value = sql`${attributes} -> ${name}`;
  const text = sql`${attributes} ->> ${name}`;
  if (node.op === "distance") return near(value, node.value);
  // A name may have values of another kind in another type.
  if (node.of === "number")
    return compared(sql`case when jsonb_typeof(${value}) = 'number' then (${value})::numeric end`, node, "numeric");
  if (node.of === "datetime") return compared(sql`(${text}) collate "C"`, node, "text");
  return compared(sql`case when jsonb_typeof(${value}) = 'string' then ${text} end`, node, "text");
}

const TYPES: Record<Class, string> = {
  bool: "boolean",
  number: "double precision",
  string: "text",
  id: "text",
  uuid: "uuid",
  datetime: "timestamptz",
  geopos: "jsonb",
  opaque: "jsonb",
};

function column(field: string, subject: Subject, alias: string, node: Checked & { of: Class }): Condition {
  const { column: name = "", nullable } = BUILT_IN[subject][field] ?? {};
  const by = sql.ref(`${alias}.${name}`);
  if (node.op === "isNull") return nullable ? sql`(${by} is null) = ${node.value}` : sql`${!node.value}::boolean`;
  const type = sql.raw(TYPES[node.of]);
  const typed = (value: Scalar) => sql`${value}::${type}`;
  if (node.op === "eq")
    return nullable ? sql`coalesce(${by} = ${typed(node.value)}, false)` : sql`${by} = ${typed(node.value)}`;
  if (node.op === "ne") return sql`${by} is distinct from ${typed(node.value)}`;
  if (node.op === "in") return sql`coalesce(${by} = any (${node.value}::${type}[]), false)`;
  if (node.op === "distance") return sql`false`;
  return compared(by, node, TYPES[node.of]);
}

type Comparison = Exclude<Checked, { op: "isNull" | "distance" | "in" }>;
const SIGNS: Partial<Record<Comparison["op"], string>> = { gt: ">", gte: ">=", lt: "<", lte: "<=", eq: "=" };

function compared(by: RawBuilder<unknown>, node: Comparison, type: string): Condition {
  const typed = (value: Scalar) => sql`${value}::${sql.raw(type)}`;
  const holds = (condition: RawBuilder<unknown>): Condition => sql`coalesce(${condition}, false)`;
  if (node.op === "between") return holds(sql`${by} between ${typed(node.value[0])} and ${typed(node.value[1])}`);
  const sign = SIGNS[node.op];
  if (sign) return holds(sql`${by} ${sql.raw(sign)} ${typed(node.value)}`);
  const text = literal(String(node.value));
  const patterns: Partial<Record<Comparison["op"], string>> = {
    contains: `%${text}%`,
    startsWith: `${text}%`,
    endsWith: `%${text}`,
    matches: wildcard(String(node.value)),
  };
  return holds(sql`${by} ilike ${patterns[node.op] ?? text}`);
}

const EARTH_KM = 6_371.0088;

/** On a sphere, which is right to half a percent. */
function near(
  value: RawBuilder<unknown>,
  { center: [lon, lat], km }: { center: [number, number]; km: number },
): Condition {
  const at = (i: number) => sql`radians((${value} -> ${sql.lit(i)})::double precision)`;
  const [toLon, toLat] = [sql`radians(${lon}::double precision)`, sql`radians(${lat}::double precision)`];
  return sql`coalesce(jsonb_typeof(${value}) = 'array' and 2 * ${EARTH_KM}::double precision * asin(least(1, sqrt(
    power(sin((${at(1)} - ${toLat}) / 2), 2) + cos(${at(1)}) * cos(${toLat}) * power(sin((${at(0)} - ${toLon}) / 2), 2)
  ))) <= ${km}::double precision, false)`;
}

const shown = (field: string) => JSON.stringify(field.slice(0, 120));

const unknownField = (field: string, subject: Subject, path: string) =>
  invalidFilter(`A ${subject} has no field ${shown(field)} here`, `${path}/field`);

const misused = ({ field }: Leaf, problem: string, path: string) => invalidFilter(`${shown(field)}: ${problem}`, path);
