/** What an import will make of a file is seen and corrected before it begins; what was wrong can be read anew. */
import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { createProject, uploadFile } from "../support/make.ts";
import { unique } from "../support/names.ts";
import { newPerson, type Person } from "../support/people.ts";
import { eventually, expectAccessible, picture, type Scheme, useBrowser } from "../support/visit.ts";

/** The quay's number has a comma in it, so that a comma as separator makes another table. */
const SEMICOLONS = `id;quay;code\n${Array.from({ length: 120 }, (_, n) => `${n};"Quay, ${n % 7}";00${n % 9}`).join("\n")}\n`;
const RAGGED = `id,name\n${Array.from({ length: 90 }, (_, n) => (n === 40 ? "40" : `${n},Pier ${n}`)).join("\n")}\n`;
const SLOW_MS = 8_000;
const PREVIEW = /\/api\/v1\/files\/[^/]+\/preview/;
const visit = useBrowser();

let ada: Person;
let project: { id: string };
beforeAll(async () => {
  ada = await newPerson("Ada");
  project = await createProject(ada.key, unique("Harbours"));
});

const dialog = (page: Page) => page.getByRole("dialog", { name: "Import as table" });
const rows = (page: Page) => dialog(page).getByRole("region", { name: "First rows" });
const headers = (page: Page) => rows(page).getByRole("columnheader").allInnerTexts();
const importButton = (page: Page) => dialog(page).getByRole("button", { name: "Import", exact: true });

async function open(name: string, content: string, scheme: Scheme = "light") {
  const file = await uploadFile(ada.key, project.id, name, content);
  const visited = await visit({ as: ada, scheme });
  await visited.page.goto(`/files/${file.id}`);
  await visited.page.getByRole("button", { name: "Import as table" }).click();
  await rows(visited.page).getByRole("cell").first().waitFor();
  return visited;
}

async function select(page: Page, label: string, option: string | RegExp) {
  await dialog(page)
    .getByRole("button", { name: new RegExp(`${label}`) })
    .click();
  await page.getByRole("option", { name: option }).click();
}

it("shows the first rows with types and reasons, and is accessible in both themes", async () => {
  for (const scheme of ["light", "dark"] as const) {
    const { page, complaints, close } = await open("quays.csv", SEMICOLONS, scheme);
    const [id, quay, code] = await headers(page);
    expect(id).toMatch(/id\s+integer\s+\S/);
    expect(quay).toMatch(/quay\s+text/);
    expect(code).toMatch(/code\s+text\s+.*zero/s);
    await rows(page).getByRole("cell", { name: "Quay, 3" }).first().waitFor();
    await expectAccessible(page, `the import preview, ${scheme}`);
    await picture(page, `an import preview ${scheme}`);
    expect(complaints).toEqual([]);
    await close();
  }
});

it("previews again with what was corrected, and imports exactly that", { timeout: 90_000 }, async () => {
  const { page, close } = await open("quays-again.csv", SEMICOLONS);
  await select(page, "Column names", /None/);
  await rows(page).getByRole("cell", { name: "quay", exact: true }).waitFor();
  await dialog(page).getByLabel("Lines to skip at the top").fill("1");
  await eventually(() => rows(page).getByRole("cell", { name: "quay", exact: true }).count()).toBe(0);
  await dialog(page).getByLabel("Name of the table").fill("Quays without names");

  await importButton(page).click();
  await page.getByRole("gridcell", { name: "Quay, 3" }).first().waitFor({ timeout: 60_000 });
  await eventually(() => page.getByTestId("status").textContent()).toMatch(/^120\s*rows/);
  const table = await ada.key.get(new URL(page.url()).pathname);
  expect(table).toMatchObject({ name: "Quays without names", report: { header: false, rows: 120 } });
  await close();
});

it("keeps the last good rows while the next are on their way, and drops the answer that came too late", async () => {
  const { page, close } = await open("slow.csv", SEMICOLONS);
  await page.route(PREVIEW, async (route) => {
    // The second choice is made while the first is still being looked at.
    if (!route.request().url().includes("delimiter")) await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
    await route.continue().catch(() => undefined);
  });
  const [first] = await Promise.all([
    page.waitForRequest((request) => request.url().includes("windows-1252")),
    select(page, "Encoding", "Windows-1252"),
  ]);
  await eventually(() => rows(page).getAttribute("aria-busy")).toBe("true");
  expect((await headers(page)).length).toBe(3);
  await select(page, "Values are separated by", "Comma");
  await eventually(() => first.failure()?.errorText).toMatch(/aborted/i);
  await eventually(() => headers(page).then((found) => found.length)).not.toBe(3);
  await close();
});

it("says at the control, or over the rows, what does not work, and does not begin such an import", async () => {
  const { page, close } = await open("refused.csv", SEMICOLONS);
  const refuse = (body: object) =>
    page.route(PREVIEW, (route) =>
      route.fulfill({ status: 400, contentType: "application/problem+json", body: JSON.stringify(body) }),
    );
  await refuse({
    ...{ status: 400, code: "input.invalid", detail: "The input is not valid", requestId: "req_1" },
    errors: [{ path: "quote", message: "A quote is one sign" }],
  });
  await select(page, "Quotes around values", /None/);
  await dialog(page).getByRole("alert").filter({ hasText: "A quote is one sign" }).waitFor();
  expect(await importButton(page).isDisabled()).toBe(true);
  expect((await headers(page)).length).toBe(3);
  await page.unroute(PREVIEW);
  await refuse({
    status: 422,
    code: "import.no_rows",
    detail: "There is no row after the header.",
    requestId: "req_2",
  });
  await select(page, "Quotes around values", /Single/);
  await dialog(page).getByText("There is no row after the header.").waitFor();
  await expectAccessible(page, "a refused preview");
  await page.unroute(PREVIEW);
  await select(page, "Quotes around values", /Double/);
  await eventually(() => importButton(page).isEnabled()).toBe(true);
  await close();
});

it("lists the rows that do not fit and stops for them when asked to", { timeout: 90_000 }, async () => {
  const { page, close } = await open("ragged.csv", RAGGED);
  await dialog(page).getByText("1 row does not fit and will be left out").waitFor();
  await dialog(page).getByText("line 42").waitFor();
  await select(page, "Rows that do not fit", /Stop the import/);
  await dialog(page).getByText("so the import would stop").waitFor();
  await importButton(page).click();
  await page.getByRole("button", { name: "Correct and import…" }).click({ timeout: 60_000 });

  // The same table, read in another way: no second one is left behind.
  const again = page.getByRole("dialog", { name: "New version of ragged" });
  await again.getByRole("region", { name: "First rows" }).getByRole("cell").first().waitFor();
  const failed = page.url();
  await again.getByRole("button", { name: "Import as version 1" }).click();
  await page.getByRole("gridcell", { name: "Pier 3", exact: true }).waitFor({ timeout: 60_000 });
  expect(page.url()).toBe(failed);
  await close();
});

it("offers the preview for an upload that was not imported by itself", async () => {
  const { page, close } = await visit({ as: ada });
  await page.goto(`/projects/${project.id}`);
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await (await chooser).setFiles({
    name: "settings.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(Array.from({ length: 30 }, (_, n) => ({ n, word: `word ${n}` })))),
  });
  const tray = page.getByRole("region", { name: "Uploads" });
  await tray.getByRole("button", { name: "Import as table…" }).click();
  await rows(page).getByRole("cell", { name: "word 3", exact: true }).waitFor();
  await importButton(page).click();
  await page.getByRole("gridcell", { name: "word 3", exact: true }).waitFor({ timeout: 60_000 });
  await close();
});
