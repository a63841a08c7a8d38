import { Entity } from "@atrium/core/entity";
import { z } from "@hono/zod-openapi";
import { ListQuery, page, route, router } from "./respond.ts";

const Item = z.object(Entity.Item.shape).openapi("Item");
export const ItemPage = page(Item, "ItemPage");

/** `file,table` */
export const Kinds = z
  .string()
  .regex(
    new RegExp(`^(${Entity.Kind.options.join("|")})(,(${Entity.Kind.options.join("|")}))*$`),
    `Kinds are ${Entity.Kind.options.join(", ")}`,
  )
  .optional();

export const kindsOf = (text: string | undefined, all: Entity.Kind[]): Entity.Kind[] =>
  text === undefined ? all : z.array(Entity.Kind).parse([...new Set(text.split(","))]);

const find = route(
  { actor: "signed-in" },
  {
    method: "get",
    path: "/search",
    summary: "Everything you see, by words, pieces of names and #tags",
    tags: ["Search"],
    request: { query: ListQuery.extend({ kind: Kinds }) },
    responses: { 200: ItemPage },
  },
);

export const search = router().openapi(find, async (c) => {
  const { kind, ...asked } = c.req.valid("query");
  return c.json(await Entity.search({ ...asked, kinds: kindsOf(kind, Entity.Kind.options) }), 200);
});
