import { beforeAll, expect, it } from "vitest";
import { importTable } from "../support/make.ts";
import { newPerson, type Person } from "../support/people.ts";
import { eventually, expectAccessible, picture, useBrowser } from "../support/visit.ts";

const visit = useBrowser();

let ada: Person;
let table: { id: string; projectId: string };
beforeAll(async () => {
  ada = await newPerson("Ada");
  ({ table } = await importTable(ada.key, "site,count\nPoint Loma,31\nLa Jolla,12\n", { tableName: "Gannet counts" }));
});

it("a table is read by whoever has its link, until the link is revoked", async () => {
  const at = await visit({ as: ada });
  await at.page.goto(`/tables/${table.id}`);
  await at.page.getByRole("button", { name: "Share Gannet counts" }).click();
  const dialog = at.page.getByRole("dialog");
  await dialog.getByLabel("What the link is for").fill("For the press");
  await dialog.getByRole("button", { name: "Make a link" }).click();
  const url = (await dialog.locator("code").textContent()) ?? "";
  await dialog.getByText("never opened", { exact: false }).waitFor();
  await expectAccessible(at.page, "the sharing dialog with a link");
  await picture(at.page, "sharing dialog with a link");

  const stranger = await visit({ scheme: "dark" });
  await stranger.page.goto(url);
  await stranger.page.getByText("Point Loma").first().waitFor();
  expect(new URL(stranger.page.url()).pathname).toBe(`/tables/${table.id}`);
  expect(stranger.page.url()).not.toContain("atl_");
  const crumbs = stranger.page.getByRole("navigation", { name: "Breadcrumb" });
  expect((await crumbs.textContent())?.trim()).toBe("Gannet counts");
  expect(await stranger.page.getByRole("navigation", { name: "Main" }).count()).toBe(0);
  expect(await stranger.page.getByRole("button", { name: /Share|star|favorites|New version/ }).count()).toBe(0);
  await expectAccessible(stranger.page, "a table read by a link");
  await picture(stranger.page, "a table read by a link");
  await stranger.page.goto(`/tables/${table.id}/versions`);
  await stranger.page.getByRole("heading", { name: "Versions" }).waitFor();
  await stranger.page.goto(`/projects/${table.projectId}`);
  await stranger.page.getByRole("heading", { name: "This is not open to you" }).waitFor();

  await dialog.getByRole("button", { name: "Revoke For the press" }).click();
  await dialog.getByRole("button", { name: "Undo" }).waitFor();
  await stranger.page.goto(`/tables/${table.id}`);
  await stranger.page.getByRole("heading", { name: "This is not open to you" }).waitFor();
  await expectAccessible(stranger.page, "a table whose link was revoked");
  await picture(stranger.page, "a table whose link was revoked");
  await stranger.page.goto(url);
  await stranger.page.getByRole("heading", { name: "This link does not open" }).waitFor();
  await picture(stranger.page, "a link that was revoked");
  await dialog.getByRole("button", { name: "Undo" }).click();
  await dialog.getByText("opened once", { exact: false }).waitFor();
  await stranger.page.goto(`/tables/${table.id}`);
  await stranger.page.getByText("Point Loma").first().waitFor();
  expect([...at.complaints, ...stranger.complaints]).toEqual([]);
  await at.close();
  await stranger.close();
});

it("a public project is read without signing in, and signing in leads back to it", async () => {
  const project = await ada.session.post("/projects", { name: "Open survey", visibility: "public" });
  await ada.session.post("/projects", { name: "Inside it", parentId: project.id });
  const stranger = await visit();
  await stranger.page.goto(project.path);
  await stranger.page.getByRole("link", { name: "Inside it" }).waitFor();
  expect(await stranger.page.getByRole("link", { name: /Members|Settings|Runs/ }).count()).toBe(0);
  await expectAccessible(stranger.page, "a public project");
  await picture(stranger.page, "a public project without an account");
  await stranger.page.getByRole("link", { name: "Sign in" }).click();
  await stranger.page.getByLabel("E-mail").fill(ada.email);
  await stranger.page.getByLabel("Password").fill(ada.password);
  await stranger.page.getByRole("button", { name: "Sign in" }).click();
  await stranger.page.getByRole("link", { name: "Members" }).first().waitFor();
  await eventually(() => new URL(stranger.page.url()).pathname).toBe(`/projects/${project.id}`);
  await stranger.page.goto("/projects");
  await stranger.page.getByText("Open survey").first().waitFor();
  expect(stranger.complaints).toEqual([]);
  await ada.session.call("DELETE", `/projects/${project.id}`, { headers: { "if-match": "*" } });
  await stranger.close();
});

it("what needs an account leads to the sign-in, and back", async () => {
  const stranger = await visit();
  await stranger.page.goto("/runs");
  await stranger.page.getByRole("heading", { name: "Sign in" }).waitFor();
  expect(new URL(stranger.page.url()).searchParams.get("return")).toBe("/runs");
  await stranger.close();
});
