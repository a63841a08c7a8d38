import { z } from "zod";
import { Bundle } from "../access/privilege.ts";
import { Kind, Person, Text } from "../entity/schema.ts";

const MAX_DAYS = 3_650;

export const State = z.enum(["pending", "approved", "rejected", "withdrawn"]);
export type State = z.infer<typeof State>;

const Days = z.number().int().min(1).max(MAX_DAYS);

/** What is asked of people who want access, what they can get, and for how long at most. */
export const PutOffer = z.strictObject({
  question: Text(2_000).trim().default(""),
  bundles: z.array(Bundle).nonempty(),
  /** Null gives without an end. */
  days: Days.nullable().default(null),
  /** People and groups, by the ids that grants have; without any, everybody who may share decides. */
  approvers: z.array(z.string().max(300)).max(50).default([]),
});

export const Request = z.object({
  id: z.string(),
  entity: z.object({ id: z.string(), kind: Kind, name: z.string() }),
  user: Person,
  bundle: Bundle,
  answer: z.string(),
  days: z.number().int().nullable(),
  state: State,
  /** What was said to the decision. */
  note: z.string(),
  createdAt: z.iso.datetime(),
  decidedBy: Person.nullable(),
  decidedAt: z.iso.datetime().nullable(),
  grantedUntil: z.iso.datetime().nullable(),
});
export type Request = z.infer<typeof Request>;

/** As the one who asks sees it. */
export const Offer = z.object({
  question: z.string(),
  bundles: z.array(Bundle),
  days: z.number().int().nullable(),
  /** For those who may share only; empty where everybody who may share decides. */
  approvers: z.array(z.object({ principalId: z.string(), name: z.string() })),
  /** Whether somebody set it; else anybody who sees the thing may still ask those who may share it. */
  set: z.boolean(),
  /** One's own request that waits, or the last one. */
  own: Request.nullable(),
});
export type Offer = z.infer<typeof Offer>;

export const Ask = z.strictObject({
  bundle: Bundle,
  answer: Text(4_000).trim().default(""),
  days: Days.optional(),
});

export const Decide = z.strictObject({
  /** What the one who asked reads. */
  note: Text(2_000).trim().default(""),
  /** For how long, where it is to be shorter than was asked for. */
  days: Days.optional(),
});
