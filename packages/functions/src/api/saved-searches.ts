import { SavedSearch } from "@atrium/core/saved-search";
import { z } from "@hono/zod-openapi";
import { once } from "./request.ts";
import { body, ID, IdempotencyKey, json, ListQuery, nothing, page, route, router } from "./respond.ts";

const tags = ["Search"];
const Saved = z.object(SavedSearch.Info.shape).openapi("SavedSearch");

const list = route(
  { actor: "signed-in" },
  {
    method: "get",
    path: "/saved-searches",
    summary: "Your saved searches, and those shared in projects you see, newest first",
    tags,
    request: {
      query: ListQuery.pick({ limit: true, cursor: true }).extend({
        projectId: z.string().max(64).optional(),
        subject: SavedSearch.Subject.optional().openapi({ description: "What they find; `entities` without" }),
      }),
    },
    responses: { 200: page(Saved, "SavedSearchPage") },
  },
);

const create = route(
  { actor: "signed-in" },
  {
    method: "post",
    path: "/saved-searches",
    summary: "Save a search",
    description:
      "`shared` with whoever sees the project takes the right to add to it. Of `localizations` `q` is a filter as JSON, in one project.",
    tags,
    request: { headers: IdempotencyKey, body: body(SavedSearch.Create) },
    responses: { 201: json(Saved, "The saved search") },
  },
);

const update = route(
  { actor: "signed-in" },
  {
    method: "patch",
    path: "/saved-searches/{id}",
    summary: "Rename, change or share a saved search of yours",
    tags,
    request: { params: ID, body: body(SavedSearch.Patch) },
    responses: { 200: json(Saved, "The saved search") },
  },
);

const remove = route(
  { actor: "signed-in" },
  {
    method: "delete",
    path: "/saved-searches/{id}",
    summary: "Delete a saved search of yours",
    tags,
    request: { params: ID },
    responses: { 204: nothing("Deleted") },
  },
);

const restore = route(
  { actor: "signed-in" },
  {
    method: "post",
    path: "/saved-searches/{id}/restore",
    summary: "Take the deletion of a saved search back",
    tags,
    request: { params: ID },
    responses: { 200: json(Saved, "The saved search") },
  },
);

export const savedSearches = router()
  .openapi(list, async (c) => {
    const { projectId: projectID, ...asked } = c.req.valid("query");
    return c.json(await SavedSearch.list({ ...asked, projectID }), 200);
  })
  .openapi(create, async (c) => {
    const input = c.req.valid("json");
    const { reference } = await once(c, input, async () => ({ id: (await SavedSearch.create(input)).id }));
    return c.json(await SavedSearch.get(reference.id), 201);
  })
  .openapi(update, async (c) =>
    c.json(await SavedSearch.update({ ...c.req.valid("param"), patch: c.req.valid("json") }), 200),
  )
  .openapi(remove, async (c) => {
    await SavedSearch.remove(c.req.valid("param").id);
    return c.body(null, 204);
  })
  .openapi(restore, async (c) => c.json(await SavedSearch.restore(c.req.valid("param").id), 200));
