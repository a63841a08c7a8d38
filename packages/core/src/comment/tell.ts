import { sql } from "kysely";
import { privilegesOfUser } from "../access/others.ts";
import { query } from "../database/index.ts";
import { notify } from "../notification/notify.ts";
import * as Outbox from "../outbox/put.ts";

/** As many people as one comment reaches by mentioning teams. */
const MOST = 1_000;

export type Posted = { id: string; entityID: string; parentID: string | null; mentioned: string[] };

/** Everybody who is mentioned, took part in the thread or made the thing, each told once, for the nearest reason. */
export async function tellOf(comment: Posted): Promise<void> {
  const told = new Set<string>();
  for (const [type, recipients] of [
    ["comment.mentioned", await membersOf(comment)],
    ["comment.replied", await participantsOf(comment)],
    ["comment.posted", await makerOf(comment)],
  ] as const) {
    const fresh = recipients.filter((id) => !told.has(id));
    for (const id of fresh) told.add(id);
    const parameters = { commentId: comment.id };
    await notify({ recipients: fresh, type, entityID: comment.entityID, parameters });
  }
}

export const tellSockets = (entityID: string, id: string): Promise<void> =>
  Outbox.put("socket", { entityIds: [entityID], message: { type: "comment.changed", entityId: entityID, id } });

const membersOf = ({ entityID, mentioned }: Posted) =>
  mentioned.length === 0
    ? Promise.resolve([])
    : readers(
        entityID,
        sql`select m.user_id from group_closure c join group_member m on m.group_id = c.descendant_id
          where c.ancestor_id = any (${mentioned}::text[])`,
      );

const participantsOf = ({ entityID, parentID }: Posted) =>
  parentID === null
    ? Promise.resolve([])
    : readers(
        entityID,
        sql`select author_id from comment where (id = ${parentID} or parent_id = ${parentID}) and deleted_at is null`,
      );

const makerOf = ({ entityID }: Posted) => readers(entityID, sql`select created_by from entity where id = ${entityID}`);

/** Only who may read it now is told that something was said about it. */
const readers = async (entityID: string, people: ReturnType<typeof sql>): Promise<string[]> =>
  (
    await query((db) =>
      sql<{ id: string }>`
        select u.id from (select distinct x.id from (${people}) x (id)) u
        join entity e on e.id = ${entityID}
        cross join ${privilegesOfUser(sql`u.id`)}
        where p.privileges & 2 <> 0 limit ${MOST}`.execute(db),
    )
  ).rows.map(({ id }) => id);
