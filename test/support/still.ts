/** Makes a page look the same whenever and wherever it is opened: one time, one width of every number that only measures. */
import type { BrowserContext, Page } from "playwright-core";

/** Noon of a Tuesday; all that ever happened did so an hour and a half before. */
const NOW = "2026-03-10T12:00:00.000Z";
const THEN = "2026-03-10T10:30:00.000Z";

const TIME = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)/g;
const MONTH = /"\d{4}-\d\d"/g;

/** Every time that the API tells becomes the same one. */
export async function freeze(context: BrowserContext): Promise<void> {
  await context.clock.setFixedTime(new Date(NOW));
  await context.route(/\/api\/v1\//, async (route) => {
    const response = await route.fetch();
    if (!/json/.test(response.headers()["content-type"] ?? "")) return route.fulfill({ response });
    const body = (await response.text()).replace(TIME, THEN).replace(MONTH, '"2026-03"');
    return route.fulfill({ response, body });
  });
}

/** What differs from one system to the next, in the words of the page. */
const CHANCE: [string, string][] = [
  ["_[0-9A-HJKMNP-TV-Z]{26}", "_01KM0000000000000000000000"],
  ["atr_[\\w-]+", "atr_0000"],
  ["127\\.0\\.0\\.1:\\d+", "atrium.example"],
  ["\\b\\d+(\\.\\d+)? ?(ms|s|µs)\\b", "7 ms"],
  ["\\b(\\d+ (d|h|min) )+\\d+ (h|min|s)\\b", "7 min"],
];
const STYLE = `
  *, *::before, *::after { animation: none !important; transition: none !important; caret-color: transparent !important; }
  .avatar.sq { --av: #566074 !important; }
`;

/** After it nothing moves: the words of chance are written over, and letters are there. */
export async function still(page: Page): Promise<void> {
  await page.addStyleTag({ content: STYLE });
  await page.evaluate(`(() => {
    const rules = ${JSON.stringify(CHANCE)}.map(([from, to]) => [new RegExp(from, "g"), to]);
    const clean = (text) => rules.reduce((now, [from, to]) => now.replace(from, to), text);
    document.body.normalize();
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const text = clean(walk.currentNode.data);
      if (text !== walk.currentNode.data) walk.currentNode.data = text;
    }
    for (const box of document.querySelectorAll("input, textarea")) if (box.type !== "file" && clean(box.value) !== box.value) box.value = clean(box.value);
    return document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  })()`);
}
