import { Config } from "@atrium/core/config";
import { Identity } from "@atrium/core/identity";
import { z } from "@hono/zod-openapi";
import manifest from "../../package.json" with { type: "json" };
import { json, route, router } from "./respond.ts";

const Deployment = z
  .object({
    name: z.string(),
    version: z.string(),
    signUp: z.enum(["open", "invitation"]),
    accounts: z.boolean().openapi({ description: "Whether anybody has an account yet" }),
  })
  .openapi("Deployment");

const get = route(
  { actor: "anyone" },
  {
    method: "get",
    path: "/deployment",
    summary: "What this is, and who may sign up",
    tags: ["Deployment"],
    responses: { 200: json(Deployment, "The deployment") },
  },
);

const health = route(
  { actor: "anyone" },
  {
    method: "get",
    path: "/health",
    summary: "Whether the API answers; asks no database",
    tags: ["Deployment"],
    responses: { 200: json(z.object({ status: z.literal("ok") }), "It does") },
  },
);

export const deployment = router()
  .openapi(get, async (c) =>
    c.json(
      { name: "Atrium", version: manifest.version, signUp: Config.signUp(), accounts: await Identity.hasAccounts() },
      200,
    ),
  )
  .openapi(health, (c) => c.json({ status: "ok" as const }, 200));
