import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { newPerson, type Person } from "../support/people.ts";
import { picture, useBrowser } from "../support/visit.ts";

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
