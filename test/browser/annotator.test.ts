/** The annotator as a person uses it: which frame is on screen is read from its pixels, what was drawn from the API. */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import {
  goTo,
  type Numbered,
  numberedMedia,
  numberOnScreen,
  onScreen,
  openAnnotator,
  watch,
} from "../support/annotator.ts";
import { newPerson, type Person } from "../support/people.ts";
import { createRandom } from "../support/random.ts";
import { createSession } from "../support/session-model.ts";
import { eventually, expectAccessible, picture, useBrowser } from "../support/visit.ts";

const FULL = process.env.ATRIUM_TEST_RING === "full";
const SEEKS = FULL ? 200 : 20;
const STEPS = FULL ? 100 : 15;
const FORWARD = [0.125, 0.25, 0.5, 0.75, 1, 1.5, 2, 2.5, 3, 3.5, 4, 6, 8, 16, 32, 64];
const RATES = FORWARD.flatMap((rate) => [rate, -rate]);
/** At the slowest a frame stays for a quarter of a second. */
const WATCHED_MS = 900;

const visit = useBrowser();
let ada: Person;
let video: Numbered;
let types: { id: string }[];

beforeAll(async () => {
  ada = await newPerson("Ada");
  video = await numberedMedia(ada.session);
  const make = (body: object) => ada.session.post(`/projects/${video.project.id}/annotation-types`, body);
  await ada.session.post(`/projects/${video.project.id}/layers`, { name: "Review" });
  const attributes = [{ name: "Sex", dtype: "enum", choices: ["female", "male"] }];
  types = [
    await make({ name: "Lingcod", shape: "box", color: "#4fc3f7", hotkey: "f", attributes, position: 0 }),
    await make({ name: "Rockfish", shape: "box", color: "#ffb74d", hotkey: "g", attributes, position: 1 }),
    await make({ name: "Path", shape: "track", color: "#ce93d8", interpolation: "linear", position: 2 }),
  ];
}, 120_000);

describe("the frame on screen is the frame that was asked for", () => {
  it("after seeks, steps and quick changes of mind, forward and back", async () => {
    const { page, complaints, close } = await visit({ as: ada });
    await openAnnotator(page, video.media, 7);
    const { next: random } = createRandom(11);
    const last = video.frames - 1;
    const wrong: object[] = [];
    let at = 7;
    for (let seek = 0; seek < SEEKS; seek++) {
      const kind = seek % 4;
      if (kind === 0) at = Math.floor(random() * video.frames);
      if (kind === 1) at = Math.min(last, at + 1);
      if (kind === 2) at = Math.max(0, at - 1);
      if (kind === 3) at = Math.max(0, at - 30);
      if (kind === 0) await goTo(page, at);
      else await page.keyboard.press({ 1: ".", 2: ",", 3: "Shift+ArrowLeft" }[kind] ?? ".");
      await onScreen(page, at);
      const { said, pixels } = await numberOnScreen(page);
      if (said !== at || pixels !== at) wrong.push({ seek, kind, at, said, pixels });
    }
    // Faster than anything decodes: only the last one counts.
    for (let step = 0; step < 12; step++) await page.keyboard.press(",");
    at = Math.max(0, at - 12);
    await onScreen(page, at);
    expect((await numberOnScreen(page)).pixels).toBe(at);
    expect(wrong).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it.runIf(FULL)(
    "while it plays, at every rate and in both directions",
    async () => {
      const { page, complaints, close } = await visit({ as: ada });
      await openAnnotator(page, video.media, 75);
      for (const rate of RATES) {
        await goTo(page, rate < 0 ? video.frames - 1 : 0);
        await page.getByRole("button", { name: /^Rate/ }).click();
        await page.getByRole("menuitem", { name: `${rate < 0 ? "−" : ""}${Math.abs(rate)}×`, exact: true }).click();
        await page.getByRole("button", { name: "Play", exact: true }).click();
        const { seen, wrong } = await watch(page, WATCHED_MS);
        await page.keyboard.press("k");
        expect(wrong, `at ${rate}`).toEqual([]);
        expect(seen.length, `at ${rate}`).toBeGreaterThan(Math.abs(rate) > 16 ? 0 : 1);
        const way = seen.filter((frame, before) => before > 0 && (frame - (seen[before - 1] ?? 0)) * rate < 0);
        expect(way, `backwards at ${rate}`).toEqual([]);
      }
      expect(complaints).toEqual([]);
      await close();
    },
    240_000,
  );

  it.runIf(FULL)("where the browser has no decoder to give, through its own player", async () => {
    const { page, complaints, close } = await visit({ as: ada });
    await page.addInitScript("delete globalThis.VideoDecoder");
    await openAnnotator(page, video.media, 31);
    for (const frame of [0, 29, 30, 149, 59, 60]) {
      await goTo(page, frame);
      expect(await numberOnScreen(page)).toEqual({ said: frame, pixels: frame });
    }
    await page.getByText("Shown by the browser's player").waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

it(`a session of ${STEPS} steps ends with exactly the rows that were meant`, async () => {
  const { page, complaints, close } = await visit({ as: ada });
  await openAnnotator(page, video.media);
  const session = await createSession(
    page,
    video.frames,
    types.slice(0, 2).map(({ id }) => id),
  );
  for (let step = 0; step < STEPS; step++) await session.act(step);
  await page.getByText("All changes saved").waitFor();
  const read = async () =>
    (await ada.session.get(`/media/${video.media.id}/localizations?limit=1000`)).items.map(
      (row: Record<string, unknown>) => [row.frame, row.typeId, row.x, row.y, row.width, row.height],
    );
  const sorted = (rows: unknown[][]) => rows.map((row) => row.map(rounded).join(" ")).sort();
  await eventually(async () => sorted(await read())).toEqual(sorted(session.expected()));
  expect(session.expected().length).toBeGreaterThan(2);

  // And a reload shows the same.
  await page.reload();
  await page.getByText(new RegExp(`^${session.expected().length} objects`)).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

const rounded = (value: unknown) => (typeof value === "number" ? value.toFixed(3) : value);

it.runIf(FULL)(
  "a track is one box a frame until Esc, and what is required is asked for before it is saved",
  async () => {
    const { page, complaints, close } = await visit({ as: ada });
    const other = await numberedMedia(ada.session, { frames: 40, name: "track.mp4" });
    const make = (body: object) => ada.session.post(`/projects/${other.project.id}/annotation-types`, body);
    const required = [{ name: "Sex", dtype: "enum", choices: ["female", "male"], required: true }];
    await make({ name: "Crab", shape: "box" });
    await make({ name: "Walk", shape: "track", interpolation: "linear" });
    await make({ name: "Eel", shape: "line", attributes: required });
    await openAnnotator(page, other.media);
    await page.keyboard.press("t");
    for (const frame of [0, 1, 2]) {
      await onScreen(page, frame);
      await page.keyboard.press("Enter");
    }
    await onScreen(page, 3);
    await page.keyboard.press("Escape");
    await page.getByText("All changes saved").waitFor();
    const [track] = (await ada.session.get(`/media/${other.media.id}/states`)).items;
    expect(track).toMatchObject({ segments: [[0, 2]] });
    expect(track.localizationIds).toHaveLength(3);

    await page.keyboard.press("l");
    await page.keyboard.press("Enter");
    await page.getByText("Sex is wanted before it is saved").waitFor();
    await page.getByRole("button", { name: /^Sex/ }).click();
    await page.getByRole("option", { name: "female" }).click();
    await page.getByText("Sex is wanted").waitFor({ state: "detached" });
    // The track once more: drawn on, trimmed, and all of it taken back.
    const boxes = async () =>
      (await ada.session.get(`/media/${other.media.id}/states`)).items[0].localizationIds.length;
    await page.keyboard.press("Escape");
    await page.keyboard.press("v");
    await goTo(page, 1);
    await page.keyboard.press("1");
    const card = page.getByRole("region", { name: "Track", exact: true });
    for (const [key, count] of [
      ["e", 13],
      ["}", 2],
      ["ControlOrMeta+z", 13],
      ["ControlOrMeta+z", 3],
      ["ControlOrMeta+Shift+z", 13],
      ["ControlOrMeta+z", 3],
    ] as const) {
      await page.keyboard.press(key);
      await card.getByText(`${count} boxes`).waitFor();
      expect(await boxes(), key).toBe(count);
    }

    // Whatever can be clicked around the picture can be done by a key, and the list of keys says so.
    const words = (text: string) =>
      text
        .toLowerCase()
        .split(/[^a-z]+/)
        .filter(Boolean);
    const labels = (await textsOf(page, ":is(.an-tools, .an-transport, .an-card) button")).map((label) =>
      label.replace(/^Undo.*|, .*$/, (rest) => (rest.startsWith("Undo") ? "Undo" : "")),
    );
    await page.keyboard.press("?");
    const listed = (await textsOf(page, "[role=dialog] li")).map(words);
    const missing = labels.filter((label) => !listed.some((line) => words(label).every((word) => line.includes(word))));
    expect(labels.length).toBeGreaterThan(18);
    expect(missing).toEqual([]);
    await page.keyboard.press("Escape");

    const lines = async () =>
      (await ada.session.get(`/media/${other.media.id}/localizations?limit=10`)).items.filter(
        ({ u }: { u: number | null }) => u !== null,
      );
    await eventually(async () => (await lines()).map((row: { attributes: object }) => row.attributes)).toEqual([
      { Sex: "female" },
    ]);
    expect(complaints).toEqual([]);
    await close();
  },
);

it.runIf(FULL)("videos side by side stand on the same moment to the frame, and end together", async () => {
  const { page, complaints, close } = await visit({ as: ada });
  const other = await numberedMedia(ada.session, { frames: 60, name: "later.mp4" });
  const offsets = [0, 20, -10];
  const ids = [video.media.id, other.media.id, video.media.id];
  const both = { projectId: video.project.id, name: "Both", ids, rows: 2, columns: 2, offsets };
  const multi = await ada.session.post("/media/multi", both);
  await page.goto(`/media/${multi.id}?frame=40`);
  const pixels = () => page.evaluate<number[]>(NUMBERS);
  await eventually(pixels).toEqual([40, 20, 50]);
  await page.keyboard.press(".");
  await eventually(pixels).toEqual([41, 21, 51]);
  await page.keyboard.press("Shift+ArrowLeft");
  await eventually(pixels).toEqual([11, 21, 21]);
  await page.getByText("Not on the screen at this time").waitFor();
  await goTo(page, 70);
  await eventually(pixels).toEqual([70, 50, 80]);
  await page.keyboard.press(" ");
  await page.waitForTimeout(700);
  await page.keyboard.press("k");
  await eventually(async () => {
    const [first = 0, second = 0, third = 0] = await pixels();
    return first > 71 && third === first + 10 && (first >= 80 || second === first - 20);
  }).toBe(true);
  // What is drawn is drawn on the view that is active.
  await page.keyboard.press("w");
  await goTo(page, 30);
  await eventually(pixels).toEqual([50, 30, 60]);
  expect(new URL(page.url()).searchParams.get("view")).toBe("1");
  expect(complaints).toEqual([]);
  await close();
});

/** What elements are called, without the keys behind it. */
const textsOf = (page: Page, selector: string): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll(${JSON.stringify(selector)})].map((one) => {
    const texts = [...one.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data);
    return one.getAttribute("aria-label") ?? texts.join(" ");
  })`);

/** In the pixels of every view. */
const NUMBERS = `[...document.querySelectorAll(".an-surface")].map((canvas) => {
  const { width, height } = canvas;
  const row = canvas.getContext("2d").getImageData(0, Math.floor(height / 16), width, 1).data;
  let number = 0;
  for (let cell = 0; cell < 20; cell++) number = number * 2 + (row[Math.floor(((cell + 0.5) * width) / 20) * 4] > 125 ? 1 : 0);
  return number;
})`;

it.each(FULL ? (["light", "dark"] as const) : (["light"] as const))("is accessible, %s", async (scheme) => {
  const { page, close } = await visit({ as: ada, scheme });
  await openAnnotator(page, video.media, 3);
  await page.keyboard.press("b");
  await page.keyboard.press("Enter");
  await page.getByText("All changes saved").waitFor();
  await expectAccessible(page, `annotator ${scheme}`);
  await picture(page, `annotator ${scheme}`);
  await close();
});
