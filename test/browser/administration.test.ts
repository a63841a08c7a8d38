/** Getting in by letters, and the pages of the administrator: what they do, in both themes, with nothing for axe to say. */

import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withKey } from "../support/http.ts";
import { expectKeyboard } from "../support/keyboard.ts";
import { hasMailbox, tokenMailed } from "../support/mailbox.ts";
import { administrator, newPerson, type Person, signIn } from "../support/people.ts";
import { some } from "../support/ring.ts";
import { target } from "../support/target.ts";
import { eventually, expectAccessible, picture, type Scheme, useBrowser } from "../support/visit.ts";

const visit = useBrowser();

let ada: Person;
let root: Person;
beforeAll(async () => {
  const { cookie } = await signIn({ email: target.email ?? "", password: target.password ?? "" });
  ada = await newPerson("Ada");
  root = { ...ada, name: "Administrator", cookie };
  await administrator.post("/users", { kind: "service", name: "Nightly import" });
  await administrator.post("/announcements", {
    title: "Storage moves on Sunday",
    body: "Uploads may be slow.",
    tone: "warning",
  });
});
afterAll(async () => {
  const { items } = await administrator.get("/announcements");
  for (const { id } of items) await administrator.call("DELETE", `/announcements/${id}`);
  await administrator.call("PATCH", "/deployment/settings", { body: { contact: "" } });
});

const PAGES = ["services", "deployment", "announcements", "health", "people", "audit", "invitations", "deliveries"];

describe.each(["light", "dark"] as Scheme[])("%s", (scheme) => {
  it.each(some(PAGES, scheme === "dark" ? 4 : 1))("settings, %s", async (name) => {
    const { page, complaints, close } = await visit({ as: root, scheme });
    await page.goto(`/settings/${name}`, { waitUntil: "networkidle" });
    await picture(page, `settings ${name} ${scheme}`);
    await expectAccessible(page, `settings ${name}, ${scheme}`);
    if (scheme === "light") await expectKeyboard(page, name);
    expect(complaints).toEqual([]);
    await close();
  });

  it.each(["sign-in", "sign-up", "forgot-password", "reset-password#token", "verify-email#token"])(
    "%s",
    async (path) => {
      const { page, complaints, close } = await visit({ scheme });
      await page.goto(`/${path}`, { waitUntil: "networkidle" });
      await picture(page, `${path} ${scheme}`);
      await expectAccessible(page, `${path}, ${scheme}`);
      expect(page.url()).not.toContain("#");
      expect(complaints).toEqual([]);
      await close();
    },
  );
});

it.runIf(hasMailbox)("somebody makes an account, confirms it, forgets the password and chooses a new one", async () => {
  const email = `mia-${randomUUID().slice(0, 8)}@atrium.test`;
  const { page, complaints, close } = await visit();
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Mia");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill("correct horse battery");
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByRole("heading", { name: /Welcome to Atrium, Mia/ }).waitFor();

  await page.goto(`/verify-email#${await tokenMailed(email, "verify-email")}`);
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByText("Your address is confirmed").waitFor();

  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgotten your password?" }).click();
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await page.getByText("a link is on its way").waitFor();
  await page.goto(`/reset-password#${await tokenMailed(email, "reset-password")}`);
  await page.getByLabel("New password").fill("another horse battery");
  await page.getByRole("button", { name: "Set the password" }).click();
  await page.getByText("Your new password works").waitFor();

  await page.getByRole("link", { name: "Back to sign-in" }).click();
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill("another horse battery");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("navigation", { name: "Main" }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it("a service is made with a key that reaches one project only", async () => {
  const project = await administrator.post("/projects", { name: `Fed ${randomUUID().slice(0, 8)}` });
  const name = `Robot ${randomUUID().slice(0, 8)}`;
  const { page, complaints, close } = await visit({ as: root });
  await page.goto("/settings/services");
  await page.getByLabel("Name of the service").fill(name);
  await page.getByRole("button", { name: "Make" }).click();
  const service = page.getByRole("region", { name });
  await service.getByRole("button", { name: "New key" }).click();
  await page.getByLabel("Name", { exact: true }).fill("cron");
  await page.getByRole("button", { name: /It reaches/ }).click();
  await page.getByRole("option", { name: `Only ${project.name}` }).click();
  await expectAccessible(page, "new key");
  await page.getByRole("button", { name: "Create key" }).click();
  const key = (await page.getByTestId("api-key").textContent()) ?? "";
  expect((await withKey(target.url, key).get("/me")).key).toMatchObject({ projectId: project.id });
  await page.getByRole("button", { name: "Done" }).click();
  await service.getByRole("link", { name: "one project" }).waitFor();
  await picture(page, "service with a key");
  expect(complaints).toEqual([]);
  await close();
});

it("maintenance and announcements stand above every page; an announcement can be put away", async () => {
  const { page, close } = await visit({ as: ada });
  // Only told: real maintenance would stop every other test of this system.
  await page.route("**/api/v1/deployment", async (route) => {
    const answer = await route.fetch();
    const maintenance = { message: "New disks.", until: null };
    await route.fulfill({ response: answer, json: { ...(await answer.json()), maintenance } });
  });
  await page.goto("/projects");
  await page.getByText("Maintenance: everything can be read, nothing changed").waitFor();
  await page.getByText("Storage moves on Sunday").waitFor();
  await picture(page, "maintenance");
  await expectAccessible(page, "maintenance");
  await page.getByRole("button", { name: "Put “Storage moves on Sunday” away" }).click();
  await eventually(() => page.getByText("Storage moves on Sunday").count()).toBe(0);
  await close();
});

it("the administrator changes what the sign-in page says", async () => {
  const { page, close } = await visit({ as: root });
  await page.goto("/settings/deployment");
  await page.getByLabel("Contact").fill("help@example.org");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("It holds everywhere within five seconds").waitFor();
  const stranger = await visit();
  await eventually(async () => {
    await stranger.page.goto("/sign-in", { waitUntil: "networkidle" });
    return stranger.page.getByRole("link", { name: "help@example.org" }).count();
  }).toBe(1);
  await stranger.close();
  await close();
});
