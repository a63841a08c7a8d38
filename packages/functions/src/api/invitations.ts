import { AppError } from "@atrium/core/error";
import { Identity } from "@atrium/core/identity";
import { Mail } from "@atrium/core/mail";
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
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
    summary: "Invite an address; its link is mailed and shown this once",
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
      await Mail.send({ to: input.email, ...invitationLetter(linkOf(c, made.token)) });
      return { id: made.id };
    });
    if (!made) throw shownOnce();
    const { token, ...invitation } = made;
    return c.json({ ...invitation, url: linkOf(c, token) }, 201);
  })
  .openapi(remove, async (c) => {
    await Invitation.remove(c.req.valid("param").id);
    return c.body(null, 204);
  });

const linkOf = (c: Context, token: string): string => `${originOf(c)}/sign-up?invitation=${token}`;

const invitationLetter = (url: string) => ({
  subject: "You are invited to Atrium",
  text: `Hello,

an administrator invites you to Atrium. Make your account here:

${url}

The link is for this address only and works for seven days.
`,
});

const shownOnce = () =>
  new AppError(
    "conflict",
    "invitation.shown_once",
    "This request made an invitation before, and its link is not kept. Invite the address again.",
  );
