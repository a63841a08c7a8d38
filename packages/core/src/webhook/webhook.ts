import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import * as Actor from "../actor/index.ts";
import { record } from "../audit/record.ts";
import { query, type Row, transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { createID } from "../id/index.ts";
import { fn } from "../util/index.ts";
import { newSecret, seal } from "./secret.ts";
import { checked } from "./target.ts";

const MOST = 20;

export const Info = z.object({
  id: z.string(),
  projectId: z.string(),
  url: z.string(),
  types: z.array(z.string()),
  active: z.boolean(),
  createdAt: z.iso.datetime(),
  revision: z.number().int(),
});
export type Info = z.infer<typeof Info>;

/** `*`, `table.*` or `table.created` */
const Type = z.string().regex(/^(\*|[a-z_]+\.(\*|[a-z_]+))$/, 'Such as "*", "table.*" or "table.created"');
const Fields = { url: z.string().max(2_000), types: z.array(Type).min(1).max(50), active: z.boolean() };

export const Create = z.strictObject({ url: Fields.url, types: Fields.types.default(["*"]) });
export const Patch = z.strictObject({
  url: Fields.url.optional(),
  types: Fields.types.optional(),
  active: Fields.active.optional(),
});

/** A new webhook. Its secret is in the answer and nowhere else. */
export const create = fn(Create.extend({ projectID: z.string() }), ({ projectID, url, types }) =>
  transaction(async (tx): Promise<{ id: string; secret: string }> => {
    await manage(projectID);
    checked(url);
    const { n } = await tx
      .selectFrom("webhook")
      .select((count) => count.fn.countAll<number>().as("n"))
      .where("project_id", "=", projectID)
      .where("deleted_at", "is", null)
      .executeTakeFirstOrThrow();
    if (n >= MOST) throw new AppError("conflict", "webhook.too_many", `Delete one of the ${MOST} webhooks first.`);
    const id = createID("webhook");
    const secret = newSecret();
    const sealed = await seal(secret, id);
    await tx
      .insertInto("webhook")
      .values({ id, project_id: projectID, url, types, secret: sealed, created_by: Actor.userID(), deleted_at: null })
      .execute();
    await record({ type: "webhook.created", entityID: projectID, parameters: { webhookId: id, types } });
    return { id, secret };
  }),
);

export const list = fn(z.string(), async (projectID): Promise<Info[]> => {
  await manage(projectID);
  const rows = await query((db) =>
    db
      .selectFrom("webhook")
      .selectAll()
      .where("project_id", "=", projectID)
      .where("deleted_at", "is", null)
      .orderBy("id")
      .execute(),
  );
  return rows.map(toInfo);
});

const One = z.object({ projectID: z.string(), id: z.string() });
type One = z.infer<typeof One>;
const Target = One.extend({ revision: z.number().int().optional() });

export const get = fn(One, async (target): Promise<Info> => toInfo(await find(target)));

export const update = fn(Target.extend({ patch: Patch }), ({ revision, patch, ...target }) =>
  transaction(async (): Promise<void> => {
    const { id, project_id } = await find(target);
    if (patch.url !== undefined) checked(patch.url);
    await change(id, revision, patch);
    const parameters = { webhookId: id, fields: Object.keys(patch) };
    await record({ type: "webhook.changed", entityID: project_id, parameters });
  }),
);

export const remove = fn(Target, ({ revision, ...target }) =>
  transaction(async (): Promise<void> => {
    const { id, project_id } = await find(target);
    await change(id, revision, { deleted_at: new Date() });
    await record({ type: "webhook.deleted", entityID: project_id, parameters: { webhookId: id } });
  }),
);

/** Takes a deletion back. */
export const restore = fn(One, (target) =>
  transaction(async (): Promise<void> => {
    const { id, project_id } = await find(target, { deleted: true });
    await change(id, undefined, { deleted_at: null });
    await record({ type: "webhook.restored", entityID: project_id, parameters: { webhookId: id } });
  }),
);

/** Another secret in place of the one there was, which signs nothing from now on. */
export const rotate = fn(One, (target) =>
  transaction(async (): Promise<{ secret: string }> => {
    const { id, project_id } = await find(target);
    const secret = newSecret();
    await change(id, undefined, { secret: await seal(secret, id) });
    await record({ type: "webhook.rotated", entityID: project_id, parameters: { webhookId: id } });
    return { secret };
  }),
);

export const manage = (projectID: string): Promise<number> => Access.require(projectID, "manage");

/** Whoever may not manage the project learns nothing of its webhooks. */
export async function find({ projectID, id }: One, { deleted = false } = {}): Promise<Row<"webhook">> {
  await manage(projectID);
  const row = await query((db) =>
    db
      .selectFrom("webhook")
      .selectAll()
      .where("id", "=", id)
      .where("project_id", "=", projectID)
      .where("deleted_at", deleted ? "is not" : "is", null)
      .executeTakeFirst(),
  );
  if (row) return row;
  throw new AppError("not_found", "webhook.not_found", "This project has no such webhook.");
}

type Change = z.infer<typeof Patch> & { deleted_at?: Date | null; secret?: Buffer };

async function change(id: string, revision: number | undefined, patch: Change): Promise<void> {
  const changed = await query((db) =>
    db
      .updateTable("webhook")
      .set({ ...patch, revision: sql<number>`revision + 1`, updated_at: sql`now()` })
      .where("id", "=", id)
      .$if(revision !== undefined, (some) => some.where("revision", "=", revision ?? 0))
      .executeTakeFirst(),
  );
  if (changed.numUpdatedRows === 0n)
    throw new AppError("stale", "webhook.stale", "Somebody changed this webhook since you read it. Read it again.");
}

const toInfo = (row: Row<"webhook">): Info => ({
  id: row.id,
  projectId: row.project_id,
  url: row.url,
  types: row.types,
  active: row.active,
  createdAt: row.created_at.toISOString(),
  revision: row.revision,
});
