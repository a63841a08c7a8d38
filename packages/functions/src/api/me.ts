import { Actor } from "@atrium/core/actor";
import { ApiKey } from "@atrium/core/api-key";
import { Identity } from "@atrium/core/identity";
import { z } from "@hono/zod-openapi";
import { json, route, router } from "./respond.ts";

const Me = z
  .object({
    user: z.object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      admin: z.boolean(),
      mayExecute: z.boolean(),
    }),
    key: ApiKey.Info.pick({ id: true, name: true, scopes: true, projectId: true, expiresAt: true }).optional(),
  })
  .openapi("Me");

const get = route(
  { actor: "signed-in", keyOfProject: true },
  { method: "get", path: "/me", summary: "Who is asking", tags: ["Account"], responses: { 200: json(Me, "You") } },
);

export const me = router().openapi(get, async (c) => {
  const user = await Identity.me();
  const keyID = Actor.user().key?.id;
  const key = keyID === undefined ? undefined : (await ApiKey.list()).find((one) => one.id === keyID);
  if (!key) return c.json({ user }, 200);
  const { id, name, scopes, projectId, expiresAt } = key;
  return c.json({ user, key: { id, name, scopes, projectId, expiresAt } }, 200);
});
