import { beforeAll, expect, it } from "vitest";
import { unique } from "../support/names.ts";
import { newPerson, type Person } from "../support/people.ts";
import { eventually, expectAccessible, picture, useBrowser } from "../support/visit.ts";

const visit = useBrowser();
let ada: Person;
let survey: string;
let pass: string;

const camera = (projectId: string, name: string, depth: number) =>
  ada.key.post("/media/live", {
    projectId,
    name,
    attributes: { Depth: depth, Site: "Point Lobos" },
    layout: { rows: 1, columns: 1 },
    streams: [{ url: "rtsp://camera.example/1", feeds: [{ name: "1", resolution: [640, 360] }] }],
  });

beforeAll(async () => {
  ada = await newPerson("Ada");
  survey = (await ada.key.post("/projects", { name: unique("Kelp survey") })).id;
  pass = (await ada.key.post("/projects", { name: "Pass A", parentId: survey })).id;
  for (const [name, dtype] of [
    ["Site", "string"],
    ["Depth", "float"],
  ])
    await ada.session.post(`/projects/${survey}/attribute-types`, { name, dtype, kinds: ["media"] });
  for (const n of [1, 2, 3]) await camera(survey, `Camera ${n}`, 10 + n);
  await camera(pass, "Camera 4", 30);
});

it("media are found by folder and filter, chosen by keys, changed together, and come back from the trash", async () => {
  const { page, complaints, close } = await visit({ as: ada });
  await page.goto(`/projects/${survey}/media`);
  const list = page.getByRole("listbox", { name: "Media" });
  const options = list.getByRole("option");
  await eventually(() => options.count()).toBe(4);
  const folders = page.getByRole("complementary", { name: "Where to look" });
  expect(await folders.getByRole("button", { name: /All media/ }).textContent()).toContain("4");
  await picture(page, "media library");
  await expectAccessible(page, "media library");

  await folders.getByRole("button", { name: /Pass A/ }).click();
  await eventually(() => options.allTextContents()).toEqual([expect.stringContaining("Camera 4")]);
  await page.getByRole("button", { name: "Remove folder is Pass A" }).click();
  await page.getByLabel("Filter media").fill("attributes.Depth < 13 ");
  await eventually(() => options.count()).toBe(2);
  expect(new URL(page.url()).searchParams.get("q")).toContain("attributes.Depth < 13");

  await list.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await page.getByRole("toolbar", { name: "With what is chosen" }).getByText("2 selected").waitFor();
  const depth = page.getByRole("textbox", { name: "Depth" });
  expect(await depth.getAttribute("placeholder")).toBe("2 values");
  await page.keyboard.press("e");
  await eventually(() => page.evaluate<string>("document.activeElement.placeholder")).toBe("2 values");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Monterey");
  await picture(page, "media library, edit together");
  await expectAccessible(page, "media library, edit together");
  await page.getByRole("button", { name: "Save to 2 clips" }).click();
  await page.getByText("2 clips changed").waitFor();
  const { items } = await ada.key.get(
    `/media?projectId=${survey}&q=${encodeURIComponent("attributes.Site = Monterey")}`,
  );
  expect(items.map(({ attributes }: { attributes: object }) => attributes)).toEqual([
    { Depth: 12, Site: "Monterey" },
    { Depth: 11, Site: "Monterey" },
  ]);

  await list.focus();
  await page.keyboard.press("Backspace");
  await page.getByText("Nothing matches").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await eventually(() => options.count()).toBe(2);
  expect(complaints).toEqual([]);
  await close();
});

it("an empty library says how to begin, in the dark too", async () => {
  const { id } = await ada.key.post("/projects", { name: unique("Empty") });
  const { page, complaints, close } = await visit({ as: ada, scheme: "dark" });
  await page.goto(`/projects/${id}/media`);
  await page.getByRole("heading", { name: "Drop videos, pictures or a folder here" }).waitFor();
  await picture(page, "media library, empty, dark");
  await expectAccessible(page, "media library, empty");
  expect(complaints).toEqual([]);
  await close();
});
