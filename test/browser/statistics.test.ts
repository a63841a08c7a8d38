/** The column panel: with a filter on, the numbers of the filtered rows stand beside those of all. */
import { beforeAll, expect, it } from "vitest";
import { importTable } from "../support/make.ts";
import { newPerson, type Person } from "../support/people.ts";
import { eventually, expectAccessible, picture, useBrowser } from "../support/visit.ts";

const ROWS = 4_000;
const visit = useBrowser();

let ada: Person;
let path: string;
beforeAll(async () => {
  ada = await newPerson("Ada");
  // Oslo's delays are 0 to 99, Lima's 100 to 199.
  const lines = Array.from(
    { length: ROWS },
    (_, n) => `${["Oslo", "Lima"][n % 2]},${(n % 2) * 100 + ((n >> 1) % 100)}`,
  );
  const { table } = await importTable(ada.key, `city,delay\n${lines.join("\n")}\n`, { tableName: "Delays" });
  path = `/tables/${table.id}`;
});

const filtered = `filters=${encodeURIComponent(JSON.stringify([{ column: "city", values: ["Oslo"] }]))}`;

it("compares the filtered rows with all, and goes back when the filter goes", async () => {
  const { page, complaints, close } = await visit({ as: ada });
  await page.goto(`${path}?${filtered}&at=1.delay`);
  const panel = page.getByRole("complementary", { name: "Details of delay" });
  const numbers = (name: string) =>
    panel
      .getByRole("row", { name: new RegExp(`^${name}`) })
      .getByRole("cell")
      .allInnerTexts();
  await panel.getByText("2,000 filtered rows").waitFor();
  await eventually(() => numbers("Max")).toEqual(["99", "199"]);
  await eventually(() => numbers("Min")).toEqual(["0", "0"]);
  await eventually(() => numbers("Unique")).toEqual(["100", "200"]);
  await panel.getByText("4,000 rows").waitFor();
  await picture(page, "statistics of filtered rows");

  // Another column: never the numbers of the one before.
  await page.getByRole("gridcell", { name: "Oslo" }).first().click();
  const city = page.getByRole("complementary", { name: "Details of city" });
  await city.getByText("2,000 of 2,000").waitFor();

  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await eventually(() => city.getByRole("columnheader", { name: "Filtered" }).count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});

it("is accessible in both themes", async () => {
  for (const scheme of ["light", "dark"] as const) {
    const { page, close } = await visit({ as: ada, scheme });
    await page.goto(`${path}?${filtered}&at=1.delay`);
    await page.getByText("2,000 filtered rows").waitFor();
    await expectAccessible(page, `statistics of filtered rows, ${scheme}`);
    await close();
  }
});

it("says when the numbers do not come, and shows those of all", async () => {
  const { page, close } = await visit({ as: ada });
  await page.route(/\/columns\/[^/]+\/statistics/, (route) =>
    route.fulfill({
      ...{ status: 500, contentType: "application/problem+json" },
      body: JSON.stringify({ status: 500, code: "internal.error", detail: "Something broke", requestId: "req_9" }),
    }),
  );
  await page.goto(`${path}?${filtered}&at=1.delay`);
  await page.getByRole("alert").filter({ hasText: "the numbers of all rows" }).waitFor();
  await page.getByRole("complementary").getByText("4,000 rows").waitFor();
  await close();
});
