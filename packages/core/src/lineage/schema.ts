import { z } from "zod";
import { Kind } from "../entity/schema.ts";
import { FunctionKind } from "../function/schema.ts";

const Time = z.iso.datetime();

/** A thing, or a run that made one of things. */
export const Node = z.discriminatedUnion("type", [
  z.object({ type: z.literal("entity"), id: z.string(), kind: Kind, name: z.string() }),
  z.object({
    type: z.literal("run"),
    id: z.string(),
    name: z.string(),
    function: z.object({ id: z.string(), kind: FunctionKind }),
    endedAt: Time.nullable(),
  }),
]);
export type Node = z.infer<typeof Node>;

/** `from` was made by, or used, `to`. */
export const Edge = z.object({
  from: z.string(),
  to: z.string(),
  predicate: z.enum(["prov:wasGeneratedBy", "prov:used"]),
  role: z.string(),
  version: z.number().int().nullable(),
  contentHash: z.string().nullable(),
});
export type Edge = z.infer<typeof Edge>;

export const Lineage = z.object({
  nodes: z.array(Node),
  edges: z.array(Edge),
  /** False where it goes on: into what the one who asks may not see, or further than is looked. */
  complete: z.boolean(),
});
export type Lineage = z.infer<typeof Lineage>;
