import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { createProject, importTable } from "../support/make.ts";
import { unique } from "../support/names.ts";
import { newPerson, type Person } from "../support/people.ts";
import { expectAccessible, picture, useBrowser } from "../support/visit.ts";

const visit = useBrowser();
let ada: Person;

beforeAll(async () => {
  ada = await newPerson("Ada");
  for (const [name, description, tags] of [
    ["Load 2030 hourly", "Hourly electricity load for 58 counties and 14 end uses.", ["energy", "county"]],
    ["Residential load profiles", "Simulated 15-minute profiles by building type.", ["energy", "residential"]],
    ["EV charging", "Charging demand, a load that can be moved.", ["transport"]],
    ["Kelp forest survey", "Repeat video transects of 12 kelp sites.", ["marine"]],
  ] as const)
    await ada.key.post("/projects", { name, description, tags });
});

const box = (page: Page) => page.getByRole("combobox", { name: "Search", exact: true });
const results = (page: Page) => page.locator(".result a").allTextContents();

it("words find the best name first, a filter narrows down, and the address holds it all", async () => {
  const { page, complaints, close } = await visit({ as: ada });
  await page.goto("/search");
  await box(page).fill("load");
  await expect.poll(() => results(page)).toEqual(["Load 2030 hourly", "Residential load profiles", "EV charging"]);
  await page.getByText("3 results").waitFor();
  await page.getByRole("checkbox", { name: /^energy/ }).check();
  await expect.poll(() => results(page)).toEqual(["Load 2030 hourly", "Residential load profiles"]);
  await picture(page, "search");
  expect(new URL(page.url()).searchParams.get("q")).toContain("load tag = energy");

  await page.reload();
  await expect.poll(() => results(page)).toEqual(["Load 2030 hourly", "Residential load profiles"]);
  await page.getByRole("button", { name: "Remove tag is energy" }).click();
  await expect.poll(() => results(page)).toHaveLength(3);
  expect(complaints).toEqual([]);
  await close();
});

it("how one gets at things narrows down, and a table is looked into before it is opened", async () => {
  const bert = await newPerson("Bert");
  const project = await createProject(ada.key, unique("Tide gauges"));
  const csv = `site,height,open\n${Array.from({ length: 40 }, (_, n) => `s${n % 4},${n * 0.5},${n % 2 === 0}`).join("\n")}\n`;
  const { table } = await importTable(ada.key, csv, { project });
  await ada.session.post(`/entities/${project.id}/grants`, { email: bert.email, bundle: "viewer" });
  const { page, complaints, close } = await visit({ as: bert });
  await page.goto(`/search?q=${encodeURIComponent(`kind = table name = "${table.name}"`)}`);
  const preview = page.getByRole("complementary", { name: "Preview" });
  await preview.getByRole("cell", { name: "s3" }).first().waitFor();
  await preview.getByRole("img", { name: "Spread of height" }).waitFor();
  await page.getByRole("button", { name: "Access" }).click();
  await page.getByRole("checkbox", { name: /^By a project 1/ }).check();
  await expect.poll(() => results(page)).toEqual([table.name]);
  await expectAccessible(page, "search with a table looked into");
  await picture(page, "search table");
  await page.getByRole("checkbox", { name: /^By a project/ }).uncheck();
  await page.getByRole("checkbox", { name: /^Shared with me/ }).check();
  await page.getByText(/^Nothing matches/).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it("the keyboard alone: a field is completed, becomes a chip and text again, and a result is opened", async () => {
  const { page, complaints, close } = await visit({ as: ada });
  await page.goto("/search");
  await box(page).pressSequentially("kelp ki");
  await page.getByRole("option", { name: /^kind/ }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await box(page).pressSequentially("= pro");
  await page.getByRole("option", { name: /^project/ }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Remove kind is project" }).waitFor();
  await expect.poll(() => results(page)).toEqual(["Kelp forest survey"]);
  await page.keyboard.press("Backspace");
  await expect.poll(() => box(page).inputValue()).toBe("kelp kind = project");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Kelp forest survey" }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it("the palette finds the same, and commands, tags and people by their signs", async () => {
  const { page, complaints, close } = await visit({ as: ada });
  await page.goto("/");
  await page.getByRole("heading", { name: /Ada/ }).waitFor();
  await page.keyboard.press("ControlOrMeta+k");
  const palette = page.getByRole("dialog", { name: "Search and commands" });
  await palette.getByRole("combobox").fill("load");
  await palette.getByText("Best match").waitFor();
  await picture(page, "palette");
  expect((await palette.getByRole("option").first().textContent())?.trim()).toContain("Load 2030 hourly");
  await palette.getByRole("combobox").fill("#marine");
  await palette.getByRole("option", { name: /Kelp forest survey/ }).waitFor();
  await palette.getByRole("combobox").fill("> dark");
  await palette.getByRole("option", { name: "Use the dark theme" }).waitFor();
  await palette.getByRole("combobox").fill("load");
  await palette.getByText("Best match").waitFor();
  await page.keyboard.press("ControlOrMeta+Enter");
  await page.waitForURL(/\/search\?q=load/);
  expect(complaints).toEqual([]);
  await close();
});

it("the palette looks in the open project first until Tab says not to, and has actions for what it found", async () => {
  const projects = await ada.key.get("/projects?q=kelp");
  const [survey] = projects.items;
  await ada.key.post("/projects", { name: "Load of the survey", parentId: survey.id });
  const { page, complaints, close } = await visit({ as: ada });
  await page.goto(`/projects/${survey.id}`, { waitUntil: "networkidle" });
  await page.keyboard.press("ControlOrMeta+k");
  const dialog = page.getByRole("dialog");
  const scope = dialog.getByRole("button", { name: "Kelp forest survey" });
  await dialog.getByRole("combobox").fill("survey");
  await dialog.getByText("Here", { exact: true }).waitFor();
  await page.keyboard.press("Tab");
  await expect.poll(() => scope.getAttribute("aria-pressed")).toBe("false");
  await dialog.getByText("Here", { exact: true }).waitFor({ state: "detached" });
  await page.keyboard.press("Tab");
  await dialog.getByText("Here", { exact: true }).waitFor();

  await dialog.getByRole("combobox").fill("load of");
  await dialog.getByRole("option", { name: "Load of the survey" }).waitFor();
  await page.keyboard.press("ArrowRight");
  await dialog.getByRole("option", { name: "Copy its link" }).waitFor();
  await expectAccessible(page, "the actions of the palette");
  await page.keyboard.press("ArrowLeft");
  await dialog.getByRole("option", { name: "Load of the survey" }).waitFor();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Load of the survey" }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it("what is found and not open says so, and is asked for in its preview", async () => {
  const ben = await newPerson("Ben");
  const name = unique("Feeder peaks");
  const found = await ada.session.post("/projects", { name, visibility: "discoverable" });
  const { page, complaints, close } = await visit({ as: ben });
  await page.goto(`/search?q=${encodeURIComponent(`"${name}"`)}`);
  await page.getByText("On request").waitFor();
  const preview = page.getByRole("complementary", { name: "Preview" });
  await preview.getByLabel("What do you need it for?").fill("Hosting study");
  await expectAccessible(page, "asking for access in the preview");
  await preview.getByRole("button", { name: "Ask for access" }).click();
  await preview.getByText("Your request waits for a decision").waitFor();
  const asked = await ada.session.get("/access-requests?as=approver");
  expect(asked.items).toMatchObject([{ answer: "Hosting study", entity: { id: found.id } }]);
  expect(complaints).toEqual([]);
  await close();
});
