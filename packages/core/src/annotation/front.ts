import { type RawBuilder, sql } from "kysely";
import { query } from "../database/index.ts";
import { FIRST, fewIn, LAST, piecesIn } from "./few.ts";
import type { Span } from "./filter/spans.ts";
import type { Kind } from "./schema.ts";

/** So many times a page is looked at, since not every row fulfils what else is asked. */
const MARGIN = 4;
/** Of each piece of the index so many numbers are read. */
const SAMPLES = 16;

type Front = { span: Span; ids: RawBuilder<unknown> };
type Asked = {
  kind: Kind;
  name: string;
  layers: readonly string[];
  descending: boolean;
  after?: number;
  limit: number;
};

/**
 * Of all rows in the order of a number those in front, after a place: some pages of them, or undefined where the index can't tell. What
 * lies outside the span comes later.
 */
export async function frontOf({ kind, name, layers, descending, after, limit }: Asked): Promise<Front | undefined> {
  const whole: Span = {
    name,
    from: descending ? Number.NEGATIVE_INFINITY : (after ?? Number.NEGATIVE_INFINITY),
    to: descending ? (after ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY,
  };
  const wanted = limit * MARGIN;
  const step = Math.ceil(wanted / SAMPLES);
  const order = sql.raw(descending ? "desc" : "asc");
  // The last number of each stretch of a piece, as it is gone through from its near end.
  const at = descending
    ? sql`greatest(n.last - i * ${step} + 1, n.first)`
    : sql`least(n.first + i * ${step} - 1, n.last)`;
  const found = await query((db) =>
    sql<{ number: number }>`
      select number from (
        select number, sum(many) over (order by number ${order}) as before from (
          select n.numbers[${at}] as number, least(${step}, n.last - n.first + 1 - (i - 1) * ${step}) as many
          from (select n.numbers, ${FIRST} as first, ${LAST} as last from ${piecesIn(kind, [whole], layers)}) n
          cross join lateral generate_series(1, least(${SAMPLES}, ceil((n.last - n.first + 1)::numeric / ${step})::integer)) i
        ) samples
      ) counted where before >= ${wanted} order by number ${order} limit 1`.execute(db),
  );
  const edge = found.rows[0]?.number;
  if (edge === undefined) return undefined;
  const span = descending ? { ...whole, from: edge } : { ...whole, to: edge };
  const ids = await fewIn(kind, [span], layers);
  return ids && { span, ids };
}
