import { Identity } from "@atrium/core/identity";
import { z } from "@hono/zod-openapi";
import { ID, nothing, page, route, router } from "./respond.ts";

const { SignIns } = Identity;
const tags = ["Account"];
const SignIn = z.object(SignIns.Info.shape).openapi("SignIn");

const list = route(
  { actor: "signed-in" },
  {
    method: "get",
    path: "/",
    summary: "The ways you sign in: your password, and the providers that are linked to you",
    tags,
    responses: { 200: page(SignIn, "SignInPage") },
  },
);

const unlink = route(
  { actor: "signed-in" },
  {
    method: "delete",
    path: "/{id}",
    summary: "Unlink a way to sign in; never the last one that works",
    tags,
    request: { params: ID },
    responses: { 204: nothing("Unlinked") },
  },
);

export const signIns = router()
  .openapi(list, async (c) => c.json({ items: await SignIns.list(), next: null }, 200))
  .openapi(unlink, async (c) => {
    await SignIns.unlink(c.req.valid("param").id);
    return c.body(null, 204);
  });
