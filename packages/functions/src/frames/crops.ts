import { Deployment } from "@atrium/core/deployment";
import { Frame } from "@atrium/core/frame";
import type { Context } from "hono";
import { jsonBody, valid } from "../tables/input.ts";

const Body = Frame.crops.schema.pick({ items: true }).strict();

/** Where many parts of frames are, made if they are not there yet. */
export async function crops(c: Context) {
  await Deployment.admitReader();
  const { items } = valid(Body, await jsonBody(c.req));
  return c.json({ items: await Frame.crops({ items, signal: c.req.raw.signal }) });
}
