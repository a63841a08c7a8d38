import { Track } from "@atrium/core/annotation/track";
import { z } from "@hono/zod-openapi";
import { body, ID, json, route, router } from "./respond.ts";

const tags = ["Annotations"];
const editing = { actor: "signed-in", right: "edit", on: "media" } as const;
const Outcome = z.object(Track.Outcome.shape).openapi("TrackChanged");
const request = { params: ID, query: z.object({ layer: z.string().max(64).optional() }) };
const responses = { 200: json(Outcome, "Its new mark, and the localizations that came and went") };

const merge = route(editing, {
  method: "post",
  path: "/{id}/merge",
  summary: "Put the members of other tracks into this one; the others are deleted",
  tags,
  request: { ...request, body: body(Track.Merge) },
  responses,
});
const trim = route(editing, {
  method: "post",
  path: "/{id}/trim",
  summary: "Take away what is before or after a frame; members that no other track has are deleted",
  tags,
  request: { ...request, body: body(Track.Trim) },
  responses,
});
const extend = route(editing, {
  method: "post",
  path: "/{id}/extend",
  summary: "Draw an end of it again on the frames beyond it, as far as the media goes",
  tags,
  request: { ...request, body: body(Track.Extend) },
  responses,
});
const interpolate = route(editing, {
  method: "post",
  path: "/{id}/interpolate",
  summary: "Draw it anew between the members that somebody drew",
  tags,
  request,
  responses,
});
const fill = route(editing, {
  method: "post",
  path: "/{id}/fill",
  summary: "Draw it on the frames between its members where it has none",
  tags,
  request,
  responses,
});

const targetOf = (c: { req: { valid(part: "param"): { id: string } } }, { layer }: { layer?: string | undefined }) => ({
  elementalID: c.req.valid("param").id,
  ...(layer === undefined ? {} : { layerID: layer }),
});

export const tracks = router()
  .openapi(merge, async (c) =>
    c.json(await Track.merge({ ...targetOf(c, c.req.valid("query")), ...c.req.valid("json") }), 200),
  )
  .openapi(trim, async (c) =>
    c.json(await Track.trim({ ...targetOf(c, c.req.valid("query")), ...c.req.valid("json") }), 200),
  )
  .openapi(extend, async (c) =>
    c.json(await Track.extend({ ...targetOf(c, c.req.valid("query")), ...c.req.valid("json") }), 200),
  )
  .openapi(interpolate, async (c) => c.json(await Track.interpolate(targetOf(c, c.req.valid("query"))), 200))
  .openapi(fill, async (c) => c.json(await Track.fill(targetOf(c, c.req.valid("query"))), 200));
