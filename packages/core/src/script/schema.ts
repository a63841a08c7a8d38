import { z } from "zod";
import { Attribute } from "../attribute/index.ts";
import { Entity } from "../entity/index.ts";
import { Functions } from "../function/index.ts";
import { Problem, Signature } from "../signature/schema.ts";

/** Languages that can be run here. */
export const RUNNABLE = ["python", "javascript"] as const;
/** Those of scripts that people bring along; the others can be kept and not yet run. */
export const Language = z.enum([...RUNNABLE, "r", "julia", "octave", "sql", "grok"]);
export type Language = z.infer<typeof Language>;

const MAX_BYTES = 1_000_000;
export const Source = Entity.Text(MAX_BYTES).refine(
  (text) => Buffer.byteLength(text) <= MAX_BYTES,
  "A source has at most 1 MB",
);

/** What an annotation header says beside the signature. */
export const Header = Signature.omit({ inputs: true, outputs: true }).partial();
export type Header = z.infer<typeof Header>;

/** A source that nobody has kept yet. */
export const Checked = z.object({
  language: Language,
  signature: Functions.Interface,
  header: Header,
  problems: z.array(Problem),
});

export const Info = Entity.Info.extend({
  language: Language,
  version: z.number().int(),
  /** Null for who may only see that there is a script. */
  source: z.string().nullable(),
  sha256: z.string(),
  signature: Functions.Interface,
  header: Header,
  /** What keeps it from being run, by line. */
  problems: z.array(Problem),
});
export type Info = z.infer<typeof Info>;

/** Name, description and language come from the header where they are not given. */
export const Create = z.strictObject({
  projectId: z.string(),
  source: Source,
  language: Language.optional(),
  name: Entity.Name.optional(),
  description: Entity.Description.optional(),
  tags: Entity.Tags.optional(),
  attributes: Attribute.Given.optional(),
});

export const Patch = Entity.Patch.extend({ source: Source.optional(), language: Language.optional() });
export type Patch = z.infer<typeof Patch>;

export const VersionItem = z.object({
  version: z.number().int(),
  language: Language,
  sha256: z.string(),
  bytes: z.number().int(),
  restoredFrom: z.number().int().nullable(),
  createdBy: Entity.Person,
  createdAt: z.iso.datetime(),
});
export type VersionItem = z.infer<typeof VersionItem>;

export const Version = VersionItem.extend({ source: z.string() });
export type Version = z.infer<typeof Version>;
