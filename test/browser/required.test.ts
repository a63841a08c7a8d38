import { beforeAll, expect, it } from "vitest";
import { unique } from "../support/names.ts";
import { newPerson, type Person } from "../support/people.ts";
import { expectAccessible, picture, useBrowser } from "../support/visit.ts";

const visit = useBrowser();
let ada: Person;
beforeAll(async () => {
  ada = await newPerson("Ada");
});

it("what a project requires of a file is asked for before it is sent", async () => {
  const { page, complaints, close } = await visit({ as: ada });
  const { id } = await ada.key.post("/projects", { name: unique("Sites") });
  await ada.session.post(`/projects/${id}/attribute-types`, { name: "Site", dtype: "string", required: true });
  const choices = { name: "Tide", dtype: "enum", choices: ["ebb", "flood"], required: true };
  await ada.session.post(`/projects/${id}/attribute-types`, choices);
  await page.goto(`/projects/${id}`);
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Upload", exact: true }).first().click();
  await (await chooser).setFiles({ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("hello") });
  const dialog = page.getByRole("dialog", { name: "Upload 1 file" });
  await dialog.getByLabel("Site (required)").fill("North");
  expect(await dialog.getByRole("button", { name: "Upload" }).isDisabled()).toBe(true);
  await dialog
    .getByRole("combobox", { name: /Tide/ })
    .or(dialog.getByRole("button", { name: /Tide/ }))
    .first()
    .click();
  await page.getByRole("option", { name: "flood" }).click();
  await picture(page, "required attributes");
  await expectAccessible(page, "required attributes");
  await dialog.getByRole("button", { name: "Upload" }).click();
  const stored = async () => (await ada.key.get(`/projects/${id}/items`)).items[0];
  await expect.poll(async () => (await stored())?.name).toBe("notes.txt");
  const { attributes } = await ada.key.get(`/files/${(await stored()).id}`);
  expect(attributes).toEqual({ Site: "North", Tide: "flood" });
  expect(complaints).toEqual([]);
  await close();
});
