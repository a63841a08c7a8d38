import { Deployment } from "@atrium/core/deployment";
import { Frame } from "@atrium/core/frame";
import type { Context } from "hono";
import { z } from "zod";
import { valid, whole } from "../tables/input.ts";
import { answer } from "./answer.ts";
import { Picture } from "./input.ts";

const Query = Picture.omit({ roi: true }).extend({
  layer: z.string().max(64).optional(),
  margin: whole.pipe(Frame.Margin).optional(),
});

/** What is drawn somewhere. */
export async function crop(c: Context) {
  await Deployment.admitReader();
  const { layer: layerID, ...asked } = valid(Query, c.req.query());
  return answer(c, await Frame.drawn({ elementalID: c.req.param("id") ?? "", layerID, ...asked }));
}
