import { z } from "zod";
import { AppError } from "../error/index.ts";
import { pace } from "./pace.ts";
import type { Part } from "./parts.ts";
import { parseRational, type Rational } from "./rational.ts";

const Tags = z.record(z.string(), z.string()).default({});
const Stream = z.object({
  index: z.number().int(),
  codec_name: z.string().default("unknown"),
  codec_type: z.string().default("data"),
  width: z.number().int().default(0),
  height: z.number().int().default(0),
  pix_fmt: z.string().optional(),
  sample_aspect_ratio: z.string().optional(),
  field_order: z.string().optional(),
  color_transfer: z.string().optional(),
  r_frame_rate: z.string().optional(),
  avg_frame_rate: z.string().optional(),
  time_base: z.string().default("1/1000"),
  start_time: z.string().optional(),
  channels: z.number().int().optional(),
  sample_rate: z.string().optional(),
  disposition: z.object({ attached_pic: z.number().default(0) }).optional(),
  tags: Tags,
  side_data_list: z.array(z.looseObject({ rotation: z.number().optional() })).default([]),
});
type Stream = z.infer<typeof Stream>;

/** What ffprobe says of a file, as far as it is used. */
export const Said = z.object({
  streams: z.array(Stream).default([]),
  format: z
    .object({ format_name: z.string().default(""), duration: z.string().optional() })
    .default({ format_name: "" }),
});
export type Said = z.infer<typeof Said>;

/** When each frame is shown, in the time base of its stream, in order. */
export type Times = readonly number[];

export type Probe = {
  format: string;
  /** Which of the file's streams it is. */
  stream: number;
  codec: string;
  /** As stored. */
  stored: { width: number; height: number };
  /** As shown: turned upright, with square pixels. */
  width: number;
  height: number;
  rotation: 0 | 90 | 180 | 270;
  frames: number;
  fps: Rational;
  timeBase: Rational;
  variable: boolean;
  /** Seconds between the two frames that are furthest apart. */
  longestGap: number;
  duration: number;
  startTime: number;
  interlaced: boolean;
  /** More brightness than a plain screen shows. */
  hdr: boolean;
  pixelFormat: string;
  audio: {
    stream: number;
    codec: string;
    channels: number;
    sampleRate: number;
    language: string | null;
    startTime: number;
  }[];
  /** Timecode, telemetry, subtitles: kept in the original, and in nothing that is made of it. */
  others: { type: string; codec: string }[];
  /** Of a long video: the stretches that are encoded beside each other. */
  parts?: Part[];
};

const HDR = ["smpte2084", "arib-std-b67"];
const INTERLACED = ["tt", "bb", "tb", "bt"];

/** What a video is, from what was said of it and when its frames are shown. */
export function probeOf(said: Said, times: Times): Probe {
  const video = videoOf(said);
  if (!video) throw unreadable("It holds no pictures.");
  if (times.length === 0) throw unreadable("It holds no frame that could be shown.");
  const timeBase = parseRational(video.time_base) ?? { num: 1, den: 1_000 };
  const rates = [video.r_frame_rate, video.avg_frame_rate].flatMap((text) => parseRational(text) ?? []);
  const { fps, variable, longestGap } = pace(times, timeBase, rates);
  const rotation = rotationOf(video);
  const square = Math.max(1, Math.round(video.width * squareness(video)));
  const upright = rotation % 180 === 0;
  const tick = timeBase.num / timeBase.den;
  const first = (times[0] ?? 0) * tick;
  const last = (times.at(-1) ?? 0) * tick;
  return {
    format: said.format.format_name,
    stream: video.index,
    codec: video.codec_name,
    stored: { width: video.width, height: video.height },
    width: upright ? square : video.height,
    height: upright ? video.height : square,
    rotation,
    frames: times.length,
    fps,
    timeBase,
    variable,
    longestGap,
    duration: last - first + fps.den / fps.num,
    startTime: first,
    interlaced: INTERLACED.includes(video.field_order ?? ""),
    hdr: HDR.includes(video.color_transfer ?? ""),
    pixelFormat: video.pix_fmt ?? "unknown",
    audio: said.streams.filter(isAudio).map((stream) => ({
      stream: stream.index,
      codec: stream.codec_name,
      channels: stream.channels ?? 0,
      sampleRate: Number(stream.sample_rate ?? 0),
      language: stream.tags.language ?? null,
      startTime: Number(stream.start_time ?? first) || 0,
    })),
    others: said.streams
      .filter((stream) => stream !== video && !isAudio(stream))
      .map(({ codec_type, codec_name }) => ({ type: codec_type, codec: codec_name })),
  };
}

/** A cover is a picture beside the sound, not the video. */
export const videoOf = ({ streams }: Said): Stream | undefined =>
  streams.find(
    (one) => one.codec_type === "video" && one.disposition?.attached_pic !== 1 && one.width > 0 && one.height > 0,
  );

const isAudio = ({ codec_type, channels }: Stream): boolean => codec_type === "audio" && (channels ?? 0) > 0;

/** Pixels that are wider than high are as many more when they are square. */
function squareness({ sample_aspect_ratio }: Stream): number {
  const ratio = parseRational(sample_aspect_ratio);
  return ratio ? ratio.num / ratio.den : 1;
}

/** Clockwise. A display matrix counts the other way round, a tag this way. */
function rotationOf({ side_data_list, tags }: Stream): Probe["rotation"] {
  const matrix = side_data_list.find(({ rotation }) => rotation !== undefined)?.rotation;
  const degrees = matrix === undefined ? Number(tags.rotate ?? 0) : -matrix;
  const turned = (((Math.round(degrees / 90) * 90) % 360) + 360) % 360;
  return turned === 90 || turned === 180 || turned === 270 ? turned : 0;
}

export const unreadable = (why: string, cause?: unknown) =>
  new AppError("unprocessable", "media.unreadable", `The file can't be read as a video. ${why}`, { cause });
