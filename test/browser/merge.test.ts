/** Two people change the same thing: whoever saves second is asked, whatever kind of thing it is. */
import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import type { Json } from "../support/http.ts";
import { createProject, uploadFile } from "../support/make.ts";
import { unique } from "../support/names.ts";
import { newPerson, type Person } from "../support/people.ts";
import { eventually, expectAccessible, picture, useBrowser } from "../support/visit.ts";

const visit = useBrowser();
let ada: Person;
let project: Json;
beforeAll(async () => {
  ada = await newPerson("Ada");
  project = await createProject(ada.session, unique("Transects"));
});

/** As somebody else in another window would. */
async function meanwhile(path: string, body: object): Promise<void> {
  const { revision } = await ada.session.get(path);
  const headers = { "if-match": `"${revision}"` };
  expect((await ada.session.call("PATCH", path, { body, headers })).status).toBe(200);
}

const dialog = (page: Page) => page.getByRole("dialog");
const save = (page: Page) => dialog(page).getByRole("button", { name: "Save", exact: true }).click();
async function choose(page: Page, what: string, field: string, side: "Mine" | "Theirs") {
  await dialog(page)
    .getByRole("heading", { name: `Somebody else changed ${what}` })
    .waitFor();
  await dialog(page).getByRole("group", { name: field }).getByRole("radio", { name: side }).check();
  await dialog(page).getByRole("button", { name: "Save these" }).click();
}

it("a file: what only one touched is put together, and the rest is chosen", async () => {
  const file = await uploadFile(ada.session, project.id, "protocol.md", "# Protocol\n");
  const { page, complaints, close } = await visit({ as: ada });
  await page.goto(`/files/${file.id}`);
  await page.getByRole("region", { name: "Description" }).getByRole("button", { name: "Change" }).click();
  await dialog(page).getByLabel("Description").fill("How we dive");
  await dialog(page).getByLabel("Tags").fill("marine, 2026");
  await meanwhile(`/files/${file.id}`, { description: "How they dive", name: "protocol-2026.md" });
  await save(page);
  await dialog(page).getByText("How they dive").waitFor();
  await expectAccessible(page, "the merge of a file");
  await picture(page, "merge of a file");
  await choose(page, "this file", "Description", "Mine");
  await page.getByRole("heading", { name: "protocol-2026.md" }).waitFor();
  expect(await ada.session.get(`/files/${file.id}`)).toMatchObject({
    ...{ name: "protocol-2026.md", description: "How we dive", tags: ["marine", "2026"] },
  });
  expect(complaints).toEqual([]);
  await close();
});

it("an attribute of a file, and the attribute itself", async () => {
  const file = await uploadFile(ada.session, project.id, "clip.txt", "a clip");
  const path = `/projects/${project.id}/attribute-types`;
  const depth = await ada.session.post(path, { name: "Depth", dtype: "float" });
  const { page, complaints, close } = await visit({ as: ada });
  await page.goto(`/files/${file.id}`);
  await page.getByRole("region", { name: "Attributes" }).getByRole("button", { name: "Edit" }).click();
  await dialog(page).getByLabel("Depth").fill("12.5");
  await meanwhile(`/files/${file.id}`, { attributes: { Depth: 30 } });
  await save(page);
  await choose(page, "these attributes", "Depth", "Theirs");
  await page.getByRole("definition").filter({ hasText: /^30$/ }).waitFor();

  await page.goto(`/projects/${project.id}/settings`);
  await page.getByRole("button", { name: "Change Depth" }).click();
  await dialog(page).getByLabel("Description").fill("Metres below the surface");
  await meanwhile(`${path}/${depth.id}`, { description: "Feet", maximum: 60 });
  await save(page);
  await choose(page, "this attribute", "Description", "Mine");
  await eventually(async () => ada.session.get(`${path}/${depth.id}`)).toMatchObject({
    ...{ description: "Metres below the surface", maximum: 60 },
  });
  expect(complaints).toEqual([]);
  await close();
});

it("a group, a webhook and a schedule", async () => {
  const group = await ada.session.post("/groups", { name: unique("Field team") });
  const hooks = `/projects/${project.id}/webhooks`;
  const hook = await ada.session.post(hooks, { url: "https://one.example/hook", types: ["*"] });
  const file = await uploadFile(ada.session, project.id, "terns.csv", "day,count\n2026-05-01,12\n");
  const schedule = await ada.session.post("/schedules", {
    ...{ projectId: project.id, functionId: "fun_00000000000000000000000001", name: "Terns", cron: "0 6 * * *" },
    inputs: { projectId: project.id, fileId: file.id, name: "Terns" },
    enabled: false,
  });
  const { page, complaints, close } = await visit({ as: ada });

  await page.goto(`/groups/${group.id}`);
  await page.getByRole("button", { name: `Actions for ${group.name}` }).click();
  await page.getByRole("menuitem", { name: "Change name and description…" }).click();
  await dialog(page).getByLabel("Description").fill("Divers");
  await meanwhile(`/groups/${group.id}`, { description: "Pilots" });
  await save(page);
  await choose(page, "this group", "Description", "Mine");
  await eventually(async () => (await ada.session.get(`/groups/${group.id}`)).description).toBe("Divers");

  await page.goto(`/projects/${project.id}/settings`);
  await page.getByRole("button", { name: `More about ${hook.url}` }).click();
  await page.getByRole("menuitem", { name: "Change…" }).click();
  await dialog(page).getByLabel("Events").fill("file.*, table.*");
  await meanwhile(`${hooks}/${hook.id}`, { types: ["comment.*"] });
  await save(page);
  await choose(page, "this webhook", "Events", "Mine");
  await eventually(async () => (await ada.session.get(`${hooks}/${hook.id}`)).types).toEqual(["file.*", "table.*"]);

  await page.goto("/functions/fun_00000000000000000000000001");
  await page.getByRole("button", { name: "Actions for Terns" }).click();
  await page.getByRole("menuitem", { name: "Change…" }).click();
  await dialog(page).getByLabel("Times").fill("30 7 * * *");
  await meanwhile(`/schedules/${schedule.id}`, { cron: "0 9 * * *", name: "Terns at nine" });
  await save(page);
  await choose(page, "this schedule", "Times", "Mine");
  await eventually(async () => ada.session.get(`/schedules/${schedule.id}`)).toMatchObject({
    ...{ cron: "30 7 * * *", name: "Terns at nine" },
  });
  expect(complaints).toEqual([]);
  await close();
});
