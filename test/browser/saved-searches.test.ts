import { beforeAll, expect, it } from "vitest";
import { unique } from "../support/names.ts";
import { newPerson, type Person } from "../support/people.ts";
import { expectAccessible, picture, useBrowser } from "../support/visit.ts";

const visit = useBrowser();
let ada: Person;
let project: string;

beforeAll(async () => {
  ada = await newPerson("Ada");
  project = unique("Kelp survey");
  const { id } = await ada.key.post("/projects", { name: project, tags: ["marine"] });
  await ada.key.post("/saved-searches", { name: "Deeper than 15 m", q: "#marine", projectId: id, shared: true });
});

it("a search is saved by the keyboard, stands beside the results with its number, and is found in the palette", async () => {
  const { page, complaints, close } = await visit({ as: ada });
  await page.goto("/search?q=%23marine");
  await page.getByText("1 result").waitFor();
  await page.keyboard.press("Control+s");
  const dialog = page.getByRole("dialog", { name: "Save this search" });
  await dialog.getByLabel("Name").fill("Marine things");
  await picture(page, "save search");
  await dialog.getByRole("button", { name: "Save" }).click();
  const list = page.getByRole("region", { name: "Saved searches" });
  await list.getByRole("link", { name: "Marine things" }).waitFor();
  await expect.poll(() => list.getByRole("listitem").first().textContent()).toContain("1");
  await picture(page, "saved searches");
  await expectAccessible(page, "saved searches");

  await page.keyboard.press("Control+k");
  await page.keyboard.type("marine th");
  await page.getByRole("option", { name: /Marine things saved search · 1 object/ }).waitFor();
  await picture(page, "saved search in the palette");
  await page.keyboard.press("Escape");

  await list.getByRole("button", { name: "More about Marine things" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await list.getByRole("link", { name: "Marine things" }).waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Undo" }).click();
  await list.getByRole("link", { name: "Marine things" }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});
