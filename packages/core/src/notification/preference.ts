import { z } from "zod";
import { mayDo } from "../access/policy.ts";
import { record } from "../audit/record.ts";
import { query, transaction } from "../database/index.ts";
import { fn } from "../util/index.ts";
import { reader } from "./reader.ts";
import { types } from "./types.ts";

const TypeName = z.enum(Object.keys(types) as [keyof typeof types, ...(keyof typeof types)[]]);

export const Preference = z.object({
  type: TypeName,
  label: z.string(),
  inApp: z.boolean(),
  mail: z.enum(["off", "now", "digest"]),
});
export type Preference = z.infer<typeof Preference>;

/** Every type there is, with what the actor hears of it. */
export async function preferences(): Promise<Preference[]> {
  const userID = reader();
  const rows = await query((db) =>
    db.selectFrom("notification_preference").selectAll().where("user_id", "=", userID).execute(),
  );
  const chosen = new Map(rows.map((row) => [row.type, { inApp: row.in_app, mail: row.mail }]));
  return TypeName.options.map((type) => ({
    type,
    label: types[type].label,
    ...(chosen.get(type) ?? types[type].preference),
  }));
}

export const Choose = z.strictObject({
  preferences: z
    .array(Preference.omit({ label: true }).strict())
    .min(1)
    .max(TypeName.options.length),
});

export const choose = fn(Choose, ({ preferences: chosen }) =>
  transaction(async (tx): Promise<void> => {
    const userID = reader();
    mayDo("create");
    for (const { type, inApp, mail } of chosen) {
      await tx
        .insertInto("notification_preference")
        .values({ user_id: userID, type, in_app: inApp, mail })
        .onConflict((conflict) => conflict.columns(["user_id", "type"]).doUpdateSet({ in_app: inApp, mail }))
        .execute();
    }
    const parameters = { types: chosen.map(({ type }) => type) };
    await record({ type: "notification.preferences_changed", parameters });
  }),
);
