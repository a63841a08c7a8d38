import { sql } from "kysely";
import { z } from "zod";
import * as Actor from "../actor/index.ts";
import { query } from "../database/index.ts";
import { Text } from "../entity/schema.ts";
import { AppError } from "../error/index.ts";
import { Attempts } from "../identity/attempt.ts";
import { notify } from "../notification/notify.ts";
import { bundleOf } from "./privilege.ts";

/** So many people hear of what is shared at once; a larger group is not woken for one thing. */
export const MOST_TOLD = 200;
/** One thing is told to one person once in so long, however often their role changes back and forth. */
const ONCE_IN = "1 hour";

/**
 * Tells those to whom it brings something new, on the site and by mail as they chose, with words of who shares; `false` tells nobody.
 * Without it one person hears of it, and a group does not.
 */
export const Notify = z.union([z.boolean(), z.strictObject({ message: Text(500).trim().default("") })]);
export type Notify = z.infer<typeof Notify>;

type Given = { entityID: string; privileges: number; recipients: string[]; notify: Notify | undefined };

/** Tells those who are new, in the transaction that gives; says so where they are too many, or others were told too often. */
export async function tell({ entityID, recipients, privileges, notify: asked }: Given): Promise<void> {
  if (recipients.length > MOST_TOLD) throw tooMany();
  const fresh = await notToldLately(entityID, recipients);
  if (fresh.length === 0) return;
  if (asked !== undefined) await keepToLimit();
  const bundle = bundleOf(privileges);
  const parameters: Record<string, string> = {
    ...(bundle === null ? {} : { bundle }),
    ...(typeof asked === "object" && asked.message ? { message: asked.message } : {}),
  };
  await notify({ recipients: fresh, type: "access.given", entityID, parameters });
}

export const tooMany = () =>
  new AppError(
    "unprocessable",
    "grant.too_many_to_notify",
    `These are more than ${MOST_TOLD} people, who are not notified at once. Share without notifying, and tell them where they talk.`,
    { fields: [{ path: "/notify", message: `More than ${MOST_TOLD} people` }] },
  );

async function notToldLately(entityID: string, people: string[]): Promise<string[]> {
  const told = await query((db) =>
    db
      .selectFrom("notification")
      .select("user_id")
      .where("entity_id", "=", entityID)
      .where("type", "=", "access.given")
      .where("user_id", "in", people.length > 0 ? people : [""])
      .where("created_at", ">", sql<Date>`now() - ${ONCE_IN}::interval`)
      .execute(),
  );
  const lately = new Set(told.map(({ user_id }) => user_id));
  return people.filter((id) => !lately.has(id));
}

/** Words to others go into their mailboxes, so nobody sends them without end. */
async function keepToLimit(): Promise<void> {
  const refused = await Attempts.count(Attempts.tellings(Actor.userID()));
  if (refused)
    throw new AppError(
      "limit",
      "grant.notified_too_often",
      "You have notified people of many things within the hour. Share without notifying, or wait.",
      { retryAfterSeconds: refused.seconds },
    );
}
