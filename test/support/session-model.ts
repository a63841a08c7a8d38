/** What a person does in the annotator, step by step, beside a model of what has to come of it. */
import type { Page } from "playwright-core";
import { goTo } from "./annotator.ts";
import { createRandom } from "./random.ts";

type Shape = { id: number; frame: number; type: string; x: number; y: number; width: number; height: number };
type State = readonly Shape[];

export async function createSession(page: Page, frames: number, types: string[]) {
  const { next: random } = createRandom(5);
  const [first = "", second = ""] = types;
  const size = await page.evaluate(
    `(() => { const { width, height } = document.querySelector(".an-surface"); return { width, height } })()`,
  );
  const { width, height } = size as { width: number; height: number };
  let now: State = [];
  let ids = 0;
  let selected: number | undefined;
  let copied: Shape | undefined;
  const part = (from: number, to: number) => from + random() * (to - from);
  const shape = () => now.find(({ id }) => id === selected);
  const change = (how: (one: Shape) => Shape) => {
    now = now.map((one) => (one.id === selected ? how(one) : one));
  };

  async function draw() {
    const frame = Math.floor(random() * frames);
    await goTo(page, frame);
    // With something selected the letter would make it that class.
    await page.keyboard.press("Escape");
    await page.keyboard.press("f");
    const area = await page.locator(".an-picture").boundingBox();
    if (!area) throw new Error("There is no picture");
    const [x, y, right, bottom] = [part(0.05, 0.4), part(0.2, 0.45), part(0.5, 0.75), part(0.55, 0.9)];
    const at = (px: number, py: number) =>
      [Math.round(area.x + px * area.width), Math.round(area.y + py * area.height)] as const;
    const [from, to] = [at(x, y), at(right, bottom)];
    await page.mouse.move(...from);
    await page.mouse.down();
    await page.mouse.move(...to, { steps: 3 });
    await page.mouse.up();
    await page.keyboard.press("v");
    const [left, top] = [(from[0] - area.x) / area.width, (from[1] - area.y) / area.height];
    const drawn = { width: (to[0] - from[0]) / area.width, height: (to[1] - from[1]) / area.height };
    selected = ++ids;
    now = [...now, { id: selected, frame, type: first, x: left, y: top, ...drawn }];
  }

  async function nudge() {
    if (selected === undefined || !(await isOnStage())) return draw();
    await page.keyboard.press("ArrowRight");
    change((one) => ({ ...one, x: one.x + 1 / width }));
    await page.keyboard.press("Shift+ArrowDown");
    change((one) => ({ ...one, y: Math.min(1 - one.height, one.y + 10 / height) }));
    return undefined;
  }
  const isOnStage = () => page.evaluate(`document.activeElement?.classList.contains("an-stage") ?? false`);

  async function classify() {
    if (selected === undefined) return draw();
    const to = shape()?.type === first ? second : first;
    await page.keyboard.press(to === first ? "f" : "g");
    change((one) => ({ ...one, type: to }));
    return undefined;
  }

  async function paste() {
    if (selected === undefined) return draw();
    await page.keyboard.press("ControlOrMeta+c");
    copied = shape();
    if (!copied) return undefined;
    const frame = (copied.frame + 1 + Math.floor(random() * (frames - 1))) % frames;
    await goTo(page, frame);
    await page.keyboard.press("ControlOrMeta+v");
    selected = ++ids;
    now = [...now, { ...copied, id: selected, frame }];
    return undefined;
  }

  async function erase() {
    if (selected === undefined) return draw();
    await page.keyboard.press("Delete");
    now = now.filter(({ id }) => id !== selected);
    selected = undefined;
    return undefined;
  }

  /** A step that can be taken back. */
  const step = (work: () => Promise<unknown>) => async () => {
    const before = now;
    await work();
    if (now === before) return;
    past.push(before);
    future.length = 0;
  };
  const past: State[] = [];
  const future: State[] = [];

  /** Nothing stays selected: what was may be gone. */
  const through = (key: string, from: State[], to: State[]) => async () => {
    const state = from.pop();
    if (state === undefined) return drawing();
    await page.keyboard.press(key);
    await page.keyboard.press("Escape");
    to.push(now);
    now = state;
    selected = undefined;
  };
  const undo = through("ControlOrMeta+z", past, future);
  const redo = through("ControlOrMeta+Shift+z", future, past);
  const [drawing, nudging, classifying] = [step(draw), step(nudge), step(classify)];
  const [pasting, erasing] = [step(paste), step(erase)];

  const ACTS = [
    ...[drawing, nudging, undo, redo, drawing, classifying, undo, drawing, pasting],
    ...[undo, redo, drawing, erasing, undo, drawing, nudging],
  ];
  return {
    act: (at: number) => (ACTS[at % ACTS.length] ?? drawing)(),
    expected: () => now.map(({ frame, type, x, y, width: wide, height: high }) => [frame, type, x, y, wide, high]),
  };
}
