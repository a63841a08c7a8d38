import { type RawBuilder, sql } from "kysely";
import { type Operator, stretchOf } from "../search-language/index.ts";

/** Whether a time stands to a date written by hand as asked. A date is a stretch: before it, in it or after it. */
export function matchesTime(time: RawBuilder<unknown>, op: Operator, value: string, now: Date): RawBuilder<boolean> {
  const stretch = stretchOf(value, now);
  if (!stretch) return sql<boolean>`false`;
  const [from, to, until] = [moment(stretch.from), moment(stretch.to), moment(stretch.until ?? stretch.to)];
  if (op === "<") return sql<boolean>`${time} < ${from}`;
  if (op === "<=") return sql<boolean>`${time} < ${to}`;
  if (op === ">") return sql<boolean>`${time} >= ${to}`;
  if (op === ">=") return sql<boolean>`${time} >= ${from}`;
  return sql<boolean>`(${time} >= ${from} and ${time} < ${until})`;
}

/** By its number: as text, JavaScript and PostgreSQL disagree about years before 1 and after 9999. */
const moment = (date: Date) => sql`to_timestamp(${date.getTime() / 1_000}::float8)`;
