/** The table page: scroll, sort, filter, resize, copy and keyboard, over rows that come as they are needed. */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { importTable } from "../support/make.ts";
import { newPerson, type Person } from "../support/people.ts";
import { eventually, picture, useBrowser } from "../support/visit.ts";

const ROWS = 200_000;
const visit = useBrowser();

let ada: Person;
let path: string;
beforeAll(async () => {
  ada = await newPerson("Ada");
  const lines = Array.from(
    { length: ROWS },
    (_, n) => `${n},${["Oslo", "Lima", "Århus", "Quito"][n % 4]},${n % 1000},2024-0${1 + (n % 9)}-11`,
  );
  const { table } = await importTable(ada.key, `n,city,delay,day\n${lines.join("\n")}\n`, { tableName: "Journeys" });
  path = `/tables/${table.id}`;
});

async function open(query = "") {
  const visited = await visit({ as: ada });
  await visited.page.goto(path + query);
  await cell(visited.page, "Oslo").waitFor();
  return visited;
}

const grid = (page: Page) => page.getByRole("grid", { name: "Rows of Journeys" });
const cell = (page: Page, name: string) => page.getByRole("gridcell", { name, exact: true }).first();
const header = (page: Page, name: string) => page.getByRole("columnheader", { name: new RegExp(`^${name}`) });
const status = (page: Page) => page.getByTestId("status");
const firstRow = (page: Page) => page.getByRole("row").nth(1).getByRole("gridcell").allInnerTexts();
const clipboard = (page: Page) => page.evaluate<string>("navigator.clipboard.readText()");

it("shows names, types and how many rows there are", async () => {
  const { page, complaints, close } = await open();
  for (const name of ["n", "city", "delay", "day"]) await header(page, name).waitFor();
  await eventually(() => status(page).textContent()).toMatch(/200[,\u202f ]?000\s+rows/);
  await picture(page, "two hundred thousand rows");
  expect(complaints).toEqual([]);
  await close();
});

it("scrolls to the end and back", async () => {
  const { page, close } = await open();
  await grid(page).focus();
  await page.keyboard.press("Control+End");
  await cell(page, "199,999").or(cell(page, "199999")).waitFor();
  await picture(page, "the last rows");
  await page.keyboard.press("Control+Home");
  await cell(page, "0").waitFor();
  await grid(page).hover();
  await page.mouse.wheel(0, 3_000);
  await eventually(() => page.getByRole("gridcell", { name: "0", exact: true }).count()).toBe(0);
  await close();
});

it("sorts by a click on a header, both ways", async () => {
  const { page, close } = await open();
  await header(page, "n").click();
  await header(page, "n").click();
  await cell(page, "199,999").or(cell(page, "199999")).waitFor();
  await eventually(() => header(page, "n").getAttribute("aria-sort")).toBe("descending");
  expect(page.url()).toContain("sort");
  await close();
});

it("filters by the cell under the cursor, says what is left, and takes it back", async () => {
  const { page, close } = await open();
  await cell(page, "Lima").click();
  await page.keyboard.press("f");
  await eventually(() => status(page).textContent()).toMatch(/50[,\u202f ]?000\s+of\s+200/);
  await eventually(() => cell(page, "Oslo").count()).toBe(0);
  await picture(page, "a filtered table");
  await page.reload();
  await cell(page, "Lima").waitFor();
  await eventually(() => status(page).textContent()).toMatch(/50[,\u202f ]?000\s+of\s+200/);
  await page.getByRole("button", { name: /clear/i }).first().click();
  await cell(page, "Oslo").waitFor();
  await close();
});

it("copies what is selected by keyboard", async () => {
  const { page, close } = await open();
  await cell(page, "0").click();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Control+c");
  await eventually(() => clipboard(page)).toBe("0\tOslo\n1\tLima");
  await close();
});

it("moves the cursor by keyboard and says where it is", async () => {
  const { page, close } = await open();
  await grid(page).focus();
  const spoken = page.locator("[aria-live=polite]").filter({ hasText: "row" });
  await eventually(() => spoken.first().textContent()).toMatch(/^n, row 1: 0/);
  for (const key of ["ArrowDown", "ArrowDown", "ArrowRight"]) await page.keyboard.press(key);
  await eventually(() => spoken.first().textContent()).toMatch(/^city, row 3: Århus/);
  await close();
});

it("widens a column by its edge", async () => {
  const { page, close } = await open();
  const width = async () => (await header(page, "city").boundingBox())?.width ?? 0;
  const before = await header(page, "city").boundingBox();
  if (!before) throw new Error("The header is not drawn");
  await page.mouse.move(before.x + before.width - 2, before.y + 12);
  await page.mouse.down();
  await page.mouse.move(before.x + before.width + 78, before.y + 12, { steps: 4 });
  await page.mouse.up();
  await eventually(width).toBeGreaterThan(before.width + 60);
  await close();
});

describe("a link to a view", () => {
  it("opens the very view", async () => {
    const { page, close } = await open();
    await header(page, "delay").click();
    await cell(page, "Oslo").click();
    await page.keyboard.press("f");
    await eventually(() => status(page).textContent()).toMatch(/50[,\u202f ]?000\s+of/);
    // Equal delays are in the order of their rows; until then it is the page before that is seen.
    await eventually(async () => (await firstRow(page))[0]).toBe("0");
    const before = await firstRow(page);
    const link = page.url();
    await close();
    const again = await visit({ as: ada });
    await again.page.goto(link);
    await cell(again.page, "Oslo").waitFor();
    await eventually(() => firstRow(again.page)).toEqual(before);
    await again.close();
  });
});
