import { sql } from "kysely";
import { z } from "zod";
import { record } from "../audit/record.ts";
import { query, transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import * as Outbox from "../outbox/put.ts";
import * as Paging from "../paging/index.ts";
import { fn } from "../util/index.ts";
import { find } from "./webhook.ts";

const KEEP_DAYS = 30;

export const Delivery = z.object({
  id: z.string(),
  type: z.string(),
  eventId: z.string(),
  state: z.enum(["waiting", "succeeded", "failed"]),
  attempts: z.number().int(),
  status: z.number().int().nullable(),
  error: z.string().nullable(),
  milliseconds: z.number().int().nullable(),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  body: z.record(z.string(), z.unknown()),
});
export type Delivery = z.infer<typeof Delivery>;

const One = z.object({ projectID: z.string(), id: z.string() });
const Query = One.extend({ limit: Paging.Limit, cursor: z.string().optional() });
const newestFirst = Paging.parseSort({ id: { by: sql`d.id`, type: "bigint" } }, "-id");

/** What a webhook was told and how it answered, newest first. */
export const list = fn(Query, async ({ limit, cursor, ...target }): Promise<Paging.Page<Delivery>> => {
  const webhook = await find(target);
  const id = sql`d.id`;
  const found = await query((db) =>
    sql<Row>`
      select d.*, d.id::text as id, ${Paging.cursorValue(newestFirst)} as cursor_value from webhook_delivery d
      where d.webhook_id = ${webhook.id} and ${Paging.after(newestFirst, id, cursor)}
      order by ${Paging.orderBy(newestFirst, id)} limit ${limit + 1}`.execute(db),
  );
  const { rows, next } = Paging.cut(found.rows, limit, newestFirst);
  return { next, items: rows.map(toDelivery) };
});

/** Sends an event again, with a signature of now. */
export const replay = fn(One.extend({ deliveryID: z.string().regex(/^\d{1,18}$/) }), ({ deliveryID, ...target }) =>
  transaction(async (tx): Promise<void> => {
    const { id, project_id } = await find(target);
    const again = await tx
      .updateTable("webhook_delivery")
      .set({ state: "waiting", ended_at: null })
      .where("id", "=", Number(deliveryID))
      .where("webhook_id", "=", id)
      .where("state", "<>", "waiting")
      .executeTakeFirst();
    if (again.numUpdatedRows === 0n)
      throw new AppError("not_found", "webhook.no_such_delivery", "There is no delivery of this number that ended.");
    await Outbox.put("webhook", { deliveryId: Number(deliveryID) });
    const parameters = { webhookId: id, deliveryId: deliveryID };
    await record({ type: "webhook.replayed", entityID: project_id, parameters });
  }),
);

export async function sweep(): Promise<void> {
  await query((db) =>
    sql`delete from webhook_delivery where created_at < now() - make_interval(days => ${KEEP_DAYS})`.execute(db),
  );
}

type Row = {
  id: string;
  type: string;
  event_id: string;
  state: Delivery["state"];
  attempts: number;
  status: number | null;
  error: string | null;
  milliseconds: number | null;
  created_at: Date;
  ended_at: Date | null;
  body: Record<string, unknown>;
  cursor_value: string;
};

const toDelivery = (row: Row): Delivery => ({
  id: row.id,
  type: row.type,
  eventId: row.event_id,
  state: row.state,
  attempts: row.attempts,
  status: row.status,
  error: row.error,
  milliseconds: row.milliseconds,
  createdAt: row.created_at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
  body: row.body,
});
