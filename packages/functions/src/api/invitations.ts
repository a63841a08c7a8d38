import { AppError } from "@atrium/core/error";
import { Identity } from "@atrium/core/identity";
import { z } from "@hono/zod-openapi";
import { once, originOf } from "./request.ts";
import { body, ID, IdempotencyKey, json, nothing, page, route, router } from "./respond.ts";

const { Invitation } = Identity;
const tags = ["Invitations"];
const Open = z.object(Invitation.Info.shape).openapi("Invitation");
const New = Open.extend({ url: z.string() }).openapi("NewInvitation");

const list = route(
  { actor: "administrator" },
  {
    method: "get",
    path: "/",
    summary: "Invitations nobody has taken up",
    tags,
    responses: { 200: page(Open, "InvitationPage") },
  },
);

const create = route(
  { actor: "administrator" },
  {
    method: "post",
    path: "/",
    summary: "Invite an address; its link is shown this once",
    tags,
    request: { headers: IdempotencyKey, body: body(Invitation.Create) },
    responses: { 201: json(New, "The invitation with its link") },
  },
);

const remove = route(
  { actor: "administrator" },
  {
    method: "delete",
    path: "/{id}",
    summary: "Withdraw an invitation",
    tags,
    request: { params: ID },
    responses: { 204: nothing("Gone") },
  },
);

export const invitations = router()
  .openapi(list, async (c) => c.json({ items: await Invitation.list(), next: null }, 200))
  .openapi(create, async (c) => {
    const input = c.req.valid("json");
    let made: Awaited<ReturnType<typeof Invitation.create>> | undefined;
    await once(c, input, async () => {
      made = await Invitation.create(input);
      return { id: made.id };
    });
    if (!made) throw shownOnce();
    const { token, ...invitation } = made;
    return c.json({ ...invitation, url: `${originOf(c)}/sign-up?invitation=${token}` }, 201);
  })
  .openapi(remove, async (c) => {
    await Invitation.remove(c.req.valid("param").id);
    return c.body(null, 204);
  });

const shownOnce = () =>
  new AppError(
    "conflict",
    "invitation.shown_once",
    "This request made an invitation before, and its link is not kept. Invite the address again.",
  );
