/** The annotator in a real browser: opening, seeking and drawing, each beside a bare <video> or its limit. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { goTo, openAnnotator } from "../support/annotator.ts";
import { launchBrowser } from "../support/browser.ts";
import { withKey } from "../support/http.ts";
import { createProject, ended, uploadFile } from "../support/make.ts";
import { temporaryFolder } from "../support/paths.ts";
import { sessionOf } from "../support/people.ts";
import { startSystem } from "../support/system.ts";
import { numberedVideo } from "../support/video.ts";
import { type Bench, note } from "./report.ts";

const SIZE = { width: 1920, height: 1080, fps: 30, frames: 600 };
const SEEKS = 60;
const SHAPES = 2_000;
const OPEN_LIMIT_MS = 1_000;
const SHAPES_LIMIT_MS = 8;
const DRAWINGS = 120;

export async function benchAnnotator({ report, times }: Bench) {
  const home = temporaryFolder("bench-annotator");
  const system = await startSystem({ home: home.path });
  const browser = await launchBrowser();
  try {
    const by = withKey(system.url, system.apiKey);
    note("a 1080p video of 20 s is made ready");
    const out = await numberedVideo({ ...SIZE, out: join(home.path, "bench.mp4") });
    const project = await createProject(by);
    const file = await uploadFile(by, project.id, "bench.mp4", readFileSync(out));
    const { media, run } = await by.post("/media", { projectId: project.id, fileId: file.id });
    await ended(by, run.id, 900_000);
    await fill(by, project.id, media.id);

    const context = await browser.newContext({ baseURL: system.url, viewport: { width: 1440, height: 900 } });
    const cookie = await sessionOf({ email: system.email, password: system.password }, system.url);
    await context.addCookies(
      cookie.split("; ").map((pair) => {
        const at = pair.indexOf("=");
        return { name: pair.slice(0, at), value: pair.slice(at + 1), url: system.url };
      }),
    );
    const page = await context.newPage();
    await openAnnotator(page, media, 0);

    const opened: number[] = [];
    for (let n = 0; n < times; n++) {
      const begun = performance.now();
      await openAnnotator(page, media, 0);
      opened.push(performance.now() - begun);
    }
    report.add({
      ...{ name: "annotator: first frame of a 1080p video, page loaded anew", unit: "ms" },
      ...{ ours: percentile(opened, 0.5), peer: OPEN_LIMIT_MS, peerName: "its limit" },
    });

    const ours: number[] = [];
    const targets = Array.from({ length: SEEKS }, (_, at) => (at * 211) % SIZE.frames);
    for (const frame of targets) ours.push(await seekOurs(page, frame));
    const { items } = await by.post(`/media/${media.id}/urls`, { renditions: ["1080"], disposition: "inline" });
    const bare = await seekBare(page, items[0].url, targets);
    report.add({
      ...{ name: "annotator: paused seek, p95", unit: "ms" },
      ...{ ours: percentile(ours, 0.95), peer: percentile(bare, 0.95), peerName: "a bare <video>, same rendition" },
    });

    await goTo(page, 1);
    const drawn = await drawings(page);
    report.add({
      ...{ name: `annotator: script time for ${SHAPES} shapes, p95`, unit: "ms" },
      ...{ ours: percentile(drawn, 0.95), peer: SHAPES_LIMIT_MS, peerName: "its limit" },
    });
  } finally {
    await browser.close();
    await system.stop();
    home.remove();
  }
}

/** On each of the first frames as many shapes, in several colours. */
async function fill(by: ReturnType<typeof withKey>, projectId: string, mediaId: string) {
  const type = await by.post(`/projects/${projectId}/annotation-types`, { name: "Cell", shape: "box" });
  const items = Array.from({ length: SHAPES }, (_, at) => ({
    ...{ typeId: type.id, frame: 1, x: (at % 50) / 50, y: Math.floor(at / 50) / 40, width: 0.015, height: 0.02 },
  }));
  await by.post(`/media/${mediaId}/localizations`, { items });
}

/** From the key until the pixels of that frame are on the canvas, in the page's own clock. */
const seekOurs = (page: Page, frame: number): Promise<number> =>
  page.evaluate(`(async () => {
    const field = document.querySelector(".an-place");
    const surface = document.querySelector(".an-surface");
    field.focus();
    field.value = "${frame}";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    const begun = performance.now();
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    while (surface.dataset.frame !== "${frame}") await new Promise((resolve) => setTimeout(resolve, 0));
    return performance.now() - begun;
  })()`);

const seekBare = (page: Page, url: string, frames: number[]): Promise<number[]> =>
  page.evaluate(`(async () => {
    const video = document.createElement("video");
    video.muted = true;
    video.preload = "auto";
    video.src = ${JSON.stringify(url)};
    document.body.append(video);
    await new Promise((resolve) => video.addEventListener("loadeddata", resolve, { once: true }));
    const times = [];
    for (const frame of ${JSON.stringify(frames)}) {
      const begun = performance.now();
      video.currentTime = (frame + 0.5) / ${SIZE.fps};
      await new Promise((resolve) => video.addEventListener("seeked", resolve, { once: true }));
      times.push(performance.now() - begun);
    }
    video.remove();
    return times;
  })()`);

/** What drawing the shapes takes each time the picture is moved a little. */
async function drawings(page: Page): Promise<number[]> {
  await page.locator(`canvas[data-shapes="${SHAPES}"]`).waitFor();
  const { x, y } = (await page.locator(".an-stage").boundingBox()) ?? { x: 0, y: 0 };
  await page.mouse.move(x + 400, y + 300);
  await page.evaluate("performance.clearMeasures('annotator.shapes')");
  for (let n = 0; n < DRAWINGS; n++) await page.mouse.wheel(0, n % 2 === 0 ? -40 : 40);
  return page.evaluate("performance.getEntriesByName('annotator.shapes').map(({ duration }) => duration)");
}

const percentile = (values: number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
