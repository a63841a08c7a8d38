import { type RawBuilder, sql } from "kysely";
import { query } from "../database/index.ts";
import type { Known } from "./filter/fields.ts";
import type { Filter } from "./filter/schema.ts";
import { type Span, spansOf } from "./filter/spans.ts";
import type { Kind } from "./schema.ts";

/** Up to so many rows are looked up one by one rather than found by walking the layers, or the one media. */
const FEW = { project: 100_000, media: 10_000 };
/** Conditions of which the narrowest is taken. */
const MOST_ASKED = 4;

type Asked = {
  kind: Kind;
  mediaID?: string | undefined;
  filter?: Filter | undefined;
  elementalIDs?: string[] | undefined;
};

/**
 * Ids (`select id …`, each once) among which all rows are that fulfil a filter, where its ranges of numbers and times leave few enough; else
 * undefined. They are counted, not estimated: a wrong plan costs a second.
 */
export async function fewOf(
  { kind, mediaID, filter, elementalIDs }: Asked,
  known: Known,
  layers: readonly string[],
): Promise<RawBuilder<unknown> | undefined> {
  if (!filter || elementalIDs) return undefined;
  let narrowest: { spans: Span[]; count: number } | undefined;
  for (const spans of spansOf(filter, kind, known).slice(0, MOST_ASKED)) {
    const count = await countIn(kind, spans, layers);
    if (count <= (narrowest?.count ?? FEW[mediaID === undefined ? "project" : "media"])) narrowest = { spans, count };
  }
  return narrowest && idsIn(kind, narrowest.spans, layers);
}

async function countIn(kind: Kind, spans: readonly Span[], layers: readonly string[]): Promise<number> {
  const found = await query((db) =>
    sql<{ n: number }>`
      select coalesce(sum(case when low >= s."from" and high <= s."to" then cardinality(numbers)
        else ${LAST} - ${FIRST} + 1 end), 0)::bigint as n
      from ${piecesIn(kind, spans, layers)}`.execute(db),
  );
  return found.rows[0]?.n ?? 0;
}

/** The ids in some spans, where they are few. */
export async function fewIn(
  kind: Kind,
  spans: readonly Span[],
  layers: readonly string[],
): Promise<RawBuilder<unknown> | undefined> {
  return (await countIn(kind, spans, layers)) <= FEW.project ? idsIn(kind, spans, layers) : undefined;
}

const idsIn = (kind: Kind, spans: readonly Span[], layers: readonly string[]): RawBuilder<unknown> => sql`
  select distinct i.id from ${piecesIn(kind, spans, layers)} cross join lateral unnest(n.ids[${FIRST}:${LAST}]) i(id)`;

/** Of the sorted numbers of a piece the first that is not below, and the last that is not above. */
export const FIRST = sql`(case when n.low >= s."from" then 1 else width_bucket(s.below, n.numbers) + 1 end)`;
export const LAST = sql`(case when n.high <= s."to" then cardinality(n.numbers) else width_bucket(s."to", n.numbers) end)`;

export const piecesIn = (kind: Kind, spans: readonly Span[], layers: readonly string[]): RawBuilder<unknown> => {
  const floats = (numbers: number[]) => sql`${numbers.map(String)}::text[]::double precision[]`;
  return sql`unnest(${spans.map(({ name }) => name)}::text[], ${floats(spans.map(({ from }) => from))},
      ${floats(spans.map(({ from }) => below(from)))}, ${floats(spans.map(({ to }) => to))}) s(name, "from", below, "to")
    join annotation_number n on n.layer_id = any (${[...layers]}::text[]) and n.name = s.name and n.kind = ${kind}
      and n.high >= s."from" and n.low <= s."to"`;
};

const double = new DataView(new ArrayBuffer(8));

/** The number before one. */
export function below(number: number): number {
  if (number === Number.NEGATIVE_INFINITY || Number.isNaN(number)) return number;
  if (number === 0) return -Number.MIN_VALUE;
  double.setFloat64(0, number);
  double.setBigUint64(0, double.getBigUint64(0) + (number > 0 ? -1n : 1n));
  return double.getFloat64(0);
}
