/** A picture that is too large to be shown at once: what is on the screen is read from its pixels. */
import type { Page } from "playwright-core";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { ready } from "../support/annotator.ts";
import type { Json } from "../support/http.ts";
import { createProject, uploadFile } from "../support/make.ts";
import { newPerson, type Person } from "../support/people.ts";
import { FULL } from "../support/ring.ts";
import { eventually, expectAccessible, picture, useBrowser } from "../support/visit.ts";

const SIDE = 6_000;
const CELL = 500;
/** Of this cell every pixel is black or white in turn: only the whole picture shows that. */
const FINE = { column: 7, row: 5 };
const SQUARES = 1 + 4 + 9 + 36 + 144;
const visit = useBrowser();

const isFine = (x: number, y: number) => Math.floor(x / CELL) === FINE.column && Math.floor(y / CELL) === FINE.row;
const colorAt = (x: number, y: number): [number, number, number] =>
  isFine(x, y)
    ? [(x + y) % 2 === 0 ? 255 : 0, (x + y) % 2 === 0 ? 255 : 0, (x + y) % 2 === 0 ? 255 : 0]
    : [Math.floor(x / CELL) * 20, Math.floor(y / CELL) * 20, 120];

async function largePicture(): Promise<Buffer> {
  const pixels = Buffer.alloc(SIDE * SIDE * 3);
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) {
      const at = (y * SIDE + x) * 3;
      [pixels[at], pixels[at + 1], pixels[at + 2]] = colorAt(x, y);
    }
  return sharp(pixels, { raw: { width: SIDE, height: SIDE, channels: 3 } })
    .png({ compressionLevel: 3 })
    .toBuffer();
}

/** How the picture lies on the stage now. */
const lies = (page: Page) =>
  page.evaluate<{ x: number; y: number; scale: number; width: number; height: number }>(`(() => {
    const stage = document.querySelector(".an-stage").getBoundingClientRect();
    const picture = document.querySelector(".an-picture").getBoundingClientRect();
    return { x: picture.x - stage.x, y: picture.y - stage.y, scale: picture.width / ${SIDE}, width: stage.width, height: stage.height };
  })()`);

/** What the tiles show of these pixels of the picture. */
const shown = (page: Page, places: (readonly [number, number])[]) =>
  page.evaluate<number[][]>(`(() => {
    const canvas = document.querySelector(".an-deep");
    const stage = document.querySelector(".an-stage").getBoundingClientRect();
    const picture = document.querySelector(".an-picture").getBoundingClientRect();
    const scale = picture.width / ${SIDE};
    return ${JSON.stringify(places)}.map(([x, y]) => [...canvas.getContext("2d").getImageData(
      Math.floor(picture.x - stage.x + (x + 0.5) * scale), Math.floor(picture.y - stage.y + (y + 0.5) * scale), 1, 1).data]);
  })()`);

const settled = (page: Page, level: number) =>
  page.locator(`.an-deep[data-level="${level}"][data-missing="0"]`).waitFor({ timeout: 20_000 });

/** By the wheel, until a pixel of the picture is so large. */
async function closer(page: Page, scale: number): Promise<void> {
  for (let { scale: now } = await lies(page); now < scale; now = (await lies(page)).scale) {
    await page.mouse.wheel(0, -150);
    await eventually(async () => (await lies(page)).scale).toBeGreaterThan(now);
  }
}

/** Middles of cells that are on the stage, each with the colour it has to have. */
async function expectColors(page: Page): Promise<number> {
  const { x, y, scale, width, height } = await lies(page);
  const places: [number, number][] = [];
  for (let row = 0; row < SIDE / CELL; row++)
    for (let column = 0; column < SIDE / CELL; column++) {
      const [px, py] = [(column + 0.5) * CELL, (row + 0.5) * CELL];
      const [sx, sy] = [x + px * scale, y + py * scale];
      if (!isFine(px, py) && sx > 2 && sy > 2 && sx < width - 2 && sy < height - 2) places.push([px, py]);
    }
  const wrong = (await shown(page, places)).flatMap((color, at) => {
    const [px = 0, py = 0] = places[at] ?? [];
    const off = Math.max(...colorAt(px, py).map((value, channel) => Math.abs(value - (color[channel] ?? 0))));
    return off > 12 || color[3] !== 255 ? [{ px, py, color }] : [];
  });
  expect(wrong).toEqual([]);
  return places.length;
}

describe.runIf(FULL)("a picture of 6,000 by 6,000 pixels", () => {
  let ada: Person;
  let media: Json;

  beforeAll(async () => {
    ada = await newPerson("Ada");
    const project = await createProject(ada.key);
    const file = await uploadFile(ada.key, project.id, "seabed.png", await largePicture());
    const made = await ada.key.post("/media", { projectId: project.id, fileId: file.id });
    media = await ready(ada.key, made.media.id);
  }, 120_000);

  it("is looked at from whole to single pixels, and only what is on the screen is fetched", async () => {
    const { page, context, complaints, close } = await visit({ as: ada });
    const ranges: string[] = [];
    page.on("request", (request) => {
      const { range } = request.headers();
      if (/\.tiles/.test(request.url()) && range) ranges.push(range);
    });
    await page.goto(`/media/${media.id}`);
    await settled(page, 2);
    expect(ranges.length).toBe(9);
    expect(await expectColors(page)).toBe(143);
    await page.getByRole("status").getByText("Picture of 6,000 by 6,000 pixels at 13 %").waitFor();
    await picture(page, "tiles whole");
    await expectAccessible(page, "a very large picture");

    // The place under the pointer stays where it is.
    const fine = [FINE.column * CELL + 200, FINE.row * CELL + 200] as const;
    const { x, y, scale } = await lies(page);
    const stage = await page.locator(".an-stage").boundingBox();
    const spot = [(stage?.x ?? 0) + x + fine[0] * scale, (stage?.y ?? 0) + y + fine[1] * scale] as const;
    await page.mouse.move(...spot);
    await closer(page, 0.6);
    await settled(page, 4);
    expect(await expectColors(page)).toBeGreaterThan(2);
    await picture(page, "tiles close");
    await closer(page, 8);
    await settled(page, 4);
    const places = Array.from({ length: 24 }, (_, at) => [fine[0] + at, fine[1] + (at % 3)] as const);
    const bright = (await shown(page, places)).map(([red = 0]) => (red > 128 ? 255 : 0));
    expect(bright).toEqual(places.map(([px, py]) => colorAt(px, py)[0]));
    expect(ranges.length).toBeLessThan(SQUARES / 3);

    // Moved by a drag and by keys, back to the whole by a key; what was here is not fetched again.
    await page.keyboard.press("0");
    await eventually(async () => (await lies(page)).scale).toBeCloseTo(scale, 4);
    await settled(page, 2);
    expect(ranges.filter((range) => range === ranges[0]).length).toBe(1);
    for (let n = 0; n < 5; n++) await page.keyboard.press("+");
    await eventually(async () => (await lies(page)).scale / scale).toBeCloseTo(1.25 ** 5);
    await settled(page, 3);
    const before = await lies(page);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Shift+ArrowDown");
    await eventually(async () => before.y - (await lies(page)).y).toBeGreaterThan(300);
    const moved = await lies(page);
    expect(before.x - moved.x).toBeCloseTo(64, 0);
    await page.keyboard.press("h");
    await page.mouse.move(600, 400);
    await page.mouse.down();
    await page.mouse.move(700, 350, { steps: 4 });
    await page.mouse.up();
    await eventually(async () => (await lies(page)).x - moved.x).toBeCloseTo(100, 0);
    await settled(page, 3);
    expect(await expectColors(page)).toBeGreaterThan(4);

    // Two fingers that part to twice as far.
    const touch = await context.newCDPSession(page);
    await touch.send("Emulation.setTouchEmulationEnabled", { enabled: true, maxTouchPoints: 2 });
    const fingers = (type: "touchStart" | "touchMove" | "touchEnd", ...at: number[]) =>
      touch.send("Input.dispatchTouchEvent", { type, touchPoints: at.map((px, id) => ({ x: px, y: 400, id })) });
    const apart = await lies(page);
    await fingers("touchStart", 600);
    await fingers("touchStart", 600, 700);
    for (let by = 10; by <= 50; by += 10) await fingers("touchMove", 600 - by, 700 + by);
    await fingers("touchEnd");
    await eventually(async () => (await lies(page)).scale / apart.scale).toBeCloseTo(2, 1);
    expect(complaints).toEqual([]);
    await close();
  });

  it("comes back by itself after a square could not be fetched, in the dark too", async () => {
    const { page, complaints, close } = await visit({ as: ada, scheme: "dark" });
    // First the index, then a square.
    let asked = 0;
    const refused = [1, 4];
    await page.route(/\.tiles/, (route) =>
      refused.includes(++asked) ? route.fulfill({ status: 500 }) : route.continue(),
    );
    const complaint = page.getByText("parts of it could not be loaded");
    await page.goto(`/media/${media.id}`);
    await complaint.waitFor();
    await page.keyboard.press("+");
    await eventually(() => asked).toBeGreaterThanOrEqual(4);
    await complaint.waitFor();
    await page.keyboard.press("+");
    await settled(page, 2);
    await eventually(() => complaint.count()).toBe(0);
    await expectColors(page);
    await picture(page, "tiles dark");
    await expectAccessible(page, "a very large picture in the dark");
    expect(complaints).toEqual([]);
    await close();
  });
});
