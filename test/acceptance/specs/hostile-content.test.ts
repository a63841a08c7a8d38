/** HTML and SVG that people upload, opened in a real browser by somebody who is signed in: no script of theirs runs. */
import type { Download, Page } from "playwright-core";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Json } from "../../support/http.ts";
import { createProject, importTable, uploadFile } from "../../support/make.ts";
import { newPerson, type Person } from "../../support/people.ts";
import { some } from "../../support/ring.ts";
import { useBrowser, type Visit } from "../../support/visit.ts";

const visit = useBrowser();

/** Tells whoever listens that it ran, and what it could see. */
const SCRIPT = "globalThis.name='ran'; console.log('RAN ' + location.origin + ' ' + document.cookie)";
const PAGE = `<!doctype html><title>x</title><script>${SCRIPT}</script><img src=x onerror="${SCRIPT}">`;
const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" onload="${SCRIPT}"><script>${SCRIPT}</script></svg>`;

const FILES: [name: string, contentType: string, content: string][] = [
  ["page.html", "text/html", PAGE],
  ["page.csv", "text/csv", PAGE],
  ["page", "text/html", `\n\n<!-- a comment -->${PAGE}`],
  ["drawing.svg", "image/svg+xml", DRAWING],
  ["drawing.png", "image/png", DRAWING],
  ["drawing.xml", "application/xml", `<?xml version="1.0"?>${DRAWING}`],
  [
    "page.xhtml",
    "application/xhtml+xml",
    `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script>${SCRIPT}</script></html>`,
  ],
  ["script.js", "text/javascript", SCRIPT],
  ["both.gif", "image/gif", `GIF89a/*${PAGE}*/`],
];

let ada: Person;
let project: Json;
beforeAll(async () => {
  ada = await newPerson("Ada");
  project = await createProject(ada.key);
});

let open: Visit;
let ran: string[];
beforeEach(async () => {
  open = await visit({ as: ada });
  ran = [];
  open.context.on("console", (message) => {
    if (message.text().startsWith("RAN")) ran.push(message.text());
  });
});
afterEach(() => open.close());

async function store(name: string, contentType: string, content: string): Promise<Json> {
  const bytes = new TextEncoder().encode(content);
  const upload = await ada.key.post("/uploads", { projectId: project.id, name, bytes: bytes.length, contentType });
  const etag = (await fetch(upload.parts[0].url, { method: "PUT", body: bytes })).headers.get("etag");
  return ada.key.post(`/uploads/${upload.id}/complete`, { parts: [{ number: 1, etag }] });
}

/** Goes there as a click on a link would; a download is no page. */
async function follow(page: Page, url: string): Promise<Download | undefined> {
  const download = page.waitForEvent("download", { timeout: 10_000 });
  const going = page.goto(url).catch((error: Error) => {
    // That is how going to a download ends.
    if (!/Download is starting|ERR_ABORTED/.test(error.message)) throw error;
  });
  const [started] = await Promise.all([download.catch(() => undefined), going]);
  return started;
}

describe.each(some(FILES, 2))("%s declared %s", (name, contentType, content) => {
  it("is downloaded by its URL, and runs nothing", async () => {
    const file = await store(name, contentType, content);
    const { url } = await ada.key.get(`/files/${file.id}/download`);
    expect((await follow(open.page, url))?.suggestedFilename()).toBeDefined();
    expect(
      (await follow(open.page, `/api/v1/files/${file.id}/download?redirect=1`))?.suggestedFilename(),
    ).toBeDefined();
    expect(ran).toEqual([]);
  });

  it("runs nothing in a frame or as a picture of another page", async () => {
    const file = await store(name, contentType, content);
    const { url } = await ada.key.get(`/files/${file.id}/download`);
    const page = await open.context.newPage();
    await page.setContent(
      `<iframe src="${url}"></iframe><img src="${url}"><object data="${url}"></object><embed src="${url}">`,
    );
    await page.waitForTimeout(700);
    expect(ran).toEqual([]);
  });

  it("runs nothing on its page of the site", async () => {
    const file = await store(name, contentType, content);
    await open.page.goto(`/files/${file.id}`);
    await open.page.waitForLoadState("networkidle");
    expect(ran).toEqual([]);
    expect(await open.page.evaluate("globalThis.name")).not.toBe("ran");
  });
});

it("markup in names, cells and errors is text on the site", async () => {
  const markup = `<img src=x onerror="${SCRIPT.replaceAll('"', "'")}">`;
  const made = await createProject(ada.key, markup);
  const cell = `"${markup.replaceAll('"', '""')}"`;
  const { table } = await importTable(ada.key, `${cell},n\n${cell},1\n`, { project: made, tableName: markup });
  await uploadFile(ada.key, made.id, `${markup}.csv`, "a\n");
  for (const path of ["/", `/projects/${made.id}`, `/tables/${table.id}`, `/search?q=${encodeURIComponent(markup)}`]) {
    await open.page.goto(path);
    await open.page.waitForLoadState("networkidle");
  }
  expect(ran).toEqual([]);
});
