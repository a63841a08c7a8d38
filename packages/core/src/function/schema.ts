import { z } from "zod";
import { Privilege } from "../access/privilege.ts";
import { Parameter } from "../signature/schema.ts";

/** What can be run and is an entity. */
export const RunnableKind = z.enum(["script", "notebook", "model"]);
export type RunnableKind = z.infer<typeof RunnableKind>;

/** `builtin` comes with the program. */
export const FunctionKind = z.enum(["builtin", ...RunnableKind.options]);
export type FunctionKind = z.infer<typeof FunctionKind>;

export const Interface = z.object({ inputs: z.array(Parameter), outputs: z.array(Parameter) });
/** What a function takes and gives. */
export type Interface = z.infer<typeof Interface>;

export const Info = z.object({
  id: z.string(),
  kind: FunctionKind,
  name: z.string(),
  description: z.string(),
  /** Counts the changes of its code. */
  revision: z.number().int(),
  signature: Interface,
  /** Where it lies, and where its runs put what they make unless told otherwise; null for what comes with the program. */
  projectId: z.string().nullable(),
  /** What you may do with it; `execute` is running it. */
  privileges: z.array(Privilege),
  createdAt: z.iso.datetime(),
});
export type Info = z.infer<typeof Info>;
