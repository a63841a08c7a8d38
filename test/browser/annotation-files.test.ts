import { beforeAll, expect, it } from "vitest";
import type { Json } from "../support/http.ts";
import { uploadFile } from "../support/make.ts";
import { unique } from "../support/names.ts";
import { newPerson, type Person } from "../support/people.ts";
import { FULL } from "../support/ring.ts";
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

it.runIf(FULL)(
  "a file's classes and attributes become types here as somebody chooses, seen before anything is written",
  async () => {
    const { page, complaints, close } = await visit({ as: ada });
    const types = async () => (await ada.key.get(`/projects/${survey}/annotation-types`)).items as Json[];
    const drawn = async () => (await ada.key.get(`/media/${camera}/localizations?limit=100`)).items as Json[];
    const cod = await ada.session.post(`/projects/${survey}/annotation-types`, {
      ...{ name: "Cod", shape: "box", attributes: [{ name: "Length", dtype: "float" }] },
    });
    const box = {
      kind: "localization",
      media: "Camera 1",
      shape: "box",
      frame: 3,
      x: 0.5,
      y: 0.5,
      width: 0.1,
      height: 0.1,
    };
    const lines = [
      { ...box, type: "cod fish", attributes: { len: 12, junk: "x" } },
      { ...box, type: "whale", attributes: { age: 4 } },
      { ...box, type: "noise", attributes: {} },
    ];
    await uploadFile(ada.key, survey, "field.ndjson", lines.map((line) => JSON.stringify(line)).join("\n"));
    const before = [await types(), (await drawn()).length];

    await page.goto(`/projects/${survey}/media`);
    await page.getByRole("button", { name: "Annotations as files" }).click();
    await page.getByRole("menuitem", { name: "Import annotations…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("combobox", { name: "File" }).fill("field.ndjson");
    await page.getByRole("option", { name: /field\.ndjson/ }).click();
    await dialog.getByRole("button", { name: "Look first" }).click();
    await dialog.getByText("3 annotations of 3 classes").waitFor({ timeout: 60_000 });
    const choose = async (label: string, option: string) => {
      await dialog.getByRole("button", { name: new RegExp(`^${label}`) }).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("option", { name: option, exact: true }).click();
    };
    await choose("cod fish becomes", "Cod");
    await choose("len of cod fish becomes", "Length");
    await dialog.getByRole("button", { name: "junk of cod fish becomes Leave out" }).waitFor();
    await choose("noise becomes", "Leave out");
    await dialog.getByRole("button", { name: "Look again" }).click();
    await dialog.getByText("All fit; left out: 1.").waitFor({ timeout: 60_000 });
    await dialog.getByRole("cell", { name: "Length: 12" }).waitFor();
    await expectAccessible(page, "import mapping");
    await picture(page, "import mapping");
    expect([await types(), (await drawn()).length]).toEqual(before);

    await dialog.getByRole("button", { name: "Import" }).click();
    await dialog.getByText("2 new of 3.").waitFor({ timeout: 60_000 });
    const made = (await drawn())
      .filter(({ frame }) => frame === 3)
      .map(({ typeId, attributes }) => [typeId, attributes]);
    const whale = (await types()).find(({ name }) => name === "whale");
    expect(made).toEqual([
      [cod.id, { Length: 12 }],
      [whale?.id, { age: 4 }],
    ]);
    expect((await types()).some(({ name }) => name === "noise")).toBe(false);
    expect(complaints).toEqual([]);
    await close();
  },
);
