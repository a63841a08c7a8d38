import { Deployment } from "@atrium/core/deployment";
import { Frame } from "@atrium/core/frame";
import type { Context } from "hono";
import { valid } from "../tables/input.ts";
import { answer } from "./answer.ts";
import { frameIn, Picture } from "./input.ts";

/** One frame, or a part of it. */
export async function frame(c: Context) {
  await Deployment.admitReader();
  const asked = valid(Picture, c.req.query());
  return answer(
    c,
    await Frame.single({ mediaID: c.req.param("id") ?? "", frame: frameIn(c.req.param("frame")), ...asked }),
  );
}
