import { z } from "zod";

export const Message = z.strictObject({
  to: z.email().max(254),
  /** One line: a header cannot hold two. */
  subject: z
    .string()
    .min(1)
    .max(200)
    .regex(/^\P{Cc}+$/u),
  text: z.string().min(1).max(100_000),
  html: z.string().max(200_000).optional(),
});
export type Message = z.infer<typeof Message>;
