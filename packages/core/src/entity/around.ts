import { type RawBuilder, sql } from "kysely";

/** Of a query `with recursive`: the table `around` of something and of all the projects that it lies in, by `id`. */
export const around = (entityID: string): RawBuilder<unknown> => sql`
  around as (
    select e.id, e.parent_id from entity e where e.id = ${entityID}
    union all select e.id, e.parent_id from around a join entity e on e.id = a.parent_id)`;
