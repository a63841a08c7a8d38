import { z } from "zod";
import { Attribute } from "../attribute/index.ts";
import { Entity } from "../entity/index.ts";
import { Functions } from "../function/index.ts";

/** Read whole, here and by the page that shows it. */
export const MAX_BYTES = 32 * 1024 * 1024;
export const CONTENT_TYPE = "application/x-ipynb+json";

/** What is wrong with the parameters, by cell and line, the first being 1. */
export const CellProblem = z.object({ cell: z.number().int(), line: z.number().int(), message: z.string() });
export type CellProblem = z.infer<typeof CellProblem>;

const Content = z.object({
  version: z.number().int(),
  bytes: z.number().int(),
  sha256: z.string(),
  /** The kernel it was written with, by name; it is run by the one of its language that there is. */
  kernel: z.string().nullable(),
  language: z.string(),
  cells: z.number().int(),
});

export const Info = Entity.Info.extend({
  ...Content.shape,
  signature: Functions.Interface,
  /** What keeps it from being run. */
  problems: z.array(CellProblem),
});
export type Info = z.infer<typeof Info>;

/** Of a file that holds one, or without it an empty one. */
export const Create = z.strictObject({
  projectId: z.string(),
  name: Entity.Name.optional(),
  fileId: z.string().optional(),
  description: Entity.Description.optional(),
  tags: Entity.Tags.optional(),
  attributes: Attribute.Given.optional(),
});

export const VersionItem = Content.extend({
  restoredFrom: z.number().int().nullable(),
  createdBy: Entity.Person,
  createdAt: z.iso.datetime(),
});
export type VersionItem = z.infer<typeof VersionItem>;

export const Upload = z.strictObject({
  bytes: z.number().int().min(1).max(MAX_BYTES),
  /** The store refuses other bytes. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits in lower case"),
});
export const Taken = z.strictObject({ uploadId: z.string().max(64) });
