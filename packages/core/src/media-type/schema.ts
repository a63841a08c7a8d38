import { z } from "zod";
import { Description, Name, Text } from "../entity/schema.ts";

export const Dtype = z.enum(["video", "image", "multi", "live"]);
export type Dtype = z.infer<typeof Dtype>;

export const Codec = z.enum(["h264", "hevc", "av1"]);
export type Codec = z.infer<typeof Codec>;

/** Of H.264 and HEVC, and what AV1 calls by numbers: 0 is the slowest and smallest, 13 the fastest. */
const PRESETS = ["ultrafast", "superfast", "veryfast", "faster", "fast", "medium", "slow", "slower", "veryslow"];
const LARGEST_CRF: Record<Codec, number> = { h264: 51, hevc: 51, av1: 63 };
const DEFAULT_CRF: Record<Codec, number> = { h264: 23, hevc: 28, av1: 35 };
const DEFAULT_PRESET: Record<Codec, string> = { h264: "fast", hevc: "fast", av1: "8" };

const isPreset = (codec: Codec, preset: string): boolean =>
  codec === "av1" ? /^(\d|1[0-3])$/.test(preset) : PRESETS.includes(preset);

const TranscodeShape = z.strictObject({
  /** H.264 plays everywhere; the others are smaller, and take several times as long to make. */
  codec: Codec.default("h264"),
  /** Smaller numbers are better pictures and larger files. */
  crf: z.number().int().min(0).max(63).optional(),
  preset: z.string().max(20).optional(),
  /** Those of the ladder that are made; a video's own height comes with them where it is lower than the highest. */
  heights: z
    .array(z.number().int().min(64).max(4_320))
    .min(1)
    .max(10)
    .refine((heights) => new Set(heights).size === heights.length, "Each height stands here once")
    .default([144, 360, 480, 720, 1080]),
  /** What is kept beside the original to work from: its streams as they are, or a smaller HEVC; `none` where the original is enough. */
  archival: z.enum(["none", "copy", "hevc"]).default("copy"),
});
type Asked = z.output<typeof TranscodeShape>;

/** How media of a type are made playable, with nothing left open. */
export const Transcode = TranscodeShape.superRefine(({ codec, crf, preset }, context) => {
  const largest = LARGEST_CRF[codec];
  if (crf !== undefined && crf > largest)
    context.addIssue({ code: "custom", path: ["crf"], message: `Of ${codec} at most ${largest}` });
  if (preset !== undefined && !isPreset(codec, preset))
    context.addIssue({
      code: "custom",
      path: ["preset"],
      message: codec === "av1" ? "Of AV1 a number from 0 to 13" : `One of ${PRESETS.join(", ")}`,
    });
}).transform(({ codec, crf = DEFAULT_CRF[codec], preset = DEFAULT_PRESET[codec], heights, archival }: Asked) => ({
  codec,
  crf,
  preset,
  heights: heights.toSorted((a, b) => a - b),
  archival,
}));
export type Transcode = z.output<typeof Transcode>;

/** What a type is, whoever owns it. */
export const Create = z.strictObject({
  name: Name,
  dtype: Dtype,
  description: Description.default(""),
  transcode: Transcode.prefault({}),
  /** From 0 to 1, when somebody opens it. */
  volume: z.number().min(0).max(1).default(1),
  /** Shown in a corner of the picture, with `{attribute}` for values. */
  overlay: Text(500).default(""),
  visible: z.boolean().default(true),
  order: z.number().int().min(0).max(10_000).default(0),
});
export type Create = z.output<typeof Create>;

/** What media of a type are does not change with it. */
export const Patch = z.strictObject({
  name: Name.optional(),
  description: Description.optional(),
  transcode: Transcode.optional(),
  volume: z.number().min(0).max(1).optional(),
  overlay: Text(500).optional(),
  visible: z.boolean().optional(),
  order: z.number().int().min(0).max(10_000).optional(),
});

export const Info = z.object({
  id: z.string(),
  projectId: z.string(),
  name: z.string(),
  dtype: Dtype,
  description: z.string(),
  transcode: z.object({
    codec: Codec,
    crf: z.number().int(),
    preset: z.string(),
    heights: z.array(z.number().int()),
    archival: z.enum(["none", "copy", "hevc"]),
  }),
  volume: z.number(),
  overlay: z.string(),
  visible: z.boolean(),
  order: z.number().int(),
  revision: z.number().int(),
});
export type Info = z.infer<typeof Info>;
