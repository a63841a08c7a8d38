import { z } from "zod";
import { Access } from "../access/index.ts";
import { Kind, Person } from "../entity/schema.ts";

export const Create = z.strictObject({
  /** For whom or what it is, for those who share; whoever opens it does not see it. */
  label: z
    .string()
    .trim()
    .max(100)
    .regex(/^\P{Cc}*$/u, "must be one line")
    .default(""),
  /** Whether the bytes can be downloaded as well. */
  download: z.boolean().default(true),
  /** When it stops working by itself: in 30 days where it is left out, never where it is null. */
  expiresAt: z.iso.datetime({ offset: true }).nullable().optional(),
});

/** `idle` is one whose maker may not share the thing any more: it opens nothing until they may again. */
export const State = z.enum(["active", "expired", "idle"]);

export const Info = z.object({
  id: z.string(),
  entityId: z.string(),
  label: z.string(),
  state: State,
  privileges: z.array(Access.Privilege),
  madeBy: Person,
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  /** How often it was opened, and when last. */
  opened: z.number().int(),
  openedAt: z.iso.datetime().nullable(),
});
export type Info = z.infer<typeof Info>;

/** What a link opens. */
export const Opened = z.object({ linkId: z.string(), entity: z.object({ id: z.string(), kind: Kind }) });
export type Opened = z.infer<typeof Opened>;
