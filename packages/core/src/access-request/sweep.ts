import { sql } from "kysely";
import { record } from "../audit/record.ts";
import { query, transaction } from "../database/index.ts";
import { notify } from "../notification/notify.ts";
import { approversOf } from "./approver.ts";

const AT_ONCE = 200;
const REMIND_DAYS = 7;

type Ended = { scope_id: string; group_id: string; lasting: number | null };

/** Takes away what has ended, and tells those who may prolong it of what ends soon. */
export const sweep = async (): Promise<{ ended: number; reminded: number }> => ({
  ended: await transaction(endGrants),
  reminded: await transaction(remind),
});

/** It stopped counting when it ended; what had been given before without an end counts again from now. */
async function endGrants(): Promise<number> {
  const ended = await query((db) =>
    sql<Ended>`
      with due as (
        select scope_id, group_id from "grant" where expires_at <= now() order by expires_at limit ${AT_ONCE} for update skip locked
      ), kept as (
        update "grant" g set privileges = g.lasting, lasting = null, expires_at = null, reminded_at = null
        from due where g.scope_id = due.scope_id and g.group_id = due.group_id and g.lasting is not null
        returning g.scope_id, g.group_id, g.privileges as lasting
      ), gone as (
        delete from "grant" g using due where g.scope_id = due.scope_id and g.group_id = due.group_id and g.lasting is null
        returning g.scope_id, g.group_id, null::integer as lasting
      )
      select * from kept union all select * from gone`.execute(db),
  );
  for (const { scope_id, group_id, lasting } of ended.rows)
    await record({ type: "access.ended", entityID: scope_id, parameters: { principalId: group_id, lasting } });
  return ended.rows.length;
}

async function remind(): Promise<number> {
  const due = await query((db) =>
    sql<{ scope_id: string; principal: string; days: number }>`
      update "grant" r set reminded_at = now()
      from (
        select r.scope_id, r.group_id from "grant" r join entity e on e.id = r.scope_id and e.deleted_at is null
        where r.expires_at between now() and now() + make_interval(days => ${REMIND_DAYS}) and r.reminded_at is null
        order by r.expires_at limit ${AT_ONCE} for update of r skip locked
      ) due join "group" g on g.id = due.group_id left join "user" u on u.id = g.user_id
      where r.scope_id = due.scope_id and r.group_id = due.group_id
      returning r.scope_id, coalesce(u.name, g.name) as principal,
        greatest(1, ceil(extract(epoch from r.expires_at - now()) / 86400))::integer as days`.execute(db),
  );
  for (const { scope_id, principal, days } of due.rows)
    await notify({
      recipients: await approversOf(scope_id),
      type: "access.ending",
      entityID: scope_id,
      parameters: { principal, days },
    });
  return due.rows.length;
}
