import { z } from "zod";
import { Entity } from "../entity/index.ts";

const Cron = z.string().trim().min(1).max(100);
const Timezone = z.string().min(1).max(100);
/** What happens at a time when the run before has not ended yet. */
export const Overlap = z.enum(["skip", "allow"]);
const Inputs = z.record(z.string(), z.unknown());

export const Create = z.strictObject({
  projectId: z.string().max(64),
  functionId: z.string().max(64),
  name: Entity.Name,
  cron: Cron,
  timezone: Timezone.default("UTC"),
  inputs: Inputs,
  overlap: Overlap.default("skip"),
  enabled: z.boolean().default(true),
  /** Oneself when left out; an administrator may name a service user. */
  runAs: z.string().max(64).optional(),
});

export const Patch = z
  .strictObject({
    name: Entity.Name,
    cron: Cron,
    timezone: Timezone,
    inputs: Inputs,
    overlap: Overlap,
    enabled: z.boolean(),
  })
  .partial();

export const Info = z.object({
  id: z.string(),
  projectId: z.string(),
  function: z.object({ id: z.string(), name: z.string() }),
  name: z.string(),
  cron: z.string(),
  timezone: z.string(),
  inputs: Inputs,
  overlap: Overlap,
  enabled: z.boolean(),
  runAs: Entity.Person,
  createdBy: Entity.Person,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  revision: z.number().int(),
  /** The next times, the first of them when it will run; none while it is switched off. */
  upcoming: z.array(z.iso.datetime()),
  lastAt: z.iso.datetime().nullable(),
  lastRunId: z.string().nullable(),
  lastError: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type Info = z.infer<typeof Info>;

export const Query = z.object({
  projectID: z.string().optional(),
  functionID: z.string().optional(),
  limit: z.number().int().min(1).max(1_000).default(50),
  cursor: z.string().max(64).optional(),
});
