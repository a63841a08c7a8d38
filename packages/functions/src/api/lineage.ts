import { Lineage } from "@atrium/core/lineage";
import { z } from "@hono/zod-openapi";
import { ID, json, route, router } from "./respond.ts";

const get = route(
  { actor: "signed-in", right: "read", on: "entity" },
  {
    method: "get",
    path: "/{id}/lineage",
    summary: "Where a thing comes from",
    description:
      "The runs that made it, what they used with versions and content hashes, and what made that, back to what was uploaded. Only through what you see; `complete` is false where it goes on.",
    tags: ["Entities"],
    request: { params: ID },
    responses: { 200: json(z.object(Lineage.Info.shape).openapi("Lineage"), "Things and runs, and what leads where") },
  },
);

export const lineage = router().openapi(get, async (c) => c.json(await Lineage.lineage(c.req.valid("param").id), 200));
