/** The annotator in a real browser: opening, seeking and playing, each beside a bare <video> or its limit. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { goTo, onScreen, openAnnotator } from "../support/annotator.ts";
import { launchBrowser } from "../support/browser.ts";
import { type Caller, type Json, withKey } from "../support/http.ts";
import { createProject, ended, uploadFile } from "../support/make.ts";
import { temporaryFolder } from "../support/paths.ts";
import { type RunningSystem, startSystem } from "../support/system.ts";
import { numberedVideo } from "../support/video.ts";
import { playBare, playOurs, seekBare, seekOurs, WATCH_SCRIPT } from "./annotator-page.ts";
import { type Bench, note } from "./report.ts";

const SIZE = { width: 1920, height: 1080, fps: 30, frames: 600 };
const SEEKS = 60;
/** On each of the frames that are played: 100,000 in all. */
const SHAPES = 2_000;
const CROWDED = 50;
const AT_ONCE = 5_000;
const PLAYS = 4;
const FIRST_FRAME_LIMIT_MS = 1_000;
const OPEN_LIMIT_MS = 2_000;
const SCRIPT_LIMIT_MS = 8;

export async function benchAnnotator({ report, times }: Bench) {
  const home = temporaryFolder("bench-annotator");
  const system = await startSystem({ home: home.path });
  const browser = await launchBrowser();
  try {
    const by = withKey(system.url, system.apiKey);
    note("a 1080p video of 20 s is made ready");
    const media = await makeMedia(by, home.path);
    const page = await signedIn(browser, system);
    await openAnnotator(page, media, 0);

    const opened = await several(times, () => openAnnotator(page, media, 0));
    report.add({
      ...{ name: "annotator: first frame of a 1080p video, page loaded anew", unit: "ms" },
      ...{ ours: percentile(opened, 0.5), peer: FIRST_FRAME_LIMIT_MS, peerName: "its limit" },
    });

    const targets = Array.from({ length: SEEKS }, (_, at) => (at * 211) % SIZE.frames);
    const ours: number[] = [];
    for (const frame of targets) ours.push(await seekOurs(page, frame));
    const bare = await seekBare(page, await urlOf(by, media, "1080"), targets, SIZE.fps);
    report.add({
      ...{ name: "annotator: paused seek, p95", unit: "ms" },
      ...{ ours: percentile(ours, 0.95), peer: percentile(bare, 0.95), peerName: "a bare <video>, same rendition" },
    });

    note(`${(SHAPES * CROWDED).toLocaleString("en")} boxes are drawn`);
    await fill(by, media);
    const crowd = page.locator(`canvas[data-shapes="${SHAPES}"]`);
    const filled = await several(times, async () => {
      await page.goto(`/media/${media.id}?frame=1`);
      await crowd.waitFor();
    });
    report.add({
      ...{ name: `annotator: a video of ${SHAPES * CROWDED} localizations, until those of its frame are drawn` },
      ...{ unit: "ms", ours: percentile(filled, 0.5), peer: OPEN_LIMIT_MS, peerName: "its limit" },
    });
    await playing({ report, times: PLAYS }, page, await urlOf(by, media, "720"));
  } finally {
    await browser.close();
    await system.stop();
    home.remove();
  }
}

/** Ours and the bare one in turns, so that both have the same luck with the machine. */
async function playing({ report, times }: Bench, page: Page, url: string) {
  await page.addInitScript(WATCH_SCRIPT);
  await page.reload();
  await page.locator(`canvas[data-shapes="${SHAPES}"]`).waitFor();
  await page.getByText("Loading objects").waitFor({ state: "detached" });
  const script: number[] = [];
  const pictures: number[] = [];
  const shown = { ours: 0, bare: 0 };
  for (let n = 0; n < times; n++) {
    await goTo(page, 0);
    const played = await playOurs(page, CROWDED);
    await onScreen(page, await page.evaluate(`Number(document.querySelector(".an-place").value)`));
    script.push(...played.script);
    pictures.push(...played.pictures);
    shown.ours += played.shown;
    shown.bare += await playBare(page, url, CROWDED, SIZE.fps);
  }
  report.add({
    ...{ name: `annotator: script in one frame of the screen while ${SHAPES} shapes move, p95`, unit: "ms" },
    ...{ ours: percentile(script, 0.95), peer: SCRIPT_LIMIT_MS, peerName: "its limit" },
  });
  report.add({
    ...{ name: "annotator: script and one picture put on its canvas by the browser, p95 of each", unit: "ms" },
    ...{ ours: percentile(script, 0.95) + percentile(pictures, 0.95) },
    ...{ peer: SCRIPT_LIMIT_MS, peerName: "the limit of the script alone" },
  });
  const dropped = (count: number) => Math.max(1, times * CROWDED - count);
  report.add({
    ...{ name: `annotator: dropped of ${times * CROWDED} frames with ${SHAPES} shapes on each`, unit: "frames" },
    ...{ ours: dropped(shown.ours), peer: dropped(shown.bare), peerName: "a bare <video>; none counts as one" },
  });
}

async function makeMedia(by: Caller, folder: string): Promise<Json> {
  const out = await numberedVideo({ ...SIZE, out: join(folder, "bench.mp4") });
  const project = await createProject(by);
  const file = await uploadFile(by, project.id, "bench.mp4", readFileSync(out));
  const { media, run } = await by.post("/media", { projectId: project.id, fileId: file.id });
  await ended(by, run.id, 900_000);
  return media;
}

async function urlOf(by: Caller, media: Json, rendition: string): Promise<string> {
  const { items } = await by.post(`/media/${media.id}/urls`, { renditions: [rendition], disposition: "inline" });
  return items[0].url;
}

async function signedIn(browser: Browser, { url, email, password }: RunningSystem): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } });
  const answer = await context.request.post("/api/auth/sign-in/email", {
    headers: { origin: new URL(url).origin },
    data: { email, password },
  });
  if (!answer.ok()) throw new Error(`Signing in answered ${answer.status()}`);
  return context.newPage();
}

async function fill(by: Caller, { id, projectId }: Json): Promise<void> {
  const type = await by.post(`/projects/${projectId}/annotation-types`, { name: "Cell", shape: "box" });
  for (let first = 0; first < SHAPES * CROWDED; first += AT_ONCE) {
    const items = Array.from({ length: AT_ONCE }, (_, nth) => {
      const [frame, at] = [Math.floor((first + nth) / SHAPES), (first + nth) % SHAPES];
      const [x, y] = [((at % 50) + (frame % 10) / 20) / 51, Math.floor(at / 50) / 40];
      return { typeId: type.id, frame, x, y, width: 0.015, height: 0.02 };
    });
    await by.post(`/media/${id}/localizations`, { items });
  }
}

async function several(times: number, work: () => Promise<unknown>): Promise<number[]> {
  const all: number[] = [];
  for (let n = 0; n < times; n++) {
    const begun = performance.now();
    await work();
    all.push(performance.now() - begun);
  }
  return all;
}

const percentile = (values: number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
