/** Many drawings looked through and corrected at once, by keyboard and pointer, and what the API says of them afterwards. */
import { beforeAll, expect, it } from "vitest";
import { type Numbered, numberedMedia, onScreen } from "../support/annotator.ts";
import type { Json } from "../support/http.ts";
import { newPerson, type Person } from "../support/people.ts";
import { eventually, expectAccessible, useBrowser } from "../support/visit.ts";

const COUNT = 12;

const visit = useBrowser();
let ada: Person;
let video: Numbered;

beforeAll(async () => {
  ada = await newPerson("Ada");
  video = await numberedMedia(ada.session, { frames: 24 });
  const attributes = [{ name: "Sex", dtype: "enum", choices: ["female", "male"] }];
  const make = (body: object) => ada.session.post(`/projects/${video.project.id}/annotation-types`, body);
  const fish = await make({ name: "Lingcod", shape: "box", color: "#4fc3f7", attributes });
  const crab = await make({ name: "Crab", shape: "box", color: "#ffb74d" });
  const items = Array.from({ length: COUNT }, (_, at) => ({
    ...{ typeId: at < 9 ? fish.id : crab.id, frame: at * 2, x: 0.1 + at / 30, y: 0.2, width: 0.2, height: 0.3 },
    attributes: at < 9 ? { Sex: at % 2 ? "male" : "female" } : {},
  }));
  await ada.session.post(`/media/${video.media.id}/localizations`, { items });
}, 120_000);

it("drawings are asked for, corrected together, taken back, kept as a search and opened on their frame", async () => {
  const { page, complaints, close } = await visit({ as: ada });
  const sexes = async () => {
    const { items } = await ada.session.get(`/media/${video.media.id}/localizations?limit=100`);
    return Object.entries(Object.groupBy(items, (one: Json) => one.attributes.Sex ?? "none"))
      .map(([sex, all]) => `${sex} ${all?.length}`)
      .sort();
  };
  await page.goto(`/projects/${video.project.id}/media`);
  await page.getByRole("link", { name: "Gallery" }).click();
  await page.getByText(`${COUNT} found`).waitFor();
  // Each is cut out of its own frame.
  await eventually(() => page.locator(".crop-picture > img").count()).toBe(COUNT);
  await eventually(() =>
    page.evaluate("[...document.querySelectorAll('.crop-picture > img')].every((one) => one.naturalWidth > 10)"),
  ).toBe(true);

  await page.keyboard.press("f");
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Class" }).click();
  await page.getByLabel("Value").selectOption({ label: "Lingcod" });
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByText("9 found").waitFor();

  await page.locator(".crop-card").first().click();
  await page.keyboard.press("Shift+a");
  await page.getByText("9 chosen").waitFor();
  await page.getByLabel("Sex").selectOption("female");
  await page.getByRole("button", { name: "Save to 9" }).click();
  await page.getByText("9 annotations changed").waitFor();
  expect(await sexes()).toEqual(["female 9", "none 3"]);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("9 annotations as before").waitFor();
  expect(await sexes()).toEqual(["female 5", "male 4", "none 3"]);

  await page.getByRole("button", { name: "Saved searches" }).click();
  await page.getByRole("menuitem", { name: "Save this search" }).click();
  await page.getByLabel("Name").fill("All lingcod");
  await page.getByText("Whoever sees the project finds it too").click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("The search is saved").waitFor();
  await page.goto(`/projects/${video.project.id}/gallery`);
  await page.getByText(`${COUNT} found`).waitFor();
  await page.getByRole("button", { name: "Saved searches" }).click();
  await page.getByRole("menuitem", { name: /All lingcod/ }).click();
  await page.getByText("9 found").waitFor();
  await expectAccessible(page, "gallery");

  await page.getByLabel("Order").click();
  await page.getByRole("option", { name: "By video and frame" }).click();
  await page
    .getByRole("option", { name: /Lingcod/ })
    .nth(3)
    .click();
  await page.getByRole("listbox", { name: "What was found" }).press("Enter");
  await onScreen(page, 6);
  await page.getByRole("region", { name: "Selected" }).getByText("Lingcod").waitFor();
  expect(complaints).toEqual([]);
  await close();
});
