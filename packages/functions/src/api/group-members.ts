import { Group } from "@atrium/core/group";
import { z } from "@hono/zod-openapi";
import { once } from "./request.ts";
import { body, ID, IdempotencyKey, json, ListQuery, nothing, page, route, router } from "./respond.ts";

const tags = ["Groups"];
const Member = z.object(Group.Member.shape).openapi("GroupMember");
const Request = z.object(Group.Request.shape).openapi("GroupRequest");
const MemberID = ID.extend({ memberId: z.string().max(64) });
const RequestID = ID.extend({ requestId: z.string().max(64) });

const members = route(
  { actor: "signed-in", right: "member", on: "group" },
  {
    method: "get",
    path: "/{id}/members",
    summary: "Who lies in a group directly: people and groups",
    tags,
    request: { params: ID, query: ListQuery.omit({ count: true }) },
    responses: { 200: page(Member, "GroupMemberPage") },
  },
);

const add = route(
  { actor: "signed-in", right: "lead", on: "group" },
  {
    method: "post",
    path: "/{id}/members",
    summary: "Let a person or a whole group in, or change their role",
    tags,
    request: { params: ID, headers: IdempotencyKey, body: body(Group.Add) },
    responses: { 201: json(Member, "The member") },
  },
);

const remove = route(
  { actor: "signed-in", right: "lead", on: "group" },
  {
    method: "delete",
    path: "/{id}/members/{memberId}",
    summary: "Take somebody out, or leave",
    tags,
    request: { params: MemberID },
    responses: { 204: nothing("Out") },
  },
);

const requests = route(
  { actor: "signed-in", right: "see", on: "group" },
  {
    method: "get",
    path: "/{id}/requests",
    summary: "Requests to join: all of them for its admins, your own otherwise",
    tags,
    request: { params: ID, query: z.object({ state: Group.RequestState.optional() }) },
    responses: { 200: page(Request, "GroupRequestPage") },
  },
);

const ask = route(
  { actor: "signed-in", right: "see", on: "group" },
  {
    method: "post",
    path: "/{id}/requests",
    summary: "Ask to be let in",
    tags,
    request: { params: ID, headers: IdempotencyKey, body: body(Group.Ask) },
    responses: { 201: json(Request, "The request") },
  },
);

const decision = (name: "approve" | "reject", summary: string) =>
  route(
    { actor: "signed-in", right: "lead", on: "group" },
    {
      method: "post",
      path: `/{id}/requests/{requestId}/${name}`,
      summary,
      tags,
      request: { params: RequestID },
      responses: { 200: json(Request, "The request, decided") },
    },
  );

const withdraw = route(
  { actor: "signed-in", right: "see", on: "group" },
  {
    method: "delete",
    path: "/{id}/requests/{requestId}",
    summary: "Take your request back",
    tags,
    request: { params: RequestID },
    responses: { 204: nothing("Taken back") },
  },
);

export const groupMembers = router()
  .openapi(members, async (c) =>
    c.json(await Group.listMembers({ ...c.req.valid("query"), groupID: c.req.valid("param").id }), 200),
  )
  .openapi(add, async (c) => {
    const { id: groupID } = c.req.valid("param");
    const input = c.req.valid("json");
    const { reference } = await once(c, input, async () => ({
      memberID: await Group.addMember({ ...input, groupID }),
    }));
    return c.json(await Group.findMember(groupID, reference.memberID), 201);
  })
  .openapi(remove, async (c) => {
    const { id, memberId } = c.req.valid("param");
    await Group.removeMember({ groupID: id, memberID: memberId });
    return c.body(null, 204);
  })
  .openapi(requests, async (c) => {
    const asked = { ...c.req.valid("query"), groupID: c.req.valid("param").id };
    return c.json({ items: await Group.listRequests(asked), next: null }, 200);
  })
  .openapi(ask, async (c) => {
    const { id: groupID } = c.req.valid("param");
    const input = c.req.valid("json");
    const { reference } = await once(c, input, async () => ({ id: await Group.ask({ ...input, groupID }) }));
    return c.json(await Group.findRequest(groupID, reference.id), 201);
  })
  .openapi(decision("approve", "Let them in"), async (c) => {
    const { id, requestId } = c.req.valid("param");
    await Group.decide({ groupID: id, requestID: requestId, approve: true });
    return c.json(await Group.findRequest(id, requestId), 200);
  })
  .openapi(decision("reject", "Do not let them in"), async (c) => {
    const { id, requestId } = c.req.valid("param");
    await Group.decide({ groupID: id, requestID: requestId, approve: false });
    return c.json(await Group.findRequest(id, requestId), 200);
  })
  .openapi(withdraw, async (c) => {
    const { id, requestId } = c.req.valid("param");
    await Group.withdraw({ groupID: id, requestID: requestId });
    return c.body(null, 204);
  });
