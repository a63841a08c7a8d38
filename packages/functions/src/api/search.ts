import { Entity } from "@atrium/core/entity";
import { Paging } from "@atrium/core/paging";
import { Search } from "@atrium/core/search";
import { z } from "@hono/zod-openapi";
import { body, Flag, json, ListQuery, page, route, router } from "./respond.ts";

const tags = ["Search"];
const Item = z.object(Entity.Item.shape).openapi("Item");
export const ItemPage = page(Item, "ItemPage");

/** `file,table` */
export const Kinds = z
  .string()
  .regex(
    new RegExp(`^(${Entity.listedKinds.join("|")})(,(${Entity.listedKinds.join("|")}))*$`),
    `Kinds are ${Entity.listedKinds.join(", ")}`,
  )
  .optional();

export const kindsOf = (text: string | undefined, all: Entity.Kind[]): Entity.Kind[] =>
  text === undefined ? all : z.array(Entity.Kind).parse([...new Set(text.split(","))]);

const Results = json(
  z
    .object({
      items: z.array(Item),
      next: z.string().nullable(),
      total: Paging.Total.optional(),
      more: z.boolean().optional(),
      facets: z.object(Entity.Facets.shape).openapi("Facets").optional(),
    })
    .openapi("SearchResults"),
  "A page, and with the first how many there are and how they are spread: of more than 10,000, `more` and `approximate` say so",
);

const GRAMMAR =
  'Words (each the beginning of one, or a piece of a name), "phrases", `#tag`, `field op value` with the fields name, description, kind, tag, owner, project, access (mine, direct, project, group, public), created, updated and attributes.<name> and the operators = != < <= > >= ~ : contains, starts with, in (a, b), not in (a, b); `is:mine`, `is:favorite`, `is:trashed`; and, or, not, brackets; dates as 2026, 2026-11, 2026-11-21, today, yesterday, last week, -7d (in UTC); `@me`. Any text is a search: what is not understood are words to look for.';

const find = route(
  { actor: "anyone", right: "see" },
  {
    method: "get",
    path: "/search",
    summary: "Everything you see, by words, tags and fields",
    description: GRAMMAR,
    tags,
    request: { query: ListQuery.extend({ kind: Kinds, facets: Flag.optional() }) },
    responses: { 200: Results },
  },
);

const findByBody = route(
  { actor: "anyone", right: "see" },
  {
    method: "post",
    path: "/search",
    summary: "The same search, as a text or as the tree it is read into",
    tags,
    request: {
      body: body(
        z
          .strictObject({
            q: z
              .union([
                Entity.Text(1_000),
                Search.SearchNode.meta({
                  override: { type: "object", description: "A tree of and, or, not and pieces" },
                }),
              ])
              .optional(),
            kinds: z.array(Entity.Kind).min(1).optional(),
            sort: z.string().max(100).optional(),
            limit: z.number().int().min(1).max(Paging.MAX_LIMIT).optional(),
            cursor: z.string().max(2_000).optional(),
            facets: z.boolean().optional(),
          })
          .openapi("SearchBody"),
      ),
    },
    responses: { 200: Results },
  },
);

const access = route(
  { actor: "anyone", right: "see" },
  {
    method: "get",
    path: "/search/access",
    summary: "How what a search finds is spread by the ways you get at it",
    description:
      "`mine` you made; `direct` was given to you itself, `project` with something around it; `group` to a group you are in; `public` to everybody. Most things are reached by more than one. Of more than 2,000 a part is counted, and `approximate` says so.",
    tags,
    request: { query: z.object({ q: Entity.Text(1_000).optional(), kind: Kinds }) },
    responses: { 200: json(z.object(Entity.AccessFacet.shape).openapi("AccessFacet"), "The five ways") },
  },
);

const suggestions = route(
  { actor: "signed-in" },
  {
    method: "get",
    path: "/search/suggestions",
    summary: "What a search may go on with: names, tags, fields, values, people",
    tags,
    request: { query: z.object({ q: Entity.Text(1_000).optional() }) },
    responses: {
      200: json(
        z.object({ items: z.array(z.object(Search.Suggestion.shape).openapi("Suggestion")) }).openapi("Suggestions"),
        "Best first; `text` stands in place of everything from `from` on",
      ),
    },
  },
);

/** Counting costs more than a page, so later pages go without unless they ask. */
async function answer({ facets, ...asked }: Parameters<typeof Entity.search>[0]) {
  const results = await Entity.search({ ...asked, facets: facets ?? asked.cursor === undefined });
  return { ...results, ...(results.total === undefined ? {} : { more: typeof results.total === "string" }) };
}

export const search = router()
  .openapi(find, async (c) => {
    const { kind, ...asked } = c.req.valid("query");
    return c.json(await answer({ ...asked, kinds: kindsOf(kind, Entity.listedKinds) }), 200);
  })
  .openapi(findByBody, async (c) => {
    const { kinds = Entity.listedKinds, ...asked } = c.req.valid("json");
    return c.json(await answer({ ...asked, kinds }), 200);
  })
  .openapi(access, async (c) => {
    const { q, kind } = c.req.valid("query");
    return c.json(await Entity.countAccess({ q, kinds: kindsOf(kind, Entity.listedKinds) }), 200);
  })
  .openapi(suggestions, async (c) => c.json({ items: await Search.suggest(c.req.valid("query")) }, 200));
