import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import * as Actor from "../actor/index.ts";
import { record } from "../audit/record.ts";
import { Call } from "../call/index.ts";
import { query, transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { createID } from "../id/index.ts";
import { fn } from "../util/index.ts";
import { mustHold, next } from "./cron.ts";
import { get } from "./read.ts";
import { Create, Patch } from "./schema.ts";

const MAX_OF_PROJECT = 200;

export const create = fn(Create, ({ projectId, functionId, cron, timezone, inputs, enabled, runAs, ...rest }) =>
  transaction(async (tx): Promise<string> => {
    await Access.require(projectId, "create");
    mustHold(cron, timezone);
    await Call.check(functionId, inputs);
    const { n } = await tx
      .selectFrom("schedule")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .where("project_id", "=", projectId)
      .where("deleted_at", "is", null)
      .executeTakeFirstOrThrow();
    if (n >= MAX_OF_PROJECT)
      throw new AppError("limit", "schedule.too_many", `A project has at most ${MAX_OF_PROJECT} schedules.`);
    const id = createID("schedule");
    await tx
      .insertInto("schedule")
      .values({
        id,
        project_id: projectId,
        function_id: functionId,
        cron,
        timezone,
        inputs: JSON.stringify(inputs),
        run_as: runAs === undefined ? Actor.userID() : await serviceUser(runAs),
        key: limitsOfKey(),
        created_by: Actor.userID(),
        next_at: enabled ? next(cron, timezone, new Date()) : null,
        ...rest,
      })
      .execute();
    await record({ type: "schedule.created", entityID: projectId, parameters: { scheduleId: id } });
    return id;
  }),
);

const Target = z.object({ id: z.string(), revision: z.number().int().optional() });

/**
 * Changes a schedule. From then on it runs as whoever changed it: otherwise, who may edit a project could have things
 * done with the rights of others.
 */
export const update = fn(Target.extend({ patch: Patch }), ({ id, revision, patch }) =>
  transaction(async (tx): Promise<void> => {
    const now = await get(id);
    await Access.require(now.projectId, "edit");
    const { cron, timezone, enabled } = { ...now, ...patch };
    mustHold(cron, timezone);
    if (patch.inputs) await Call.check(now.function.id, patch.inputs);
    const { inputs, enabled: _, ...plain } = patch;
    const changed = await tx
      .updateTable("schedule")
      .set({
        ...plain,
        ...(inputs ? { inputs: JSON.stringify(inputs) } : {}),
        run_as: Actor.userID(),
        key: limitsOfKey(),
        next_at: enabled ? next(cron, timezone, new Date()) : null,
        last_error: null,
        revision: sql<number>`revision + 1`,
        updated_at: sql`now()`,
      })
      .where("id", "=", id)
      .$if(revision !== undefined, (some) => some.where("revision", "=", revision ?? 0))
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n)
      throw new AppError(
        "stale",
        "schedule.stale",
        "Somebody changed this since you read it. Read it again and repeat the change.",
      );
    await record({
      type: "schedule.changed",
      entityID: now.projectId,
      parameters: { scheduleId: id, fields: Object.keys(patch) },
    });
  }),
);

/** Away, to where `restore` finds it. */
export const remove = fn(z.string(), (id) =>
  transaction(async (tx): Promise<void> => {
    const { projectId } = await get(id);
    await Access.require(projectId, "edit");
    await tx
      .updateTable("schedule")
      .set({ deleted_at: sql<Date>`now()`, next_at: null })
      .where("id", "=", id)
      .execute();
    await record({ type: "schedule.deleted", entityID: projectId, parameters: { scheduleId: id } });
  }),
);

/** Back again, switched off: what it would have done meanwhile, nobody may want any more. */
export const restore = fn(z.string(), (id) =>
  transaction(async (tx): Promise<void> => {
    const { projectId } = await get(id, { trash: true });
    await Access.require(projectId, "edit");
    await tx.updateTable("schedule").set({ deleted_at: null }).where("id", "=", id).execute();
    await record({ type: "schedule.restored", entityID: projectId, parameters: { scheduleId: id } });
  }),
);

/** Starts a run now, as the actor and not as the schedule would; answers the run's id. */
export const runNow = fn(z.string(), async (id): Promise<string> => {
  const {
    projectId,
    function: { id: functionID },
    inputs,
  } = await get(id);
  await Access.require(projectId, "create");
  return Call.start(functionID, inputs, { projectID: projectId });
});

/** What is written with a key that may little goes on to do as little. */
function limitsOfKey(): string | null {
  const { key } = Actor.user();
  return key ? JSON.stringify({ scopes: key.scopes, projectID: key.projectID }) : null;
}

async function serviceUser(userID: string): Promise<string> {
  if (userID === Actor.userID()) return userID;
  Actor.administrator();
  const found = await query((db) =>
    db
      .selectFrom("user")
      .select("id")
      .where("id", "=", userID)
      .where("kind", "=", "service")
      .where("deactivated_at", "is", null)
      .executeTakeFirst(),
  );
  if (found) return found.id;
  throw new AppError("unprocessable", "schedule.no_such_runner", "A schedule runs as yourself or as a service user.", {
    fields: [{ path: "/runAs", message: "No service user has this id" }],
  });
}
