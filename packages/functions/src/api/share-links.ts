import { Config } from "@atrium/core/config";
import { Deployment } from "@atrium/core/deployment";
import { AppError } from "@atrium/core/error";
import { secret } from "@atrium/core/secret";
import { ShareLink } from "@atrium/core/share-link";
import { z } from "@hono/zod-openapi";
import { setCookie } from "hono/cookie";
import { openedLinks } from "./middleware.ts";
import { isSecure, once, originOf } from "./request.ts";
import { body, ID, IdempotencyKey, json, nothing, page, route, router } from "./respond.ts";

const tags = ["Access"];
const Schema = z.object(ShareLink.Info.shape).openapi("ShareLink");
const New = Schema.extend({
  url: z.string().openapi({ description: "To be passed on. The secret stands behind its #, which browsers keep" }),
}).openapi("NewShareLink");
const One = ID.extend({ linkId: z.string().max(64) });
const sharing = { actor: "signed-in", right: "share", on: "entity" } as const;

const list = route(sharing, {
  method: "get",
  path: "/entities/{id}/share-links",
  summary: "The links that open something to whoever has them, newest first",
  tags,
  request: { params: ID },
  responses: { 200: page(Schema, "ShareLinkPage") },
});

const create = route(sharing, {
  method: "post",
  path: "/entities/{id}/share-links",
  summary: "Make a link that lets whoever has it read something, without an account; it is shown this once",
  description:
    "It opens the thing and what lies in it, nothing around it, for 30 days where nothing else is said. It works as long as its maker may share the thing.",
  tags,
  request: { params: ID, headers: IdempotencyKey, body: body(ShareLink.Create) },
  responses: { 201: json(New, "The link") },
});

const revoke = route(sharing, {
  method: "delete",
  path: "/entities/{id}/share-links/{linkId}",
  summary: "Revoke a link; from the next request on it opens nothing",
  tags,
  request: { params: One },
  responses: { 204: nothing("Revoked; it can be restored") },
});

const restore = route(sharing, {
  method: "post",
  path: "/entities/{id}/share-links/{linkId}/restore",
  summary: "Take a revocation back",
  tags,
  request: { params: One },
  responses: { 200: json(Schema, "The link") },
});

const open = route(
  { actor: "anyone" },
  {
    method: "post",
    path: "/share-links/open",
    summary: "Open what a share link leads to",
    description:
      "Answers with a cookie for eight hours that opens it from then on. It adds to what somebody may who is signed in.",
    tags,
    request: { body: body(z.strictObject({ secret: z.string().max(200) })) },
    responses: { 200: json(z.object(ShareLink.Opened.shape).openapi("OpenedShareLink"), "What it opens") },
  },
);

export const shareLinks = router()
  .openapi(list, async (c) => c.json({ items: await ShareLink.list(c.req.valid("param").id), next: null }, 200))
  .openapi(create, async (c) => {
    const { id: entityID } = c.req.valid("param");
    const link = c.req.valid("json");
    let made: { id: string; secret: string } | undefined;
    await once(c, link, async () => {
      made = await ShareLink.create({ entityID, link });
      return { id: made.id };
    });
    if (!made) throw shownOnce();
    const url = `${originOf(c)}/s#${made.secret}`;
    return c.json({ ...(await ShareLink.get({ entityID, id: made.id })), url }, 201);
  })
  .openapi(revoke, async (c) => {
    await ShareLink.revoke(targetOf(c.req.valid("param")));
    return c.body(null, 204);
  })
  .openapi(restore, async (c) => {
    const target = targetOf(c.req.valid("param"));
    await ShareLink.restore(target);
    return c.json(await ShareLink.get(target), 200);
  })
  .openapi(open, async (c) => {
    await Deployment.admitReader();
    const opened = await ShareLink.open(c.req.valid("json").secret);
    const cookie = ShareLink.seal([opened.linkId, ...(await openedLinks(c))], await secret(Config.authSecretARN()));
    setCookie(c, ShareLink.cookieName(isSecure(c)), cookie, {
      path: "/",
      httpOnly: true,
      sameSite: "Lax",
      secure: isSecure(c),
      maxAge: ShareLink.COOKIE_SECONDS,
    });
    return c.json(opened, 200);
  });

const shownOnce = () =>
  new AppError(
    "conflict",
    "share_link.shown_once",
    "This request made a link before, and its secret is not kept. Revoke it and make another.",
  );

const targetOf = ({ id, linkId }: { id: string; linkId: string }) => ({ entityID: id, id: linkId });
