/**
 * Every page, light and dark: axe finds nothing, and the theme is the one that was chosen. The first ring takes every fifth in
 * the light, and every twelfth in the dark. In the light, Tab goes through each.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { expectKeyboard } from "../support/keyboard.ts";
import type { Imported } from "../support/make.ts";
import { importContent, importTable, MALFORMED, uploadFile } from "../support/make.ts";
import { analysis } from "../support/notebook.ts";
import { newPerson, type Person } from "../support/people.ts";
import { some } from "../support/ring.ts";
import { eventually, expectAccessible, picture, type Scheme, useBrowser } from "../support/visit.ts";

const visit = useBrowser();

let ada: Person;
let good: Imported;
let bad: Imported;
let group: { id: string };
let script: { id: string };
let kept: { id: string };
beforeAll(async () => {
  ada = await newPerson("Ada");
  const lines = Array.from(
    { length: 500 },
    (_, n) => `${n},${["Oslo", "Lima"][n % 2]},${n / 8},2024-03-0${1 + (n % 9)},${n % 3 === 0}`,
  );
  good = await importTable(ada.key, `n,city,share,day,open\n${lines.join("\n")}\n`, {
    fileName: "cities.csv",
    tableName: "Cities",
  });
  group = await ada.key.post("/groups", { name: "Cartographers" });
  const source = "#name: Count\n#language: python\n#input: dataframe t\n#output: int n\n\nn = len(t)\n";
  script = await ada.key.post("/scripts", { projectId: good.project.id, source });
  const file = await uploadFile(ada.key, good.project.id, "Body mass.ipynb", analysis());
  kept = await ada.key.post("/notebooks", { projectId: good.project.id, fileId: file.id });
  bad = await importContent(ada.key, MALFORMED, { project: good.project, fileName: "broken.csv" });
});

const PAGES: [string, () => string][] = [
  ["home", () => "/"],
  ["search", () => "/search?q=cities"],
  ["projects", () => "/projects"],
  ["project", () => `/projects/${good.project.id}`],
  ["project runs", () => `/projects/${good.project.id}/runs`],
  ["project activity", () => `/projects/${good.project.id}/activity`],
  ["project members", () => `/projects/${good.project.id}/members`],
  ["project readme", () => `/projects/${good.project.id}/readme`],
  ["project settings", () => `/projects/${good.project.id}/settings`],
  ["file", () => `/files/${good.file.id}`],
  ["tables", () => "/tables"],
  ["table", () => `/tables/${good.table.id}`],
  ["table versions", () => `/tables/${good.table.id}/versions`],
  ["failed table", () => `/tables/${bad.table.id}`],
  ["functions", () => "/functions"],
  ["function", () => "/functions/fun_00000000000000000000000001"],
  ["runs", () => "/runs"],
  ["run", () => `/runs/${good.run.id}`],
  ["failed run", () => `/runs/${bad.run.id}`],
  ["script", () => `/scripts/${script.id}`],
  ["notebook", () => `/notebooks/${kept.id}`],
  ["training", () => `/tables/${good.table.id}/train`],
  ["groups", () => "/groups"],
  ["group", () => `/groups/${group.id}`],
  ["requests", () => "/requests"],
  ["settings", () => "/settings"],
  ["api keys", () => "/settings/keys"],
  ["notifications", () => "/notifications"],
  ["notification settings", () => "/settings/notifications"],
  ["missing page", () => "/nowhere"],
];

describe.each(["light", "dark"] as Scheme[])("%s", (scheme) => {
  it.each(some(PAGES, scheme === "dark" ? 12 : 5))("%s", async (name, path) => {
    const { page, complaints, close } = await visit({ as: ada, scheme });
    await page.goto(path(), { waitUntil: "networkidle" });
    await picture(page, `${name} ${scheme}`);
    await expectAccessible(page, `${name}, ${scheme}`);
    if (scheme === "light") await expectKeyboard(page, name);
    expect(complaints).toEqual([]);
    await close();
  });

  it.each(["/sign-in", "/sign-up"])("%s", async (path) => {
    const { page, close } = await visit({ scheme });
    await page.goto(path, { waitUntil: "networkidle" });
    await picture(page, `${path} ${scheme}`);
    await expectAccessible(page, `${path}, ${scheme}`);
    if (scheme === "light") await expectKeyboard(page, path);
    await close();
  });

  it("a dialog and a menu", async () => {
    const { page, close } = await visit({ as: ada, scheme });
    await page.goto("/projects", { waitUntil: "networkidle" });
    await page.getByRole("button", { name: "New project" }).click();
    await page.getByRole("dialog").waitFor();
    await expectAccessible(page, `new project, ${scheme}`);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Ada, account" }).click();
    await page.getByRole("menu").waitFor();
    await expectAccessible(page, `account menu, ${scheme}`, { menu: true });
    await close();
  });
});

/** What opens over a page, and by which button; none of it is left by the mouse. */
const OVER: [string, () => string, string | RegExp, "dialog" | "popover" | "menu" | "listbox"][] = [
  ["new project", () => "/projects", "New project", "dialog"],
  ["sharing", () => `/projects/${good.project.id}`, /^Share /, "dialog"],
  ["search and commands", () => "/", "Search and commands", "dialog"],
  ["shortcuts", () => "/", /Shortcuts/, "dialog"],
  ["notifications", () => "/", /^Notifications/, "popover"],
  ["new group", () => "/groups", "New group", "dialog"],
  ["new key", () => "/settings/keys", "New key", "dialog"],
  ["description", () => `/files/${good.file.id}`, "Change", "dialog"],
  ["actions of a group", () => `/groups/${group.id}`, /^Actions for/, "menu"],
  ["account", () => "/", "Ada, account", "menu"],
  ["order of results", () => "/search?q=cities", /Order/, "listbox"],
];

it.each(OVER)("Escape closes, and gives the focus back: %s", async (_, path, button, kind) => {
  const { page, close } = await visit({ as: ada });
  await page.goto(path(), { waitUntil: "networkidle" });
  const opener = page.getByRole("button", { name: button, exact: typeof button === "string" }).first();
  await opener.focus();
  await page.keyboard.press("Enter");
  const over = page.getByRole(kind === "popover" ? "dialog" : kind).first();
  await over.waitFor();
  const holds = () => over.evaluate((element) => element.contains(element.ownerDocument.activeElement));
  await eventually(holds).toBe(true);
  if (kind === "dialog") {
    // Once around and further: what is behind it stays out of reach.
    const around = await over.evaluate((element) => element.querySelectorAll("a, button, input, textarea").length);
    for (let pressed = 0; pressed <= around + 2; pressed++) {
      await page.keyboard.press("Tab");
      expect(await holds(), `after ${pressed + 1} times Tab`).toBe(true);
    }
  }
  await page.keyboard.press("Escape");
  // The innermost thing first, which may be the tooltip of a button that Tab came to.
  const closed = over.waitFor({ state: "detached", timeout: 1_000 });
  await closed.catch(() => page.keyboard.press("Escape"));
  await over.waitFor({ state: "detached" });
  await eventually(() => opener.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
  await close();
});

it("a chosen theme wins over the system's, and stays", async () => {
  const { page, close } = await visit({ as: ada, scheme: "light" });
  await page.goto("/", { waitUntil: "networkidle" });
  const background = () => page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
  const light = await background();
  await page.getByRole("button", { name: "Ada, account" }).click();
  await page.getByRole("menuitem", { name: "Dark" }).click();
  await expect.poll(background).not.toBe(light);
  const dark = await background();
  await page.reload({ waitUntil: "networkidle" });
  expect(await background()).toBe(dark);
  await close();
});
