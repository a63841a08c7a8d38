/** The annotator as a person uses it: which frame is on screen is read from its pixels, what was drawn from the API. */
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
