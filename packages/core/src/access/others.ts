import { type RawBuilder, sql } from "kysely";

/**
 * What somebody else than the actor may do with entity `e`, as a table `p` of one row or none to join: for what is said to
 * people who are not asking just now. `read` and `see` only, which no restriction of a key or session takes away.
 */
export const privilegesOfUser = (userID: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`lateral (select f.privileges from effective_privileges(${userID}, 3, false) f where f.scope_id = e.scope_id offset 0) p`;
