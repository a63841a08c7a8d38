import { expect, it } from "vitest";
import { createProject, uploadFile } from "../support/make.ts";
import { newPerson } from "../support/people.ts";
import { expectAccessible, picture, useBrowser } from "../support/visit.ts";

const visit = useBrowser();

it("a function is run by the form that its signature makes, and scheduled", async () => {
  const ada = await newPerson("Ada");
  const project = await createProject(ada.key, "Coastal survey");
  await uploadFile(ada.key, project.id, "terns.csv", "day,count\n2026-05-01,12\n2026-05-02,9\n");
  const at = await visit({ as: ada });
  const { page } = at;
  await page.goto("/functions");
  await page.getByRole("link", { name: /^import Makes/ }).click();

  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect.poll(() => page.getByRole("alert").allTextContents()).toHaveLength(3);
  await picture(page, "a form that lacks something");

  await page.getByRole("combobox", { name: "Project" }).fill("Coastal");
  await page.getByRole("option", { name: "Coastal survey" }).click();
  await page.getByLabel("Name").fill("Terns");
  await page.getByRole("combobox", { name: "File" }).fill("terns");
  await page.getByRole("option", { name: "terns.csv" }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByLabel("Options (optional)").fill('{"header": "no"}');

  await page.getByRole("button", { name: "Schedule", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Time zone").fill("Berlin");
  await dialog.getByRole("button", { name: "Schedule", exact: true }).click();
  await dialog.getByText("A name of the IANA time zone database").waitFor();
  await picture(page, "a schedule with a wrong time zone");
  await dialog.getByLabel("Time zone").fill("Europe/Berlin");
  await dialog.getByRole("button", { name: "Schedule", exact: true }).click();
  await page.getByRole("cell", { name: "0 6 * * * Europe/Berlin" }).waitFor();
  await expectAccessible(page, "a function with a schedule");
  await picture(page, "a function with a schedule");

  await page.getByRole("button", { name: "Actions for Terns" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Switched off").waitFor();

  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.getByText("options").first().waitFor();
  await page.getByLabel("Options (optional)").fill("");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.waitForURL(/\/runs\/run_/);
  expect(at.complaints).toEqual([]);
  await at.close();
});
