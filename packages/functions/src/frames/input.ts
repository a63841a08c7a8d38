import { AppError } from "@atrium/core/error";
import { Frame } from "@atrium/core/frame";
import { z } from "zod";
import { whole } from "../tables/input.ts";

/** Of any picture, in a query string. */
export const Picture = z.strictObject({
  rendition: Frame.Single.shape.rendition,
  roi: Frame.Single.shape.roi,
  width: whole.pipe(Frame.Single.shape.width.unwrap()).optional(),
  format: Frame.StillFormat.optional(),
});

/** A number in the path. */
export function frameIn(path: string | undefined): number {
  const parsed = whole.safeParse(path);
  if (parsed.success) return parsed.data;
  const message = "A frame is a whole number from 0";
  throw new AppError("input", "input.invalid", `/frame: ${message}.`, { fields: [{ path: "/frame", message }] });
}

const LIST = /^\d{1,9}(,\d{1,9})*$/;

/** `1,5,9` */
export const frameList = z
  .string()
  .max(2_000)
  .regex(LIST, "Frames with commas between, such as 1,5,9")
  .transform((text) => text.split(",").map(Number));

const RANGES = /^\d{1,9}:\d{1,9}(,\d{1,9}:\d{1,9})*$/;

/** `30:40,90:120` */
export const rangeList = z
  .string()
  .max(2_000)
  .regex(RANGES, "First and last frame, such as 30:40 or 30:40,90:120")
  .transform((text) =>
    text.split(",").map((range): Frame.FrameRange => {
      const [first = 0, last = 0] = range.split(":").map(Number);
      return [first, last];
    }),
  );

/** `4x3` */
export const grid = z
  .string()
  .regex(/^\d{1,2}x\d{1,2}$/, "Columns and rows, such as 4x3")
  .transform((text) => {
    const [columns = 0, rows = 0] = text.split("x").map(Number);
    return { columns, rows };
  });
