/** A video of numbered frames in the annotator of a real browser, and what is on its screen. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import type { Caller, Json } from "./http.ts";
import { createProject, uploadFile } from "./make.ts";
import { numberedVideo } from "./video.ts";

export type Numbered = { project: Json; media: Json; frames: number };

const READY_LIMIT_MS = 90_000;

/** Made ready by the product itself: what is looked at are its own renditions. */
export async function numberedMedia(
  by: Caller,
  { width = 320, height = 180, frames = 150, fps = 30, name = "numbered.mp4", project: into = undefined as Json } = {},
): Promise<Numbered> {
  const folder = mkdtempSync(join(tmpdir(), "atrium-numbered-"));
  try {
    const out = await numberedVideo({ width, height, fps, frames, out: join(folder, "numbered.mp4") });
    const project = into ?? (await createProject(by));
    const file = await uploadFile(by, project.id, name, readFileSync(out));
    const { media } = await by.post("/media", { projectId: project.id, fileId: file.id });
    return { project, media: await ready(by, media.id), frames };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** With all that is made of it. */
export async function ready(by: Caller, id: string): Promise<Json> {
  for (const limit = Date.now() + READY_LIMIT_MS; ; ) {
    const media = await by.get(`/media/${id}`);
    if (media.state === "ready") return media;
    if (media.state === "failed" || Date.now() > limit)
      throw new Error(`The media is ${media.state}: ${JSON.stringify(media.problems)}`);
    await sleep(200);
  }
}

export const onScreen = (page: Page, frame: number) =>
  page.locator(`.an-surface[data-frame="${frame}"]`).waitFor({ timeout: 15_000 });

export async function openAnnotator(page: Page, media: Json, frame = 0): Promise<void> {
  await page.goto(`/media/${media.id}?frame=${frame}`);
  await onScreen(page, frame);
}

/** By the field that says where one is. */
export async function goTo(page: Page, frame: number): Promise<void> {
  const field = page.getByLabel("Frame or time to go to");
  await field.fill(String(frame));
  await field.press("Enter");
  await onScreen(page, frame);
}

/** The number in the pixels on screen, and the frame that the page takes them for. */
export const numberOnScreen = (page: Page): Promise<{ said: number; pixels: number }> => page.evaluate(READ);

/** Looks at every picture drawn for so long; those whose pixels are of another frame than is said. */
export const watch = (page: Page, ms: number): Promise<{ seen: number[]; wrong: number[] }> =>
  page.evaluate(`(async () => {
    const read = () => ${READ};
    const [seen, wrong] = [[], []];
    for (const end = performance.now() + ${ms}; performance.now() < end; ) {
      await new Promise(requestAnimationFrame);
      const { said, pixels } = read();
      if (seen.at(-1) === said) continue;
      seen.push(said);
      if (said !== pixels) wrong.push(said);
    }
    return { seen, wrong };
  })()`);

/** As support/video reads it: the middle of each of twenty cells across the top eighth. */
const READ = `(() => {
  const canvas = document.querySelector(".an-surface");
  const { width, height } = canvas;
  const row = canvas.getContext("2d").getImageData(0, Math.floor(height / 16), width, 1).data;
  let pixels = 0;
  for (let cell = 0; cell < 20; cell++) pixels = pixels * 2 + (row[Math.floor(((cell + 0.5) * width) / 20) * 4] > 125 ? 1 : 0);
  return { said: Number(canvas.dataset.frame), pixels };
})()`;
