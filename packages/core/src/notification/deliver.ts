import { sql } from "kysely";
import { z } from "zod";
import { privilegesOfUser } from "../access/others.ts";
import { query, transaction } from "../database/index.ts";
import { Mail } from "../mail/index.ts";
import * as Outbox from "../outbox/put.ts";
import { choosePreferences, lineOf, linkOf, quoteOf, subjectOf, type Told } from "./words.ts";

const Payload = z.union([
  z.strictObject({ notificationIds: z.array(z.string()) }),
  z.strictObject({ digestIds: z.array(z.string()) }),
]);
const LINES = 50;

/** Sends on what people were notified of: a word to whoever is connected, and mail to whoever wants it. */
export async function deliver(payload: unknown): Promise<void> {
  const asked = Payload.parse(payload);
  await transaction(async () => {
    if ("digestIds" in asked) return digest(await read(asked.digestIds));
    const rows = await read(asked.notificationIds);
    const shown = rows.filter((row) => row.in_app).map((row) => row.user_id);
    if (shown.length > 0) await Outbox.put("socket", { userIds: shown, message: { type: "notification.new" } });
    for (const row of rows.filter(({ mail }) => mail === "now")) await now(row);
  });
}

type Row = Told & { id: string; user_id: string; in_app: boolean; mail: string; email: string };

/** Locked, so that what is delivered twice at once is mailed once. */
const read = async (ids: string[]): Promise<Row[]> =>
  (
    await query((db) =>
      sql<Row>`
        select n.id, n.user_id, n.type, n.parameters, n.in_app, n.mail, u.email, a.name as actor,
          v.id as entity_id, v.kind, v.name as entity
        from notification n
        join "user" u on u.id = n.user_id and u.deactivated_at is null
        left join "user" a on a.id = n.actor_id
        left join lateral (
          select e.id, e.kind, e.name from entity e cross join ${privilegesOfUser(sql`n.user_id`)}
          where e.id = n.entity_id and e.deleted_at is null and p.privileges & 1 <> 0) v on true
        where n.id = any (${ids}) order by n.id desc for update of n`.execute(db),
    )
  ).rows;

/** Counts as sent with the row that mails it. */
async function now(row: Row): Promise<void> {
  await query((db) => db.updateTable("notification").set({ mail: "sent" }).where("id", "=", row.id).execute());
  const text = `${lineOf(row)}.\n\n${quoteOf(row)}${linkOf(row)}\n\n${choosePreferences()}`;
  await Mail.send({ to: row.email, subject: subjectOf(lineOf(row)), text });
}

async function digest(rows: Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const lines = rows.slice(0, LINES).map((row) => `- ${lineOf(row)}\n  ${linkOf(row)}`);
  const more = rows.length > LINES ? [`- and ${rows.length - LINES} more`] : [];
  const subject = rows.length === 1 ? "One notification from Atrium" : `${rows.length} notifications from Atrium`;
  await Mail.send({ to: first.email, subject, text: `${[...lines, ...more].join("\n")}\n\n${choosePreferences()}` });
}
