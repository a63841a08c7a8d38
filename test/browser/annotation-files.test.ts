import { beforeAll, expect, it } from "vitest";
import { unique } from "../support/names.ts";
import { newPerson, type Person } from "../support/people.ts";
import { eventually, expectAccessible, picture, useBrowser } from "../support/visit.ts";

const visit = useBrowser();
let ada: Person;
let survey: string;
let camera: string;

beforeAll(async () => {
  ada = await newPerson("Ada");
  survey = (await ada.key.post("/projects", { name: unique("Kelp survey") })).id;
  camera = (
    await ada.key.post("/media/live", {
      ...{ projectId: survey, name: "Camera 1", layout: { rows: 1, columns: 1 } },
      streams: [{ url: "rtsp://camera.example/1", feeds: [{ name: "1", resolution: [640, 360] }] }],
    })
  ).id;
  const type = await ada.session.post(`/projects/${survey}/annotation-types`, { name: "Fish", shape: "box" });
  const box = { typeId: type.id, x: 0.1, y: 0.1, width: 0.2, height: 0.2 };
  await ada.key.post(`/media/${camera}/localizations`, { items: [box, { ...box, frame: 7 }] });
});

it("annotations are exported from the library's menu and taken in again onto another layer", async () => {
  const { page, complaints, close } = await visit({ as: ada });
  await page.goto(`/projects/${survey}/media`);
  const menu = page.getByRole("button", { name: "Annotations as files" });
  await menu.click();
  await page.getByRole("menuitem", { name: "Export annotations…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("States of frames and media", { exact: false }).waitFor();
  await picture(page, "export annotations");
  await expectAccessible(page, "export annotations");
  await dialog.getByRole("radio", { name: /NDJSON/ }).check();
  await dialog.getByLabel("Name of the file").fill("kelp");
  await dialog.getByRole("button", { name: "Export" }).click();
  await dialog.getByText("holds 2 annotations").waitFor({ timeout: 60_000 });
  expect(await dialog.getByRole("link", { name: "kelp.ndjson.gz" }).getAttribute("href")).toMatch(/^\/files\/fil_/);
  await dialog.getByRole("button", { name: "Close" }).last().click();

  await menu.click();
  await page.getByRole("menuitem", { name: "Import annotations…" }).click();
  await dialog.getByRole("combobox", { name: "File" }).fill("kelp.ndjson");
  await page.getByRole("option", { name: /kelp\.ndjson\.gz/ }).click();
  await eventually(() => dialog.getByRole("radio", { name: /NDJSON/ }).isChecked()).toBe(true);
  await dialog.getByRole("button", { name: /Onto the layer/ }).focus();
  await page.keyboard.press("ArrowDown");
  await page.getByRole("option", { name: "A new layer…" }).click();
  await dialog.getByLabel("Its name").fill("Again");
  await picture(page, "import annotations");
  await expectAccessible(page, "import annotations");
  await dialog.getByRole("button", { name: "Import" }).click();
  await dialog.getByText("2 new of 2.").waitFor({ timeout: 60_000 });
  const { items } = await ada.key.get(`/projects/${survey}/layers`);
  expect(items.map(({ name }: { name: string }) => name)).toEqual(["Baseline", "Again"]);
  expect(complaints).toEqual([]);
  await close();
});
