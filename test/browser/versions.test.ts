/** A table's history: a new version from a file, what it changed, older rows to look at, and every version to take away. */
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { ended, importTable, uploadFile } from "../support/make.ts";
import { newPerson, type Person } from "../support/people.ts";
import { eventually, expectAccessible, picture, useBrowser } from "../support/visit.ts";

const FIRST = `id,port,tons,code\n${Array.from({ length: 300 }, (_, n) => `${n},${["Oslo", "Lima"][n % 2]},${n % 50},00${n % 9}`).join("\n")}\n`;
const SECOND = `id,port,tons,flag\n${Array.from({ length: 420 }, (_, n) => `${n},${["Oslo", "Lima", "Quito"][n % 3]},${n % 50}.5,${["DK", "SE"][n % 2]}`).join("\n")}\n`;
const visit = useBrowser();

let ada: Person;
let table: { id: string };
beforeAll(async () => {
  ada = await newPerson("Ada");
  const first = await importTable(ada.key, FIRST, { tableName: "Calls", fileName: "calls-1.csv" });
  table = first.table;
  const file = await uploadFile(ada.key, first.project.id, "calls-2.csv", SECOND);
  const { run } = await ada.key.post(`/tables/${table.id}/versions`, { fileId: file.id });
  expect((await ended(ada.key, run.id)).state).toBe("succeeded");
});

const status = (page: Page) => page.getByTestId("status");
const panel = (page: Page, version: number) => page.getByRole("complementary", { name: `Version ${version}` });

describe("the history", () => {
  it("opens from the version's sign, and says who made what and what it changed", async () => {
    const { page, complaints, close } = await visit({ as: ada });
    await page.goto(`/tables/${table.id}`);
    await page.getByRole("link", { name: "v2", exact: true }).first().click();
    await page.waitForURL(/\/versions$/);
    const newest = page.getByRole("row", { name: /v2/ });
    await eventually(() => newest.allInnerTexts().then((texts) => texts.join())).toMatch(
      /current[\s\S]*\+120\s+420[\s\S]*calls-2\.csv[\s\S]*Ada/,
    );

    const changes = panel(page, 2).getByRole("list", { name: "Changed columns" });
    await eventually(() => changes.getByRole("listitem").allInnerTexts()).toEqual([
      expect.stringMatching(/Added\s+flag\s+text/),
      expect.stringMatching(/Removed\s+code\s+text/),
      expect.stringMatching(/Changed\s+tons\s+int64 → \w+/),
    ]);
    await panel(page, 2).getByText("+120 rows, 1 column added, 1 column removed, 1 column changed.").waitFor();

    await page.getByRole("row", { name: /v1/ }).getByRole("cell", { name: "300", exact: true }).click();
    await page.waitForURL(/\?v=1$/);
    await panel(page, 1).getByText("It began with 300 rows and 4 columns.").waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it("is accessible in both themes, as an older version's rows are", async () => {
    for (const scheme of ["light", "dark"] as const) {
      const { page, close } = await visit({ as: ada, scheme });
      await page.goto(`/tables/${table.id}/versions`);
      await panel(page, 2).getByText("Since version 1").waitFor();
      await expectAccessible(page, `the history, ${scheme}`);
      await picture(page, `a history ${scheme}`);
      await page.goto(`/tables/${table.id}?version=1`);
      await page.getByRole("gridcell", { name: "Oslo" }).first().waitFor();
      await expectAccessible(page, `an older version, ${scheme}`);
      await picture(page, `an older version ${scheme}`);
      await close();
    }
  });
});

it("shows an older version with its own columns, and leads back to the current one", async () => {
  const { page, close } = await visit({ as: ada });
  await page.goto(`/tables/${table.id}?version=1`);
  await page.getByRole("columnheader", { name: /^code/ }).waitFor();
  await eventually(() => status(page).textContent()).toMatch(/^300\s*rows/);
  await page.getByRole("status").filter({ hasText: "Version 1 of 2, read-only" }).waitFor();
  await page.getByRole("gridcell", { name: "Lima" }).first().click();
  await page.keyboard.press("f");
  await eventually(() => status(page).textContent()).toMatch(/^150\s*of\s*300/);
  expect(page.url()).toContain("version=1");
  await page.getByRole("link", { name: "Back to v2" }).click();
  await page.getByRole("columnheader", { name: /^flag/ }).waitFor();
  await eventually(() => status(page).textContent()).toMatch(/^420\s*rows/);
  await close();
});

it("says that there is no such version", async () => {
  const { page, close } = await visit({ as: ada });
  await page.goto(`/tables/${table.id}?version=9`);
  await page.getByText("There is nothing here").waitFor();
  await close();
});

describe("a download", () => {
  async function download(page: Page, section: "grid" | "whole", label: string) {
    await page.getByRole("button", { name: "Download" }).click();
    const items = page.getByRole("menuitem", { name: new RegExp(`^${label}`) });
    const [got] = await Promise.all([
      page.waitForEvent("download"),
      (section === "grid" ? items.first() : items.last()).click(),
    ]);
    return { name: got.suggestedFilename(), bytes: await readFile(await got.path()) };
  }

  it("comes in every format, whole", { timeout: 90_000 }, async () => {
    const { page, close } = await visit({ as: ada });
    await page.goto(`/tables/${table.id}`);
    await page.getByRole("gridcell", { name: "Oslo" }).first().waitFor();
    const csv = await download(page, "whole", "CSV");
    expect(csv.name).toBe("Calls.csv");
    expect(csv.bytes.toString().trim().split("\n")).toHaveLength(421);
    const ndjson = await download(page, "whole", "NDJSON");
    expect(
      ndjson.bytes
        .toString()
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).id),
    ).toHaveLength(420);
    const json = await download(page, "whole", "JSON");
    expect(JSON.parse(json.bytes.toString())).toHaveLength(420);
    const arrow = await download(page, "whole", "Arrow");
    expect(arrow.bytes.subarray(0, 4).toString("hex")).toBe("ffffffff");
    const parquet = await download(page, "whole", "Parquet");
    expect(parquet.bytes.subarray(0, 4).toString()).toBe("PAR1");
    await close();
  });

  it("is of what the grid shows: its filter, its order, its columns", async () => {
    const { page, close } = await visit({ as: ada });
    const filters = encodeURIComponent(JSON.stringify([{ column: "port", values: ["Quito"] }]));
    await page.goto(`/tables/${table.id}?filters=${filters}&sort=-id&columns=port,id`);
    await page.getByRole("gridcell", { name: "Quito" }).first().waitFor();
    const csv = await download(page, "grid", "CSV");
    expect(csv.name).toBe("Calls view.csv");
    const lines = csv.bytes.toString().trim().split(/\r?\n/);
    expect(lines.slice(0, 3)).toEqual(["port,id", "Quito,419", "Quito,416"]);
    expect(lines).toHaveLength(141);
    const parquet = await download(page, "grid", "Parquet");
    expect(parquet.bytes.subarray(-4).toString()).toBe("PAR1");
    await close();
  });
});

it("becomes a new version from a file of this computer, with a preview before", { timeout: 120_000 }, async () => {
  const { page, complaints, close } = await visit({ as: ada });
  const { table: mine } = await importTable(ada.key, FIRST, { tableName: "Arrivals" });
  await page.goto(`/tables/${mine.id}`);
  await page.getByRole("gridcell", { name: "Oslo" }).first().waitFor();
  await page.getByRole("button", { name: "New version…" }).click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("dialog").getByRole("button", { name: "From this computer…" }).click();
  await (await chooser).setFiles({ name: "arrivals.csv", mimeType: "text/csv", buffer: Buffer.from(SECOND) });

  const preview = page.getByRole("dialog", { name: "New version of Arrivals" });
  await preview.getByRole("region", { name: "First rows" }).getByRole("cell", { name: "Quito" }).first().waitFor();
  await preview.getByRole("button", { name: "Import as version 2" }).click();
  await page.getByText("Version 2 is ready").waitFor({ timeout: 60_000 });
  await page.getByRole("columnheader", { name: /^flag/ }).waitFor();
  await eventually(() => status(page).textContent()).toMatch(/^420\s*rows/);
  expect(complaints).toEqual([]);
  await close();
});
