import { Deployment } from "@atrium/core/deployment";
import { Frame } from "@atrium/core/frame";
import type { Context } from "hono";
import { valid, whole } from "../tables/input.ts";
import { answer } from "./answer.ts";
import { frameList, grid, Picture } from "./input.ts";

const { roi, width, animate, format } = Frame.Several.shape;

const Query = Picture.extend({
  frames: frameList,
  roi,
  width: whole.pipe(width.unwrap()).optional(),
  tile: grid.optional(),
  animate: whole.pipe(animate.unwrap()).optional(),
  format,
});

/** Several frames, side by side or one after the other. */
export async function frames(c: Context) {
  await Deployment.admitReader();
  const asked = valid(Query, c.req.query());
  return answer(c, await Frame.several({ mediaID: c.req.param("id") ?? "", ...asked }));
}
