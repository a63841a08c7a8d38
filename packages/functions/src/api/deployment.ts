import { Deployment } from "@atrium/core/deployment";
import { Health } from "@atrium/core/health";
import { Identity } from "@atrium/core/identity";
import { Mail } from "@atrium/core/mail";
import { z } from "@hono/zod-openapi";
import manifest from "../../package.json" with { type: "json" };
import { body, Flag, json, route, router } from "./respond.ts";

const tags = ["Deployment"];
const { shape } = Deployment.Settings;

const About = z
  .object({
    name: z.string(),
    version: z.string(),
    ...{ signUp: shape.signUp, signUpDomains: z.array(z.string()) },
    mail: z.boolean().openapi({ description: "Whether it sends mail, and so gives a forgotten password back" }),
    providers: z
      .array(z.object({ id: z.string(), name: z.string() }))
      .openapi({ description: "Other ways to sign in, by OpenID Connect" }),
    readWithoutAccount: shape.readWithoutAccount,
    banner: z.string(),
    contact: z.string(),
    maintenance: z
      .object({ message: z.string(), until: z.string().nullable() })
      .nullable()
      .openapi({ description: "While there is any, nothing can be changed" }),
    accounts: z.boolean().openapi({ description: "Whether anybody has an account yet" }),
  })
  .openapi("Deployment");

const get = route(
  { actor: "anyone" },
  {
    method: "get",
    path: "/deployment",
    summary: "What this is, who may sign up, and whether there is maintenance",
    tags,
    responses: { 200: json(About, "The deployment") },
  },
);

const Settings = z.object(shape).openapi("DeploymentSettings");

const settings = route(
  { actor: "administrator" },
  {
    method: "get",
    path: "/deployment/settings",
    summary: "What administrators decided for all of it",
    tags,
    responses: { 200: json(Settings, "The settings") },
  },
);

const change = route(
  { actor: "administrator" },
  {
    method: "patch",
    path: "/deployment/settings",
    summary: "Change settings; everywhere within five seconds",
    tags,
    request: { body: body(Deployment.Patch) },
    responses: { 200: json(Settings, "The settings, changed") },
  },
);

const registries = route(
  { actor: "signed-in" },
  {
    method: "get",
    path: "/deployment/image-registries",
    summary: "Where images of algorithms may come from; nowhere, until an administrator says so",
    tags,
    responses: { 200: json(z.object({ items: shape.imageRegistries }), "Registries, or what is below one") },
  },
);

const Report = Health.Report.extend({ components: z.array(Health.Component) }).openapi("HealthReport");
const Alive = z.object({ status: z.literal("ok") });

const health = route(
  { actor: "anyone" },
  {
    method: "get",
    path: "/health",
    summary: "Whether the API answers; asks no database. With deep=1, for administrators, how each component stands",
    tags,
    request: { query: z.object({ deep: Flag.optional() }) },
    responses: {
      200: json(z.union([Report, Alive]), "It does, and with deep=1 so does everything else"),
      503: json(Report, "With deep=1: a component is not well"),
    },
  },
);

export const deployment = router()
  .openapi(get, async (c) => {
    const { name, signUp, signUpDomains, readWithoutAccount, banner, contact, maintenance } = await Deployment.read();
    const { active, message, until } = maintenance;
    return c.json(
      {
        ...{ name, version: manifest.version, signUp, signUpDomains, readWithoutAccount, banner, contact },
        mail: Mail.isOn(),
        providers: Identity.Provider.list().map(({ id, name }) => ({ id, name })),
        maintenance: active ? { message, until } : null,
        accounts: await Identity.hasAccounts(),
      },
      200,
    );
  })
  .openapi(settings, async (c) => c.json(await Deployment.settings(), 200))
  .openapi(change, async (c) => c.json(await Deployment.change(c.req.valid("json")), 200))
  .openapi(registries, async (c) => c.json({ items: await Deployment.imageRegistries() }, 200))
  .openapi(health, async (c) => {
    if (!c.req.valid("query").deep) return c.json({ status: "ok" as const }, 200);
    const report = await Health.deep();
    return c.json(report, report.status === "ok" ? 200 : 503);
  });
