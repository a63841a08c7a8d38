import { SecondFactor } from "@atrium/core/second-factor";
import { z } from "@hono/zod-openapi";
import { body, json, nothing, route, router } from "./respond.ts";

const tags = ["Account"];
const Schema = z.object(SecondFactor.Info.shape).openapi("SecondFactor");
const Codes = json(
  z.object({ recoveryCodes: z.array(z.string()) }).openapi("RecoveryCodes"),
  "Each lets you in once without the device; told here and nowhere else",
);
const code = { body: body(SecondFactor.Code) };

const get = route(
  { actor: "signed-in" },
  {
    method: "get",
    path: "/",
    summary: "Whether you have a second factor, and whether it is required of you",
    tags,
    responses: { 200: json(Schema, "Your second factor") },
  },
);

const awaited = route(
  { actor: "anyone" },
  {
    method: "get",
    path: "/awaited",
    summary: "What a sign-in in this browser still waits for",
    tags,
    responses: {
      200: json(z.object({ awaits: z.enum(["code", "enrolment"]).nullable() }), "A code, a second factor, or nothing"),
    },
  },
);

const check = route(
  { actor: "anyone" },
  {
    method: "post",
    path: "/check",
    summary: "Finish a sign-in with the code of the device, or a recovery code",
    tags,
    request: code,
    responses: { 204: nothing("Signed in") },
  },
);

const begin = route(
  { actor: "signed-in" },
  {
    method: "post",
    path: "/enrolment",
    summary: "Begin to set up a device that makes codes (RFC 6238)",
    tags,
    responses: { 201: json(z.object(SecondFactor.Enrolment.shape).openapi("Enrolment"), "For the device; told once") },
  },
);

const confirm = route(
  { actor: "signed-in" },
  {
    method: "post",
    path: "/enrolment/confirm",
    summary: "Turn the second factor on with the first code; other browsers are signed out",
    tags,
    request: code,
    responses: { 200: Codes },
  },
);

const renew = route(
  { actor: "signed-in" },
  {
    method: "post",
    path: "/recovery-codes",
    summary: "Other recovery codes in place of those there were",
    tags,
    request: code,
    responses: { 200: Codes },
  },
);

const off = route(
  { actor: "signed-in" },
  {
    method: "post",
    path: "/off",
    summary: "Turn the second factor off, where it is not required",
    tags,
    request: code,
    responses: { 204: nothing("Off") },
  },
);

export const secondFactor = router()
  .openapi(get, async (c) => c.json(await SecondFactor.get(), 200))
  .openapi(awaited, (c) => c.json({ awaits: SecondFactor.awaited() }, 200))
  .openapi(check, async (c) => {
    await SecondFactor.check(c.req.valid("json"));
    return c.body(null, 204);
  })
  .openapi(begin, async (c) => c.json(await SecondFactor.begin(), 201))
  .openapi(confirm, async (c) => c.json({ recoveryCodes: await SecondFactor.confirm(c.req.valid("json")) }, 200))
  .openapi(renew, async (c) => c.json({ recoveryCodes: await SecondFactor.renewCodes(c.req.valid("json")) }, 200))
  .openapi(off, async (c) => {
    await SecondFactor.turnOff(c.req.valid("json"));
    return c.body(null, 204);
  });
