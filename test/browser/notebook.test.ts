import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { expect, it, onTestFinished } from "vitest";
import type { Json } from "../support/http.ts";
import { createProject, uploadFile } from "../support/make.ts";
import { analysis, code, display, hostile, markdown, notebook } from "../support/notebook.ts";
import { newPerson } from "../support/people.ts";
import { eventually, expectAccessible, picture, useBrowser } from "../support/visit.ts";

const visit = useBrowser();

async function make(content: string, name = "Body mass.ipynb") {
  const ada = await newPerson("Ada");
  const project = await createProject(ada.key, "Palmer Penguins");
  const file = await uploadFile(ada.key, project.id, name, content);
  const kept: Json = await ada.key.post("/notebooks", { projectId: project.id, fileId: file.id });
  return { ada, project, file, kept };
}

it("a notebook is shown with all its outputs, its outline and its parameters, light and dark", async () => {
  const { ada, kept, file } = await make(analysis());
  for (const scheme of ["light", "dark"] as const) {
    const at = await visit({ as: ada, scheme });
    await at.page.goto(`/notebooks/${kept.id}`);
    await at.page.getByRole("heading", { name: "What predicts body mass?" }).waitFor();
    const table = at.page.frameLocator("iframe").first();
    await table.getByRole("cell", { name: "5076" }).waitFor();
    await at.page.getByRole("button", { name: "Show all 201 lines" }).waitFor();
    await picture(at.page, `a notebook ${scheme}`);
    await everyCell(at.page);
    await at.page.getByText("name 'fit' is not defined").first().click();
    await at.page.getByText("An interactive widget is not shown").waitFor();
    await at.page.getByText("IntSlider(value=3)").scrollIntoViewIfNeeded();
    await expectAccessible(at.page, `a notebook, ${scheme}`);
    await picture(at.page, `the end of a notebook ${scheme}`);
    await at.page.getByRole("tab", { name: "Outline" }).click();
    await at.page.getByRole("link", { name: "By species" }).click();
    await expect.poll(() => at.page.url()).toContain("#cell-3");
    await at.page.getByRole("tab", { name: "Versions" }).click();
    await at.page.getByText("v1", { exact: true }).waitFor();
    await expectAccessible(at.page, `versions of a notebook, ${scheme}`);
    await at.page.goto(`/files/${file.id}`);
    await at.page.getByRole("heading", { name: "What predicts body mass?" }).waitFor();
    await at.page.getByRole("button", { name: "Make a notebook" }).waitFor();
    await expectAccessible(at.page, `a file that is a notebook, ${scheme}`);
    await picture(at.page, `a file that is a notebook ${scheme}`);
    expect(at.complaints).toEqual([]);
    await at.close();
  }
});

it("a notebook begins empty, and what was written in Jupyter becomes its next version", async () => {
  const ada = await newPerson("Ada");
  const project = await createProject(ada.key, "Seabirds");
  const at = await visit({ as: ada });
  const { page } = at;
  await page.goto(`/projects/${project.id}`);
  await page.getByRole("button", { name: "More to add" }).click();
  await page.getByRole("menuitem", { name: "New notebook" }).click();
  await page.waitForURL(/\/notebooks\/nbk_/);
  await page.getByRole("heading", { name: "Nothing in it yet" }).waitFor();
  await expectAccessible(page, "an empty notebook");
  await picture(page, "an empty notebook");
  const bring = async (name: string, content: string) => {
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "New version" }).click();
    await (await chooser).setFiles({ name, mimeType: "application/json", buffer: Buffer.from(content) });
  };
  await bring("no.ipynb", "{}");
  await page.getByText("no.ipynb did not become a new version").waitFor();
  await bring("yes.ipynb", analysis());
  await page.getByText("It is version 2 now").waitFor();
  await page.getByRole("heading", { name: "What predicts body mass?" }).waitFor();
  expect(at.complaints).toEqual([]);
  await at.close();
});

it("nothing of a hostile notebook runs, reaches the site, or tells anybody that it was looked at", async () => {
  const asked: string[] = [];
  const elsewhere = createServer(({ url }, response) => {
    asked.push(url ?? "");
    response.end();
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void elsewhere.close());
  await new Promise((resolve) => elsewhere.once("listening", resolve));
  const origin = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  const { ada, kept, file } = await make(hostile(origin), "hostile.ipynb");
  const at = await visit({ as: ada });
  for (const path of [`/notebooks/${kept.id}`, `/files/${file.id}`]) {
    await at.page.goto(path);
    await at.page.getByRole("heading", { name: "Hostile" }).first().waitFor();
    await everyCell(at.page);
    expect(await at.page.title()).not.toContain("owned");
    expect(await at.page.evaluate("window.owned")).toBeUndefined();
    expect(
      await at.page.locator(".nb-cells").locator("script, iframe:not([sandbox]), object, embed, form, style").count(),
    ).toBe(0);
    expect(await at.page.locator('.nb-cells a[href^="javascript"], .nb-cells [onerror], .nb-cells #root').count()).toBe(
      0,
    );
    // The page can still be used: nothing lies over it.
    await at.page.getByRole("link", { name: "Palmer Penguins" }).click({ trial: true });
    await picture(at.page, "a hostile notebook");
  }
  const sandboxes = await at.page.locator("iframe").evaluateAll((all) => all.map((one) => one.getAttribute("sandbox")));
  expect(sandboxes.length).toBeGreaterThan(5);
  for (const sandbox of sandboxes) expect(sandbox).not.toMatch(/allow-(scripts|same-origin|top|forms)/);
  const link = at.page.locator("#cell-6 iframe");
  await link.scrollIntoViewIfNeeded();
  await link.click({ position: { x: 14, y: 10 } });
  await at.page.waitForTimeout(300);
  expect(at.context.pages().filter((page) => page.url().startsWith(origin))).toEqual([]);
  expect(await at.page.title()).not.toContain("owned");
  expect(asked).toEqual([]);
  await at.close();
});

it("a thousand cells of twenty megabytes open without stopping the page, and the last is a click away", async () => {
  const picture = `iVBORw0KGgo${"A".repeat(19_000)}`;
  const cells = Array.from({ length: 999 }, (_, index) =>
    index % 10 === 0
      ? markdown(`## Part ${index / 10}\n\nSome words about it.`)
      : code(`total = sum(range(${index}))\nprint(total)`, {
          count: index,
          outputs: [display({ "image/png": picture, "text/plain": "x" })],
        }),
  );
  const { ada, kept } = await make(notebook(...cells, markdown("## The end")), "large.ipynb");
  expect(kept.bytes).toBeGreaterThan(15_000_000);
  const at = await visit({ as: ada });
  await at.page.addInitScript(`longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    }).observe({ type: "longtask", buffered: true });`);
  await at.page.goto(`/notebooks/${kept.id}`);
  await at.page.getByRole("heading", { name: "Part 0", exact: true }).waitFor();
  expect(await at.page.locator(".nb-cell").count()).toBe(1_000);
  expect(await at.page.locator(".nb-code").count()).toBeLessThan(100);
  await at.page.getByRole("tab", { name: "Outline" }).click();
  await at.page.getByRole("link", { name: "The end" }).click();
  await at.page.getByRole("heading", { name: "The end" }).waitFor();
  await eventually(() => at.page.getByRole("heading", { name: "The end" }).isVisible()).toBe(true);
  // Parsing twenty megabytes takes its time, on a machine that does other things too.
  expect(await at.page.evaluate("longest")).toBeLessThan(3_000);
  await at.close();
});

async function everyCell(page: Page): Promise<void> {
  const cells = page.locator(".nb-cell");
  for (let index = 0; index < (await cells.count()); index += 3) await cells.nth(index).scrollIntoViewIfNeeded();
  await page.waitForTimeout(500);
}
