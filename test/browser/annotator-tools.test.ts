/** The annotator's tools, each as a person uses it; what came of it is read from the API. */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { goTo, type Numbered, numberedMedia, onScreen, openAnnotator } from "../support/annotator.ts";
import type { Json } from "../support/http.ts";
import { newPerson, type Person } from "../support/people.ts";
import { FULL } from "../support/ring.ts";
import { eventually, useBrowser } from "../support/visit.ts";

const [UNDO, REDO] = ["ControlOrMeta+z", "ControlOrMeta+Shift+z"];

describe.runIf(FULL)("the annotator's tools", () => {
  const visit = useBrowser();
  let ada: Person;
  let first: Numbered;
  let second: Numbered;
  let types: Record<"lingcod" | "rockfish" | "sculpin" | "reef" | "cut" | "path", string>;

  beforeAll(async () => {
    ada = await newPerson("Ada");
    first = await numberedMedia(ada.session, { frames: 60, name: "first.mp4" });
    second = await numberedMedia(ada.session, { frames: 60, name: "second.mp4", project: first.project });
    const make = async (body: object): Promise<string> =>
      (await ada.session.post(`/projects/${first.project.id}/annotation-types`, body)).id;
    const sex = { name: "Sex", dtype: "enum", choices: ["female", "male"], required: true };
    types = {
      lingcod: await make({ name: "Lingcod", shape: "box", hotkey: "f", attributes: [sex], position: 0 }),
      rockfish: await make({ name: "Rockfish", shape: "box", hotkey: "q", position: 1 }),
      sculpin: await make({ name: "Sculpin", shape: "box", position: 5 }),
      reef: await make({ name: "Reef", shape: "polygon", position: 2 }),
      cut: await make({ name: "Edge", shape: "line", position: 3 }),
      path: await make({ name: "Path", shape: "track", interpolation: "linear", position: 4 }),
    };
    await ada.session.post(`/projects/${first.project.id}/layers`, { name: "Baseline" });
  }, 180_000);

  const drawn = async (media: Json, query = ""): Promise<Json[]> =>
    (await ada.session.get(`/media/${media.id}/localizations?limit=1000${query}`)).items;
  const draw = async (media: Json, items: object[]): Promise<string[]> =>
    (await ada.session.post(`/media/${media.id}/localizations`, { items })).items.map((one: Json) => one.elementalId);

  it("polygons are united, cut and split, and each is taken back and done again", async () => {
    const ring = (x: number, y: number, right: number, bottom: number) => [
      [x, y],
      [right, y],
      [right, bottom],
      [x, bottom],
    ];
    const reef = { typeId: types.reef, frame: 5 };
    await draw(first.media, [
      { ...reef, points: ring(0.1, 0.2, 0.4, 0.6) },
      { ...reef, points: ring(0.3, 0.3, 0.6, 0.7) },
      { typeId: types.cut, frame: 5, x: 0.05, y: 0.4, u: 0.2, v: 0 },
    ]);
    const { page, complaints, close } = await visit({ as: ada });
    await openAnnotator(page, first.media, 5);
    await expectListed(page, 3);
    /** Of each outline its area in hundredths, and how many lines there are. */
    const areas = async () => {
      const rows = await drawn(first.media, "&frame=5:5");
      const outlines = rows
        .filter(({ points }) => points)
        .map(({ points }) => Math.round(areaOf(points) * 10_000) / 100);
      return [...outlines.sort((a, b) => a - b), `lines ${rows.filter(({ points }) => !points).length}`];
    };
    const begin = [12, 12, "lines 1"];
    for (const [chosen, key, done] of [
      [["Reef", "Reef"], "u", [21, "lines 1"]],
      [["Reef", "Reef"], "Shift+U", [9, 12, "lines 1"]],
      [["Reef", "Edge"], "s", [6, 6, 12, "lines 0"]],
    ] as const) {
      await choose(page, chosen);
      await page.keyboard.press(key);
      await eventually(areas, key).toEqual(done);
      await page.keyboard.press(UNDO);
      await eventually(areas, `${key} taken back`).toEqual(begin);
      await page.keyboard.press(REDO);
      await eventually(areas, `${key} again`).toEqual(done);
      await page.keyboard.press(UNDO);
      await eventually(areas, `${key} taken back again`).toEqual(begin);
    }
    await page.getByText("All changes saved").waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it("tracks are filled, interpolated, extended, trimmed and merged, and each is taken back and done again", async () => {
    const box = (frame: number, x: number, key = true) => ({
      ...{ typeId: types.rockfish, frame, x, y: 0.3, width: 0.1, height: 0.2, key },
    });
    const one = await draw(first.media, [box(10, 0.1), box(15, 0.9, false), box(20, 0.5)]);
    const other = await draw(first.media, [box(30, 0.5), box(32, 0.6)]);
    const made = await ada.session.post(`/media/${first.media.id}/states`, {
      items: [one, other].map((localizationIds) => ({ typeId: types.path, localizationIds })),
    });
    const [id, mate] = made.items.map(({ elementalId }: Json) => elementalId);
    const { page, complaints, close } = await visit({ as: ada });
    await openAnnotator(page, first.media, 10);
    await page.keyboard.press("1");
    const card = page.getByRole("region", { name: "Track", exact: true });
    await card.getByText("3 boxes").waitFor();

    /** Frames of the track, and of its mate where that is still there. */
    const frames = async (): Promise<Record<string, number[][]>> => {
      const { items } = await ada.session.get(`/media/${first.media.id}/states`);
      return Object.fromEntries(
        items.map((state: Json) => [state.elementalId === id ? "track" : "mate", state.segments]),
      );
    };
    const begin = {
      track: [
        [10, 10],
        [15, 15],
        [20, 20],
      ],
      mate: [
        [30, 30],
        [32, 32],
      ],
    };
    const { mate: apart } = begin;
    expect([mate, await frames()]).toEqual([expect.any(String), begin]);
    const merge = async () => {
      await card.getByRole("button", { name: "Merge" }).click();
      await page.getByRole("menuitem", { name: /frames 30–32/ }).click();
    };
    for (const [what, act, done] of [
      ["fill", () => page.keyboard.press("Shift+I"), { track: [[10, 20]], mate: apart }],
      ["interpolate", () => page.keyboard.press("i"), { track: [[10, 20]], mate: apart }],
      [
        "extend",
        () => page.keyboard.press("e"),
        {
          track: [
            [10, 10],
            [15, 15],
            [20, 30],
          ],
          mate: apart,
        },
      ],
      [
        "extend back",
        () => page.keyboard.press("Shift+E"),
        {
          track: [
            [0, 10],
            [15, 15],
            [20, 20],
          ],
          mate: apart,
        },
      ],
      ["trim", () => page.keyboard.press("}"), { track: [[10, 10]], mate: apart }],
      ["merge", merge, { track: [...begin.track, ...apart] }],
    ] as const) {
      await act();
      await eventually(frames, what).toEqual(done);
      if (what === "interpolate") {
        // What was drawn wrongly between its keys lies on the line between them now.
        const [between] = await drawn(first.media, "&frame=15:15");
        expect(between.x).toBeCloseTo(0.3, 5);
      }
      for (const [key, wanted] of [
        [UNDO, begin],
        [REDO, done],
        [UNDO, begin],
      ] as const) {
        await card.and(page.locator("[aria-busy=false]")).waitFor();
        await page.keyboard.press(key);
        await eventually(frames, `${what}, ${key}`).toEqual(wanted);
      }
      await card.and(page.locator("[aria-busy=false]")).waitFor();
    }
    const [between] = await drawn(first.media, "&frame=15:15");
    expect(between.x).toBeCloseTo(0.9, 5);

    // What all of its boxes are is said once, and taken back once.
    const classes = async () => new Set((await drawn(first.media, "&frame=10:20")).map(({ typeId }): string => typeId));
    await page.getByRole("button", { name: "Select all its boxes" }).click();
    await page.getByRole("region", { name: "Selected" }).getByText("3 selected").waitFor();
    await page.getByRole("button", { name: "Class", exact: true }).click();
    await page.getByRole("menuitem", { name: "Sculpin" }).click();
    await eventually(classes).toEqual(new Set([types.sculpin]));
    await page.keyboard.press(UNDO);
    await eventually(classes).toEqual(new Set([types.rockfish]));
    expect(complaints).toEqual([]);
    await close();
  });

  it("classes by their keys, the last values again without a question, hiding, and the next media with all of that", async () => {
    const { page, complaints, close } = await visit({ as: ada });
    await openAnnotator(page, first.media, 40);
    const added = async () =>
      (await drawn(first.media, "&frame=40:49")).map(({ frame, typeId, attributes }) => [frame, typeId, attributes]);
    await page.keyboard.press("r");
    await page.keyboard.press("f");
    await page.keyboard.press("Enter");
    await page.getByText("Sex is wanted before it is saved").waitFor();
    await page.getByRole("button", { name: /^Sex/ }).click();
    await page.getByRole("option", { name: "female" }).click();
    await page.getByText("Sex is wanted").waitFor({ state: "detached" });
    // From now on a key and a box is all it takes.
    for (const [frame, key] of [
      [41, "f"],
      [42, "q"],
      [43, "f"],
    ] as const) {
      await goTo(page, frame);
      await page.keyboard.press("Escape");
      await page.keyboard.press(key);
      await page.keyboard.press("Enter");
    }
    const female = { Sex: "female" };
    await eventually(added).toEqual([
      [40, types.lingcod, female],
      [41, types.lingcod, female],
      [42, types.rockfish, {}],
      [43, types.lingcod, female],
    ]);
    // With something selected a class's key makes it that; what was said before comes back with the class.
    await goTo(page, 43);
    await page.keyboard.press("1");
    await page.keyboard.press("q");
    await eventually(async () => (await added()).at(-1)?.[1]).toBe(types.rockfish);
    await page.keyboard.press(UNDO);
    await eventually(async () => (await added()).at(-1)).toEqual([43, types.lingcod, female]);

    await expectListed(page, 1);
    await page.keyboard.press("1");
    await page.keyboard.press("x");
    await expectListed(page, 0);
    await page.getByRole("button", { name: "Show all" }).waitFor();
    await page.keyboard.press("Shift+X");
    await expectListed(page, 1);
    expect((await added()).length).toBe(4);

    // The look goes along, and the page is not loaded anew.
    await page.evaluate("globalThis.isSamePage = true");
    await page.keyboard.press("c");
    await page.getByText("Coloured by Layer").waitFor();
    await page.keyboard.press("Shift+O");
    await page.keyboard.press("PageDown");
    await page.waitForURL(new RegExp(second.media.id));
    await onScreen(page, 0);
    await page.getByText("Coloured by Layer").waitFor();
    expect(await page.evaluate("globalThis.isSamePage")).toBe(true);
    await page.keyboard.press("f");
    await page.keyboard.press("Enter");
    await page.getByText("All changes saved").waitFor();
    const [fresh, ...more] = await drawn(second.media);
    expect([fresh?.typeId, fresh?.attributes, more]).toEqual([types.lingcod, female, []]);
    await page.keyboard.press("PageUp");
    await page.waitForURL(new RegExp(first.media.id));
    await onScreen(page, 0);
    expect(complaints).toEqual([]);
    await close();
  });

  it("a colleague who may only look sees what is drawn, is told so, and can change nothing", async () => {
    const ben = await newPerson("Ben");
    await ada.session.post(`/entities/${first.project.id}/grants`, { email: ben.email, bundle: "viewer" });
    const [id = ""] = await draw(first.media, [
      { typeId: types.rockfish, frame: 55, x: 0.2, y: 0.2, width: 0.3, height: 0.3 },
    ]);
    const before = await ada.session.get(`/localizations/${id}`);
    const { page, complaints, close } = await visit({ as: ben });
    const asked: string[] = [];
    page.on("request", (request) => {
      if (request.method() !== "GET") asked.push(`${request.method()} ${new URL(request.url()).pathname}`);
    });
    await openAnnotator(page, first.media, 55);
    await expectListed(page, 1);
    await page.getByText("Only looking").first().waitFor();
    for (const name of ["Box", "Polygon", "Line", "Point", "Track"])
      expect(await page.getByRole("button", { name, exact: true }).isDisabled(), name).toBe(true);
    await page.keyboard.press("1");
    await page.getByRole("region", { name: "Selected" }).getByText("You may only look").waitFor();
    for (const name of ["Delete", "Class", "Bring it over", "New layer", "New class"])
      expect(await page.getByRole("button", { name, exact: true }).count(), name).toBe(0);
    for (const key of [
      "f",
      "Enter",
      "b",
      "Enter",
      "Escape",
      "1",
      "q",
      "Delete",
      "ArrowRight",
      "ControlOrMeta+c",
      "ControlOrMeta+v",
      "t",
      "Enter",
    ])
      await page.keyboard.press(key);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Classes", exact: true }).click();
    await page.getByText("Rockfish").first().waitFor();
    expect(await page.getByRole("button", { name: "New class" }).count()).toBe(0);
    expect(asked.filter((line) => !/urls$|sockets|\/me\//.test(line))).toEqual([]);
    const changed = await ben.session.call("PATCH", `/localizations/${id}`, { body: { x: 0.5 } });
    expect([changed.status, await ada.session.get(`/localizations/${id}`)]).toEqual([403, before]);
    expect(complaints).toEqual([]);
    await close();
  });
});

const items = (page: Page) => page.locator(".an-objects .an-item:has(kbd) .an-item-main");
const expectListed = (page: Page, count: number) => eventually(() => items(page).count()).toBe(count);

/** In the list of objects, several by Shift. */
async function choose(page: Page, names: readonly string[]) {
  await page.keyboard.press("Escape");
  const taken = new Map<string, number>();
  for (const [at, name] of names.entries()) {
    const nth = taken.get(name) ?? 0;
    taken.set(name, nth + 1);
    await items(page)
      .filter({ hasText: name })
      .nth(nth)
      .click({ modifiers: at > 0 ? ["Shift"] : [] });
  }
}

const areaOf = (points: [number, number][]) =>
  Math.abs(
    points.reduce((sum, [x, y], at) => {
      const [nextX, nextY] = points[(at + 1) % points.length] ?? [0, 0];
      return sum + x * nextY - nextX * y;
    }, 0) / 2,
  );
