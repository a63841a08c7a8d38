import { type RawBuilder, sql } from "kysely";
import { z } from "zod";

const SHOWN = 12;
const MONTHS = 24;

export const FacetValue = z.object({ value: z.string(), label: z.string(), count: z.number().int() });

/** How what was found is spread. `approximate` where there is more than was looked at: then the counts are those of a part. */
export const Facets = z.object({
  approximate: z.boolean(),
  kind: z.array(FacetValue),
  project: z.array(FacetValue),
  owner: z.array(FacetValue),
  tag: z.array(FacetValue),
  month: z.array(FacetValue),
});
export type Facets = z.infer<typeof Facets>;

const list = (rows: RawBuilder<unknown>) => sql`(select coalesce(json_agg(f), '[]') from (${rows}) f)`;

/** From the rows of `sample`. A project is named only where the actor sees it, though what lies in it may be theirs to see. */
export const facetColumns = (visible: RawBuilder<boolean>): RawBuilder<unknown> => sql`json_build_object(
  'kind', ${list(sql`select kind as value, kind as label, count(*) from sample group by kind order by count desc, value`)},
  'project', ${list(sql`
    select e.id as value, e.name as label, c.count
    from (select parent_id, count(*) from sample where parent_id is not null group by parent_id order by count desc, parent_id limit ${4 * SHOWN}) c
    join entity e on e.id = c.parent_id where e.deleted_at is null and ${visible} order by c.count desc, value limit ${SHOWN}`)},
  'owner', ${list(sql`
    select u.id as value, u.name as label, c.count
    from (select created_by, count(*) from sample group by created_by order by count desc, created_by limit ${SHOWN}) c
    join "user" u on u.id = c.created_by order by c.count desc, value`)},
  'tag', ${list(sql`
    select t as value, t as label, count(*) from (select unnest(tags) as t from sample) s group by t order by count desc, value limit ${SHOWN}`)},
  'month', ${list(sql`
    select to_char(month, 'YYYY-MM') as value, to_char(month, 'YYYY-MM') as label, count
    from (
      select date_trunc('month', updated_at at time zone 'UTC') as month, count(*) from sample
      group by month order by month desc limit ${MONTHS}) m order by month desc`)})`;

export const toFacets = (row: unknown, approximate: boolean): Facets =>
  Facets.parse({ ...(row as object), approximate });
