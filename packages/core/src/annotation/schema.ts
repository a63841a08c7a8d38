import { z } from "zod";
import { AttributeName, Given, Value } from "../attribute/schema.ts";

/** At once, by one request. */
export const MOST = 5_000;
const MOST_POINTS = 10_000;
const MOST_MEMBERS = 100_000;
const MOST_MEDIA = 1_000;

/** Two kinds of annotations: drawn on a frame of one media, and said of frames, media or tracks. */
export const Kind = z.enum(["localization", "state"]);
export type Kind = z.infer<typeof Kind>;

const ID = z.string().max(64);
const Frame = z.number().int().min(0).max(2_147_483_647);
/** Of a media's width or height, from its left or top. */
const Part = z.number().min(0).max(1);
const Direction = z.number().min(-1).max(1);
const Points = z
  .array(z.tuple([Part, Part]))
  .min(3)
  .max(MOST_POINTS);
const Color = z.string().regex(/^#[0-9a-f]{6}$/i, "A color is wanted, such as #33aa55");

const Drawing = {
  frame: Frame,
  x: Part,
  y: Part,
  width: Part,
  height: Part,
  u: Direction,
  v: Direction,
  points: Points,
};

export const NewLocalization = z.strictObject({
  /** The same in every layer and deployment; a new one where none is named. */
  elementalId: z.uuid().optional(),
  /** The project's first layer where none is named. */
  layerId: ID.optional(),
  typeId: ID,
  frame: Frame.default(0),
  x: Part.optional(),
  y: Part.optional(),
  width: Part.optional(),
  height: Part.optional(),
  u: Direction.optional(),
  v: Direction.optional(),
  points: Points.optional(),
  attributes: Given.default({}),
  key: z.boolean().default(true),
  /** Tracks it is to be a member of. */
  trackIds: z.array(z.uuid()).max(100).default([]),
});
export type NewLocalization = z.output<typeof NewLocalization>;

export const NewState = z.strictObject({
  elementalId: z.uuid().optional(),
  layerId: ID.optional(),
  typeId: ID,
  /** The one it is made at where none is named. */
  mediaIds: z.array(ID).min(1).max(MOST_MEDIA).optional(),
  frame: Frame.nullable().default(null),
  endFrame: Frame.nullable().default(null),
  color: Color.nullable().default(null),
  attributes: Given.default({}),
  localizationIds: z.array(z.uuid()).max(MOST_MEMBERS).default([]),
});
export type NewState = z.output<typeof NewState>;

const Attributes = {
  attributes: z.record(AttributeName, Value.nullable()).optional(),
  /** Names of attributes that go back to their default. */
  resetAttributes: z.array(AttributeName).max(200).optional(),
  typeId: ID.optional(),
};

const partial = <S extends z.ZodRawShape>(shape: S) => z.strictObject(shape).partial().shape;

export const LocalizationPatch = z.strictObject({ ...partial(Drawing), key: z.boolean().optional(), ...Attributes });
export type LocalizationPatch = z.output<typeof LocalizationPatch>;

export const StatePatch = z.strictObject({
  frame: Frame.nullable().optional(),
  endFrame: Frame.nullable().optional(),
  color: Color.nullable().optional(),
  mediaIds: z.array(ID).min(1).max(MOST_MEDIA).optional(),
  localizationIds: z.array(z.uuid()).max(MOST_MEMBERS).optional(),
  addLocalizationIds: z.array(z.uuid()).max(MOST_MEMBERS).optional(),
  removeLocalizationIds: z.array(z.uuid()).max(MOST_MEMBERS).optional(),
  ...Attributes,
});
export type StatePatch = z.output<typeof StatePatch>;

/** What both kinds are. */
const Marked = {
  id: z.string(),
  elementalId: z.string(),
  layerId: z.string(),
  typeId: z.string(),
  attributes: z.record(z.string(), z.unknown()),
  /** Counts its changes in its layer. */
  mark: z.number().int(),
  deleted: z.boolean(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  modifiedBy: z.string(),
  modifiedAt: z.iso.datetime(),
};

const number = z.number().nullable();

export const Localization = z.object({
  ...Marked,
  mediaId: z.string(),
  frame: z.number().int(),
  x: number,
  y: number,
  width: number,
  height: number,
  u: number,
  v: number,
  points: z.array(z.tuple([z.number(), z.number()])).nullable(),
  key: z.boolean(),
  trackIds: z.array(z.string()),
});
export type Localization = z.infer<typeof Localization>;

export const State = z.object({
  ...Marked,
  mediaIds: z.array(z.string()),
  frame: z.number().int().nullable(),
  endFrame: z.number().int().nullable(),
  color: z.string().nullable(),
  localizationIds: z.array(z.string()),
  /** Of a track: first and last frames of the stretches it is there. */
  segments: z.array(z.tuple([z.number().int(), z.number().int()])),
});
export type State = z.infer<typeof State>;

/** What a change left: by these the next one names it. */
export const Changed = z.object({ id: z.string(), elementalId: z.string(), mark: z.number().int() });
export type Changed = z.infer<typeof Changed>;
