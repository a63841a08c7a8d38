import { query } from "@atrium/core/database";
import { Deployment } from "@atrium/core/deployment";
import { sql } from "kysely";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { signUp } from "../auth/testing.ts";
import { type Client, call, client, useAPI } from "./testing.ts";

const workflows = useAPI();

let root: Client;
let anna: Client;
beforeAll(async () => {
  process.env.SIGN_UP = "invitation";
  root = await client("Root", { admin: true });
  anna = await client("Anna");
});

const change = (patch: object) => root.patch("/deployment/settings", patch);
afterEach(async () => {
  delete process.env.MAIL_FROM;
  await change({ signUp: "invitation", signUpDomains: [], maintenance: { active: false } });
});

describe("settings", () => {
  test("begin as the stage says, change in part, and are told to whoever asks as far as they concern them", async () => {
    expect((await root.get("/deployment/settings")).body).toMatchObject({ name: "Atrium", signUp: "invitation" });
    const changed = await change({ name: "Lab", banner: "No patient data", contact: "help@example.org" });
    expect(changed).toMatchObject({ status: 200, body: { name: "Lab", signUp: "invitation" } });
    expect((await call("/deployment")).body).toMatchObject({
      ...{ name: "Lab", banner: "No patient data", contact: "help@example.org" },
      ...{ signUp: "invitation", maintenance: null },
    });
    const noted = await query((db) =>
      sql<{
        parameters: object;
      }>`select parameters from event where type = 'deployment.settings_changed' order by id`.execute(db),
    );
    expect(noted.rows.map(({ parameters }) => parameters)).toContainEqual({ fields: ["name", "banner", "contact"] });
  });

  test("what another process wrote is seen within five seconds", async () => {
    await Deployment.read();
    await query((db) =>
      sql`insert into setting (name, value) values ('name', '"Elsewhere"')
          on conflict (name) do update set value = excluded.value`.execute(db),
    );
    await expect.poll(async () => (await call("/deployment")).body.name, { timeout: 6_000 }).toBe("Elsewhere");
  });

  test("are for administrators, also by key", async () => {
    expect((await anna.get("/deployment/settings")).status).toBe(403);
    expect((await anna.patch("/deployment/settings", { name: "Mine" })).status).toBe(403);
    expect((await call("/deployment/settings")).status).toBe(401);
    const reading = await client("Reader", { admin: true, scopes: ["read", "write"] });
    expect((await reading.patch("/deployment/settings", { name: "Mine" })).status).toBe(403);
  });

  test.each([
    [{ signUp: "everybody" }, "/signUp"],
    [{ name: "" }, "/name"],
    [{ banner: "two\nlines" }, "/banner"],
    [{ signUpDomains: ["not a domain"] }, "/signUpDomains/0"],
    [{ contact: "nobody" }, "/contact"],
    [{ maintenance: { active: "yes" } }, "/maintenance/active"],
    [{ colour: "red" }, "/colour"],
  ])("%j is refused, naming the field", async (patch, path) => {
    const { status, body } = await change(patch);
    expect(status).toBe(400);
    expect(body.errors.map((error: { path: string }) => error.path)).toContain(path);
  });

  test("people of some domains may sign up once they can prove to be, others may not", async () => {
    expect(await change({ signUp: "domains" })).toMatchObject({ status: 422, body: { code: "deployment.no_domains" } });
    await change({ signUp: "domains", signUpDomains: ["Corp.test"] });
    const refused = { status: 403, body: { code: "auth.needs_invitation" } };
    expect(await signUp("a@corp.test")).toMatchObject(refused); // nobody could prove anything without mail
    process.env.MAIL_FROM = "atrium@atrium.test";
    expect(await signUp("b@corp.test")).toMatchObject({ status: 200, cookie: "" });
    for (const email of ["c@evil.test", "c@sub.corp.test", "c@corp.test.evil.test"])
      expect(await signUp(email)).toMatchObject(refused);
  });
});

describe("maintenance", () => {
  test("keeps everybody but administrators from changing anything; reading goes on", async () => {
    const { body: project } = await anna.post("/projects", { name: "Before" });
    const until = new Date(Date.now() + 600_000).toISOString();
    await change({ maintenance: { active: true, message: "The disks are being replaced.", until } });
    const refused = await anna.post("/projects", { name: "During" });
    expect(refused).toMatchObject({
      status: 503,
      body: { code: "deployment.maintenance", detail: "The disks are being replaced." },
    });
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(500);
    expect((await anna.delete(`/projects/${project.id}`)).status).toBe(503);
    expect((await signUp("somebody@example.org")).status).toBe(503);

    expect((await anna.get(`/projects/${project.id}`)).status).toBe(200);
    expect((await anna.post("/search", { q: "Before" })).status).toBe(200);
    expect((await call("/deployment")).body.maintenance).toEqual({ message: "The disks are being replaced.", until });
    expect((await root.post("/projects", { name: "Repaired" })).status).toBe(201);
    await change({ maintenance: { active: false } });
    expect((await anna.post("/projects", { name: "After" })).status).toBe(201);
  });

  test("lets people sign in, or no administrator could end it", async () => {
    await change({ maintenance: { active: true } });
    const answer = await import("../auth/testing.ts").then(({ signIn }) => signIn("nobody@example.org"));
    expect(answer.status).toBe(401);
  });
});

describe("health", () => {
  test("says by right how each component stands, how long it took and how long it had", async () => {
    const { status, body } = await root.get("/health?deep=1");
    expect(status).toBe(200);
    expect(body.status).toBe("ok");
    const names = body.components.map(({ name }: { name: string }) => name);
    expect(names).toEqual(["database", "objects", "workflows", "relay", "mail"]);
    for (const component of body.components) {
      expect(component).toMatchObject({ status: component.name === "mail" ? "off" : "ok", timeoutMs: 2_000 });
      expect(component.ms).toBeLessThan(2_000);
    }
  });

  test("names what is broken without saying what it said", async () => {
    workflows.state.failing = true;
    await query((db) =>
      sql`insert into outbox (channel, payload, due_at) values ('socket', '{}', now() - interval '1 hour')`.execute(db),
    );
    const { status, body } = await root.get("/health?deep=1");
    workflows.state.failing = false;
    await query((db) => sql`delete from outbox`.execute(db));
    expect(status).toBe(503);
    expect(body.status).toBe("degraded");
    const ill = body.components.filter(({ status }: { status: string }) => !["ok", "off"].includes(status));
    expect(ill.map(({ name }: { name: string }) => name)).toEqual(["workflows", "relay"]);
    expect(JSON.stringify(body)).not.toContain("ServiceUnavailable");
  });

  test("is for administrators when it is deep, for anybody when it is not", async () => {
    expect((await anna.get("/health?deep=1")).status).toBe(403);
    expect((await call("/health?deep=1")).status).toBe(401);
    expect((await call("/health")).body).toEqual({ status: "ok" });
  });
});

describe("an announcement", () => {
  const hour = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const told = async (who: Client) =>
    (await who.get("/announcements/current")).body.items.map(({ title }: { title: string }) => title);

  test("is told from when it begins until it ends, and to each until they put it away", async () => {
    const tell = async (title: string, more: object = {}) =>
      (await root.post("/announcements", { title, ...more })).body;
    const now = await tell("Now", { body: "Plain <b>text</b>", tone: "warning" });
    await tell("Later", { from: hour(1) });
    await tell("Over", { from: hour(-2), until: hour(-1) });
    expect(await told(anna)).toEqual(["Now"]);
    expect((await anna.post(`/announcements/${now.id}/dismiss`)).status).toBe(204);
    expect((await anna.post(`/announcements/${now.id}/dismiss`)).status).toBe(204);
    expect(await told(anna)).toEqual([]);
    expect(await told(root)).toEqual(["Now"]);
    expect((await root.get("/announcements")).body.items).toHaveLength(3);
    await root.patch(`/announcements/${now.id}`, { until: hour(2), title: "Still now" });
    expect(await told(root)).toEqual(["Still now"]);
    expect((await root.delete(`/announcements/${now.id}`)).status).toBe(204);
    expect(await told(root)).toEqual([]);
  });

  test("that must be read stays; one that is not there is not", async () => {
    const { body } = await root.post("/announcements", { title: "Stays", dismissible: false });
    expect(await anna.post(`/announcements/${body.id}/dismiss`)).toMatchObject({
      status: 409,
      body: { code: "announcement.stays" },
    });
    expect((await anna.post("/announcements/ann_none/dismiss")).status).toBe(404);
    await root.delete(`/announcements/${body.id}`);
  });

  test("is an administrator's to make, with an end after its beginning", async () => {
    expect((await anna.post("/announcements", { title: "Mine" })).status).toBe(403);
    expect((await anna.get("/announcements")).status).toBe(403);
    expect((await anna.patch("/announcements/ann_x", { title: "Mine" })).status).toBe(403);
    expect((await anna.delete("/announcements/ann_x")).status).toBe(403);
    expect((await call("/announcements/current")).status).toBe(401);
    expect(await root.post("/announcements", { title: "Never", until: hour(-1) })).toMatchObject({
      status: 422,
      body: { code: "announcement.ends_first", errors: [{ path: "/until" }] },
    });
    expect((await root.post("/announcements", { title: "" })).body.errors[0].path).toBe("/title");
  });
});
