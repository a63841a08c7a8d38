import { z } from "zod";
import { Attribute } from "../attribute/index.ts";
import { Entity } from "../entity/index.ts";

export const Create = z.strictObject({
  projectId: z.string().max(64),
  /** https, on the public internet. */
  url: z.string().max(2_000),
  /** What the address calls it, where nothing is said. */
  name: Entity.Name.nullish(),
  attributes: Attribute.Given.nullish(),
});

/** What is kept of a run's inputs. */
export const Inputs = Create;

/** What the job leaves for the step that registers it. */
export const Result = z.object({
  fileID: z.string(),
  mediaID: z.string(),
  key: z.string(),
  name: z.string(),
  bytes: z.number().int(),
  etag: z.string(),
  sha256: z.string(),
  contentType: z.string(),
  /** Without what follows the `?`, which is often a secret. */
  source: z.string(),
});
export type Result = z.infer<typeof Result>;
