import { z } from "zod";
import { Name, Text } from "../entity/schema.ts";

export const Role = z.enum(["member", "admin"]);
export type Role = z.infer<typeof Role>;

const Description = Text(2_000);
const Listed = z.boolean();

/** A team as the one who asks sees it; `role` is theirs, also through a group in it. */
export const Info = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  listed: z.boolean(),
  role: Role.nullable(),
  members: z.number().int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  revision: z.number().int(),
});
export type Info = z.infer<typeof Info>;

export const Create = z.strictObject({
  name: Name,
  description: Description.optional(),
  /** Whether everyone signed in finds it and may ask to join; else only its members know of it. */
  listed: Listed.optional(),
});

export const Patch = z.strictObject({
  name: Name.optional(),
  description: Description.optional(),
  listed: Listed.optional(),
});

/** A person, or a group that lies in the group. Addresses are for the group's admins. */
export const Member = z.object({
  id: z.string(),
  kind: z.enum(["user", "group"]),
  name: z.string(),
  email: z.string().optional(),
  role: Role,
  since: z.iso.datetime(),
});
export type Member = z.infer<typeof Member>;

export const Add = z
  .strictObject({
    email: z.email().max(254).optional(),
    memberId: z.string().max(64).optional(),
    role: Role.default("member"),
  })
  .refine((input) => (input.email === undefined) !== (input.memberId === undefined), {
    message: "Name either an email, or a memberId: that of a person or of a group.",
  });

export const RequestState = z.enum(["pending", "approved", "rejected", "withdrawn"]);

export const Request = z.object({
  id: z.string(),
  group: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string() }),
  message: z.string(),
  state: RequestState,
  createdAt: z.iso.datetime(),
  decidedAt: z.iso.datetime().nullable(),
});
export type Request = z.infer<typeof Request>;

export const Ask = z.strictObject({ message: Text(1_000).default("") });
