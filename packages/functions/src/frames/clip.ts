import { Deployment } from "@atrium/core/deployment";
import { Frame } from "@atrium/core/frame";
import type { Context } from "hono";
import { z } from "zod";
import { Flag, valid } from "../tables/input.ts";
import { answerClip } from "./answer.ts";
import { rangeList } from "./input.ts";

const Query = z.strictObject({
  range: rangeList,
  rendition: Frame.ClipQuery.shape.rendition,
  format: z.literal("mp4").default("mp4"),
  exact: Flag.default(false),
});

/** Parts of a video as one. */
export async function clip(c: Context) {
  await Deployment.admitReader();
  const { range: ranges, rendition, exact } = valid(Query, c.req.query());
  return answerClip(c, await Frame.clip({ mediaID: c.req.param("id") ?? "", ranges, rendition, exact }));
}
