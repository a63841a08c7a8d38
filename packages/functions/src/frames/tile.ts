import { Deployment } from "@atrium/core/deployment";
import { Frame } from "@atrium/core/frame";
import type { Context } from "hono";
import { z } from "zod";
import { valid, whole } from "../tables/input.ts";
import { answer } from "./answer.ts";

const Place = z.object({ level: whole, column: whole, row: whole });

/** One square of a very large picture. */
export async function tile(c: Context) {
  await Deployment.admitReader();
  const { id = "", ...place } = c.req.param();
  return answer(c, await Frame.square({ mediaID: id, ...valid(Place, place) }));
}
