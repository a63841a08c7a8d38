/** A page without a mouse: Tab comes to everything that can be used, in the order it stands there, seen, and out again. */
import type { Page } from "playwright-core";
import { expect } from "vitest";

type Stop = { at: number; seen: boolean; what: string };

/** Each numbered in the order of the document. One radio of a group, one tab of a row, answers for all of it. */
const NUMBER = `(() => {
  const usable = 'a[href], button, input, select, textarea, summary, [contenteditable="true"], [tabindex]';
  const radios = new Set();
  const found = [...document.querySelectorAll(usable)].filter((one) => {
    if (one.disabled || one.tabIndex < 0 || one.closest("[inert]") || one.type === "hidden") return false;
    if (!one.checkVisibility({ visibilityProperty: true })) return false;
    if (one.getAttribute("data-focus-trap") !== null) return false;
    if (one.type !== "radio" || !one.name) return true;
    if (radios.has(one.name)) return false;
    radios.add(one.name);
    return true;
  });
  found.forEach((one, at) => one.setAttribute("data-tab", String(at)));
  // Tab goes on from where the focus was last, be that gone: before everything.
  const start = document.body.insertBefore(document.createElement("span"), document.body.firstChild);
  start.tabIndex = -1;
  start.focus();
  start.remove();
  return found.map((one) => (one.getAttribute("aria-label") || one.textContent || one.id || one.tagName).trim().slice(0, 60));
})()`;

/**
 * Where the focus is; -1 where nothing has it. An outline may be drawn around a box that holds the field; a grid marks its cell; in a
 * frame it is the frame's page that has the focus, and no style of the page around it can tell.
 */
const STOP = `(() => {
  const one = document.activeElement;
  if (!one || one === document.body) return { at: -1, seen: true, what: "" };
  const radio = one.type === "radio" && one.name ? document.querySelector('input[name="' + CSS.escape(one.name) + '"][data-tab]') : null;
  const marked = (element, depth) => {
    if (!element || depth > 3) return false;
    const style = getComputedStyle(element);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 && (element === one || element.matches(":focus-within"))) || marked(element.parentElement, depth + 1);
  };
  return { at: Number((radio ?? one).getAttribute("data-tab") ?? -2), seen: one.role === "grid" || one.tagName === "IFRAME" || marked(one, 0), what: one.outerHTML.slice(0, 120) };
})()`;

/** What one does not get to, what does not show that it has the focus, and whether Tab leads on from everywhere. */
export async function expectKeyboard(page: Page, name: string): Promise<void> {
  const names = await page.evaluate<string[]>(NUMBER);
  const stops: Stop[] = [];
  for (let pressed = 0; pressed < names.length + 10; pressed++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate<Stop>(STOP);
    if (stop.at === -1 || (stops.length > 0 && stop.at === stops[0]?.at)) break;
    stops.push(stop);
  }
  const reached = new Set(stops.map(({ at }) => at));
  const missed = names.filter((_, at) => !reached.has(at));
  // A field for a date and a time is several stops to Tab, one after the other.
  const order = stops.map(({ at }) => at).filter((at, n, all) => at >= 0 && at !== all[n - 1]);
  expect.soft(missed, `${name}: not reached by Tab`).toEqual([]);
  expect.soft(order, `${name}: the order of Tab`).toEqual([...new Set(order)].toSorted((a, b) => a - b));
  const hidden = stops.filter(({ seen }) => !seen).map(({ what }) => what);
  expect.soft(hidden, `${name}: focus that is not seen`).toEqual([]);
}
