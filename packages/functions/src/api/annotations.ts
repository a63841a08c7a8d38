import { Annotation } from "@atrium/core/annotation";
import { z } from "@hono/zod-openapi";
import { AnnotationQuery, DeleteBody, meant, PatchBody, queried, SearchBody, TypesBody } from "./annotation-input.ts";
import { binaries, described } from "./described.ts";
import { body, ID, json, page, route, router } from "./respond.ts";

const tags = ["Annotations"];
export const ChangedSchema = z.object(Annotation.Changed.shape).openapi("AnnotationChanged");
export const LocalizationSchema = z.object(Annotation.Localization.shape).openapi("Localization");
const TypeCount = z.object(Annotation.TypeCount.shape).openapi("AnnotationTypeCount");
export const StateSchema = z.object(Annotation.State.shape).openapi("State");

const reading = (on: "media" | "project") => ({ actor: "anyone", right: "read", on }) as const;
const editing = (on: "media" | "project") => ({ actor: "signed-in", right: "edit", on }) as const;
const made = json(z.object({ items: z.array(ChangedSchema) }), "What was made, in the order it was sent");
const counted = json(z.object({ count: z.number().int() }), "How many were changed");

/** What there is of localizations and of states alike. */
function routesOf<S extends z.ZodObject, N extends z.ZodType, P extends z.ZodObject>(
  name: "localizations" | "states",
  schema: S,
  given: N,
  patch: P,
) {
  const pages = page(schema.partial(), name === "localizations" ? "LocalizationPage" : "StatePage");
  return {
    create: route(editing("media"), {
      method: "post",
      path: `/media/{id}/${name}`,
      summary: `Add up to 5,000 ${name}: all of them or none`,
      tags,
      request: { params: ID, body: body(z.strictObject({ items: z.array(given).min(1).max(5_000) })) },
      responses: { 201: made },
    }),
    ofMedia: route(reading("media"), {
      method: "get",
      path: `/media/{id}/${name}`,
      summary: `The ${name} of a media that you see, of the layers named or all`,
      tags,
      request: { params: ID, query: AnnotationQuery },
      responses: { 200: pages },
    }),
    ofProject: route(reading("project"), {
      method: "get",
      path: `/projects/{id}/${name}`,
      summary: `The ${name} of all media in a project and below that you see`,
      tags,
      request: { params: ID, query: AnnotationQuery },
      responses: { 200: pages },
    }),
    search: route(reading("project"), {
      method: "post",
      path: `/projects/{id}/${name}/search`,
      summary: "The same, with a filter in the body",
      tags,
      request: { params: ID, body: body(SearchBody) },
      responses: { 200: pages },
    }),
    types: route(reading("project"), {
      method: "post",
      path: `/projects/{id}/${name}/types`,
      summary: `How many ${name} there are of each type, the most first`,
      tags,
      request: { params: ID, body: body(TypesBody) },
      responses: { 200: json(z.object({ items: z.array(TypeCount) }), "Types that there is something of") },
    }),
    update: route(editing("project"), {
      method: "patch",
      path: `/projects/{id}/${name}`,
      summary: `Change many ${name} at once; \`count\` guards against changing more than is meant`,
      tags,
      request: { params: ID, body: body(PatchBody(patch)) },
      responses: { 200: counted },
    }),
    remove: route(editing("project"), {
      method: "delete",
      path: `/projects/{id}/${name}`,
      summary: `Delete many ${name} at once; \`count\` guards against deleting more than is meant`,
      tags,
      request: { params: ID, body: body(DeleteBody) },
      responses: { 200: counted },
    }),
  };
}

const localizations = routesOf(
  "localizations",
  LocalizationSchema,
  Annotation.NewLocalization,
  Annotation.LocalizationPatch,
);
const states = routesOf("states", StateSchema, Annotation.NewState, Annotation.StatePatch);

const both = [
  { kind: "localization", routes: localizations },
  { kind: "state", routes: states },
] as const;

export const annotations = router();

annotations.openapi(localizations.create, async (c) => {
  const { id: mediaID } = c.req.valid("param");
  const { items } = c.req.valid("json");
  return c.json({ items: await Annotation.createLocalizations.checked({ mediaID, items }) }, 201);
});
annotations.openapi(states.create, async (c) => {
  const { id: mediaID } = c.req.valid("param");
  const { items } = c.req.valid("json");
  return c.json({ items: await Annotation.createStates.checked({ mediaID, items }) }, 201);
});

for (const { kind, routes } of both) {
  annotations.openapi(routes.ofMedia, async (c) => {
    const { id: mediaID } = c.req.valid("param");
    return c.json(await Annotation.list({ kind, mediaID, ...queried(c.req.valid("query")) }), 200);
  });
  annotations.openapi(routes.ofProject, async (c) => {
    const { id: projectID } = c.req.valid("param");
    return c.json(await Annotation.list({ kind, projectID, ...queried(c.req.valid("query")) }), 200);
  });
  annotations.openapi(routes.search, async (c) => {
    const { id: projectID } = c.req.valid("param");
    const asked = c.req.valid("json");
    const { sort, limit, cursor, fields, count } = asked;
    const page = { sort, limit, cursor, fields, count };
    return c.json(await Annotation.list({ kind, projectID, ...meant(asked), ...page }), 200);
  });
  annotations.openapi(routes.types, async (c) => {
    const { id: projectID } = c.req.valid("param");
    const items = await Annotation.countByType({ kind, projectID, ...meant(c.req.valid("json")) });
    return c.json({ items }, 200);
  });
  annotations.openapi(routes.update, async (c) => {
    const { id: projectID } = c.req.valid("param");
    const asked = c.req.valid("json");
    const { values, resetAttributes, newLayer, count } = asked;
    const patch = { ...values, ...(resetAttributes ? { resetAttributes } : {}) };
    return c.json(await Annotation.updateMany({ kind, projectID, ...meant(asked), patch, newLayer, count }), 200);
  });
  annotations.openapi(routes.remove, async (c) => {
    const { id: projectID } = c.req.valid("param");
    const asked = c.req.valid("json");
    return c.json(await Annotation.removeMany({ kind, projectID, ...meant(asked), count: asked.count }), 200);
  });
}

const stream = described(reading("media"), {
  method: "get",
  path: "/media/{id}/annotations",
  summary: "Everything drawn on a media and said of it, in one stream",
  description:
    "Arrow or NDJSON, by Accept. Newest marks, layers merged over their bases; localizations by layer and frame, then states. Columns: id, elemental_id, kind, type_id, layer_id, frame, end_frame, x, y, width, height, u, v, points, attributes and track_ids (JSON; of a track its members), mark, key, modified_at.",
  tags,
  request: {
    params: ID,
    query: z.object({
      layers: z.string().optional().openapi({ description: "Ids with commas between; all where none is named" }),
      frames: z.string().optional().openapi({
        description: "Only what is drawn on these, both included; of tracks and what is said of frames all",
        example: "10:20",
      }),
    }),
  },
  responses: {
    200: {
      description: "The annotations",
      content: {
        "application/vnd.apache.arrow.stream": binaries["application/vnd.apache.arrow.stream"],
        "application/x-ndjson": binaries["application/x-ndjson"],
      },
    },
  },
});

annotations.openAPIRegistry.registerPath(stream);
