import { type RawBuilder, sql } from "kysely";
import { type Operator, stretchOf } from "../search-language/index.ts";
import { likePattern, likePrefix } from "./words.ts";

type Condition = RawBuilder<boolean>;

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$/;
const COMPARED = /^(<|<=|>|>=)$/;

/** Whether an attribute of entity `e` stands to a value as asked: numbers by size, times by date, all else as text. Never null. */
export function matchesAttribute(name: string, op: Operator, value: string, now: Date): Condition {
  const text = sql`(e.attributes ->> ${name})`;
  if (op === "=") return equals(name, value);
  if (COMPARED.test(op))
    return sql<boolean>`(e.attributes ? ${name} and coalesce(${compared(name, op, value, now)}, false))`;
  const pattern = op === "contains" ? likePattern(value) : likePrefix(value);
  return sql<boolean>`(e.attributes ? ${name} and coalesce(${text} ilike ${pattern}, false))`;
}

/** As a text, number or truth, or one of a list of them: each is looked up in the index. */
function equals(name: string, value: string): Condition {
  const meant = [sql`${value}::text`];
  if (NUMBER.test(value)) meant.push(sql`${value}::numeric`);
  if (value === "true" || value === "false") meant.push(sql`${value}::boolean`);
  const any = meant
    .flatMap((one) => [one, sql`jsonb_build_array(${one})`])
    .map((one) => sql`e.attributes @> jsonb_build_object(${name}::text, ${one})`);
  return sql<boolean>`(${sql.join(any, sql.raw(" or "))})`;
}

function compared(name: string, op: Operator, value: string, now: Date): Condition {
  const [json, text, sign] = [sql`e.attributes -> ${name}`, sql`(e.attributes ->> ${name})`, sql.raw(op)];
  // Only a number is read as one; the order in which AND is evaluated is not fixed, that of CASE is.
  if (NUMBER.test(value))
    return sql<boolean>`case when jsonb_typeof(${json}) = 'number' then ${text}::numeric ${sign} ${value}::numeric end`;
  const stretch = stretchOf(value, now);
  const bound = stretch && (op === "<" || op === ">=" ? stretch.from : stretch.to).toISOString();
  const than = bound ?? value;
  // Up to the end of a stretch is before its end; times are kept as texts that sort as they follow.
  const order = bound ? sql.raw(op.startsWith("<") ? "<" : ">=") : sign;
  return sql<boolean>`case when jsonb_typeof(${json}) = 'string' then ${text} collate "C" ${order} ${than} end`;
}
