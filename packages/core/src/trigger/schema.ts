import { z } from "zod";
import { Person } from "../entity/schema.ts";

export const Event = z.enum(["media.ready", "annotations.changed"]);
export type Event = z.infer<typeof Event>;

const IDs = z.array(z.string().max(64)).min(1).max(200).nullable();
const LONGEST_WAIT_SECONDS = 3_600;

const Fields = {
  event: Event,
  /** Only where annotations of these types were made or changed; null for all. */
  typeIds: IDs,
  /** Only where that was on these layers; null for all. */
  layerIds: IDs,
  parameters: z.record(z.string(), z.unknown()),
  /** That the algorithm writes on; null for the project's first. */
  layerId: z.string().max(64).nullable(),
  /** How long nothing must have happened to a media before it is looked at. */
  waitSeconds: z.number().int().min(0).max(LONGEST_WAIT_SECONDS),
  enabled: z.boolean(),
  /** Also when other algorithms write, but for those that led to it. */
  chain: z.boolean(),
};

/** How many runs may follow from one another. */
export const DEEPEST = 8;

export const Definition = z.strictObject({
  ...Fields,
  typeIds: Fields.typeIds.default(null),
  layerIds: Fields.layerIds.default(null),
  parameters: Fields.parameters.default({}),
  layerId: Fields.layerId.default(null),
  waitSeconds: Fields.waitSeconds.default(60),
  enabled: Fields.enabled.default(true),
  chain: Fields.chain.default(false),
});
export type Definition = z.output<typeof Definition>;

export const Patch = z.strictObject(Fields).partial();
export type Patch = z.output<typeof Patch>;

export const Info = z.object({
  ...Fields,
  id: z.string(),
  algorithmId: z.string(),
  /** With whose rights it runs: whoever changed it last. */
  runAs: Person,
  /** How many media wait for it. */
  waiting: z.number().int(),
  lastAt: z.iso.datetime().nullable(),
  lastRunId: z.string().nullable(),
  lastError: z.object({ code: z.string(), message: z.string() }).nullable(),
  revision: z.number().int(),
});
export type Info = z.infer<typeof Info>;
