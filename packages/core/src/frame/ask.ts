import { z } from "zod";
import { AppError } from "../error/index.ts";
import { parseRoi, WHOLE } from "./roi.ts";
import type { Shape } from "./shape.ts";
import type { Source } from "./track.ts";

export const MAX_FRAMES = 32;
const MAX_WIDTH = 4_096;
const MIN_WIDTH = 16;

export const FrameNumber = z.number().int().nonnegative();
export const Width = z.number().int().min(MIN_WIDTH).max(MAX_WIDTH);

/** What is said of any picture: from which rendition, which part of it, how large. */
export const Picture = z.object({
  rendition: z.string().min(1).max(100).optional(),
  roi: z.string().max(200).optional(),
  width: Width.optional(),
});
export type Picture = z.infer<typeof Picture>;

/** Bytes that can be asked for: their tag is known before they are made. */
export type Ask = {
  etag: string;
  contentType: string;
  /** Nothing else will ever be at this address: the rendition was named, and it is never changed. */
  isLasting: boolean;
  get: (options?: { signal?: AbortSignal | undefined }) => Promise<Uint8Array>;
};

export const shapeOf = ({ roi, width }: Picture): Shape => ({ roi: roi === undefined ? WHOLE : parseRoi(roi), width });

/** So many pixels across the whole picture give as many across the part as are wanted. */
export const widthAcross = ({ roi, width }: Shape): number | undefined =>
  width === undefined ? undefined : Math.ceil(width / roi.width);

export function refuseBeyond(source: Source, frames: readonly number[], field: string): void {
  const last = (source.dtype === "video" ? source.index.frames : 1) - 1;
  if (frames.every((frame) => frame <= last)) return;
  const message = last === 0 ? "There is one frame alone, 0" : `The frames are 0 to ${last}`;
  throw new AppError("unprocessable", "frame.no_such_frame", `/${field}: ${message}.`, {
    fields: [{ path: `/${field}`, message }],
  });
}

export const bad = (field: string, message: string) =>
  new AppError("input", "input.invalid", `/${field}: ${message}.`, { fields: [{ path: `/${field}`, message }] });
