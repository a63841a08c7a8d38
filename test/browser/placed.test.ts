/** Media without an original: several side by side that play as one, and cameras that send now. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { goTo, ready } from "../support/annotator.ts";
import type { Json } from "../support/http.ts";
import { createProject, uploadFile } from "../support/make.ts";
import { unique } from "../support/names.ts";
import { newPerson, type Person } from "../support/people.ts";
import { FULL } from "../support/ring.ts";
import { numberedVideo } from "../support/video.ts";
import { eventually, expectAccessible, picture, useBrowser } from "../support/visit.ts";

const visit = useBrowser();
const FRAMES = 90;

/** The number that each view shows, by its pixels. */
const numbers = (page: Page, canvas: string) =>
  page.evaluate<number[]>(`[...document.querySelectorAll(${JSON.stringify(canvas)})].map((canvas) => {
    const { width, height } = canvas;
    const row = canvas.getContext("2d").getImageData(0, Math.floor(height / 16), width, 1).data;
    let number = 0;
    for (let cell = 0; cell < 20; cell++) number = number * 2 + (row[Math.floor(((cell + 0.5) * width) / 20) * 4] > 125 ? 1 : 0);
    return number;
  })`);

describe.runIf(FULL)("media without an original", () => {
  let ada: Person;
  let ben: Person;
  let project: Json;
  let videos: Json[];

  beforeAll(async () => {
    [ada, ben] = [await newPerson("Ada"), await newPerson("Ben")];
    project = await createProject(ada.key, unique("Stereo"));
    await ada.session.post(`/entities/${project.id}/grants`, { email: ben.email, bundle: "viewer" });
    const folder = mkdtempSync(join(tmpdir(), "atrium-placed-"));
    try {
      const out = await numberedVideo({ width: 320, height: 180, fps: 30, frames: FRAMES, out: join(folder, "a.mp4") });
      videos = [];
      for (const name of ["left.mp4", "right.mp4"]) {
        const file = await uploadFile(ada.key, project.id, name, readFileSync(out));
        const made = await ada.key.post("/media", { projectId: project.id, fileId: file.id });
        videos.push(await ready(ada.key, made.media.id));
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);

  it("two are put side by side from the library, go together, and are put otherwise", async () => {
    const { page, complaints, close } = await visit({ as: ada });
    await page.goto(`/projects/${project.id}/media?sort=name`);
    const list = page.getByRole("listbox", { name: "Media" });
    await eventually(() => list.getByRole("option").count()).toBe(2);
    await list.focus();
    await page.keyboard.press("Control+a");
    await page.getByRole("toolbar", { name: "With what is chosen" }).getByRole("button", { name: "Run" }).click();
    await page.getByRole("menuitem", { name: "Show side by side…" }).click();
    const dialog = page.getByRole("dialog", { name: "Show side by side" });
    await dialog.getByLabel("Name", { exact: true }).fill("Both cameras");
    await dialog.getByLabel("Frames that right.mp4 begins later").fill("5");
    await expectAccessible(page, "side by side");
    await picture(page, "side by side dialog");
    await dialog.getByRole("button", { name: "Create" }).click();
    await page.waitForURL(/\/media\/med_/);
    await eventually(() => page.locator(".an-stage").count()).toBe(2);
    await eventually(() => page.locator(".an-surface[data-frame]").count()).toBe(2);
    await goTo(page, 40);
    await eventually(() => numbers(page, ".an-surface")).toEqual([40, 35]);
    await picture(page, "side by side");
    await expectAccessible(page, "two side by side");

    await page.getByRole("button", { name: "Views" }).click();
    const views = page.getByRole("dialog", { name: "What is shown side by side" });
    await views.getByRole("button", { name: "right.mp4 earlier" }).click();
    await views.getByLabel("Frames that right.mp4 begins later").fill("0");
    await views.getByLabel("Frames that left.mp4 begins later").fill("-3");
    await views.getByRole("button", { name: "Save" }).click();
    await eventually(() => page.locator(".an-view-name").allTextContents()).toEqual(["right.mp4", "left.mp4"]);
    await eventually(() => page.locator(".an-surface[data-frame]").count()).toBe(2);
    await goTo(page, 20);
    await eventually(() => numbers(page, ".an-surface")).toEqual([20, 23]);

    const both = page.url();
    await ada.key.post("/media/trash", { ids: [videos[0]?.id], count: 1 });
    await page.reload();
    await page.getByText("Deleted, or not yours to see").waitFor();
    await eventually(() => page.locator(".an-stage").count()).toBe(1);
    await ada.key.post(`/media/${videos[0]?.id}/restore`, {});
    expect(complaints).toEqual([]);
    await close();

    const guest = await visit({ as: ben });
    await guest.page.goto(both);
    await eventually(() => guest.page.locator(".an-stage").count()).toBe(2);
    expect(await guest.page.getByRole("button", { name: "Views" }).count()).toBe(0);
    await guest.close();
  });

  it("streams that a browser plays are shown, of others the address is given, with the reason", async () => {
    const { page, complaints, close } = await visit({ as: ada, scheme: "dark" });
    const { items } = await ada.key.post(`/media/${videos[0]?.id}/urls`, { renditions: ["180"] });
    const hls = new URL(`/api/v1/media/${videos[0]?.id}/hls/master.m3u8`, ada.session.url).href;
    await page.goto(`/projects/${project.id}/media`);
    await page.getByRole("button", { name: "Add media from elsewhere" }).click();
    await page.getByRole("menuitem", { name: "Live media…" }).click();
    const dialog = page.getByRole("dialog", { name: "Live media" });
    await dialog.getByLabel("Name", { exact: true }).first().fill("Harbour");
    const addresses = [hls, items[0].url, "rtsp://camera.example/1", "http://127.0.0.1:9/live.mp4"];
    for (const [at, address] of addresses.entries()) {
      if (at > 0) await dialog.getByRole("button", { name: "Another stream" }).click();
      await dialog.getByLabel("Address").nth(at).fill(address);
    }
    await dialog.getByLabel("Size").first().fill("320 x 180");
    await expectAccessible(page, "the dialog of live media");
    await picture(page, "live dialog");
    await dialog.getByRole("button", { name: "Create" }).click();
    await page.waitForURL(/\/media\/med_/);
    await eventually(async () => (await numbers(page, "canvas.live-picture"))[0] ?? 0).toBeGreaterThan(10);
    await eventually(() =>
      page.evaluate<number>("document.querySelector('video.live-picture').currentTime"),
    ).toBeGreaterThan(0.3);
    await page.getByText("Browsers do not play RTSP.").waitFor();
    await page.getByText("rtsp://camera.example/1").waitFor();
    await page.getByText("only from hosts that those who run it allow").waitFor();
    await picture(page, "live dark");
    await expectAccessible(page, "live media");

    await page.getByRole("button", { name: "Streams" }).click();
    const streams = page.getByRole("dialog", { name: "Streams" });
    for (const _ of [3, 2]) await streams.getByRole("button", { name: "Without stream 3" }).click();
    await streams.getByLabel("Address").first().fill("gopher://camera.example");
    await streams.getByRole("button", { name: "Save" }).click();
    await streams.getByRole("alert").filter({ hasText: "A URL of a stream" }).waitFor();
    await streams.getByLabel("Address").first().fill(hls);
    await streams.getByRole("button", { name: "Save" }).click();
    await eventually(() => page.locator(".live-stream").count()).toBe(2);
    // What the page may not reach is told by the browser itself.
    expect(complaints.filter((words) => !/Content Security Policy/.test(words))).toEqual([]);
    await close();
  });
});
