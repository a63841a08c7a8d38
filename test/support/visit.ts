/** A visitor: a browser context of their own, what the page complained about, and a picture when the test fails. */
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFailed } from "vitest";
import { launchBrowser } from "./browser.ts";
import { OUTPUT } from "./paths.ts";
import type { Person } from "./people.ts";
import { target } from "./target.ts";

export type Visit = { page: Page; context: BrowserContext; complaints: string[]; close(): Promise<void> };
export type Scheme = "light" | "dark";

const SIZE = { width: 1440, height: 900 };
const PATIENCE_MS = 15_000;
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** One browser for the tests of a file. */
export function useBrowser() {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });

  return async function visit(options: { as?: Person | undefined; on?: string; scheme?: Scheme } = {}): Promise<Visit> {
    if (!browser) throw new Error("The browser did not start");
    const context = await browser.newContext({
      baseURL: options.as?.session.url ?? options.on ?? target.url,
      viewport: SIZE,
      colorScheme: options.scheme ?? "light",
      reducedMotion: "reduce",
      permissions: ["clipboard-read", "clipboard-write"],
    });
    context.setDefaultTimeout(PATIENCE_MS);
    if (options.as) await context.addCookies(cookies(options.as));
    const page = await context.newPage();
    const complaints = listen(page);
    onTestFailed(async ({ task }) => {
      if (!page.isClosed()) await picture(page, `failed ${task.name}`);
    });
    return { page, context, complaints, close: () => context.close() };
  };
}

const cookies = ({ cookie, session }: Person) =>
  cookie.split("; ").map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: session.url };
  });

/** Errors of scripts and of the policy that guards them; an answer of 4xx is for the page to handle. */
function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !/Failed to load resource/.test(message.text())) complaints.push(message.text());
  });
  return complaints;
}

export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(OUTPUT, { recursive: true });
  const file = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 80);
  await page.screenshot({ path: join(OUTPUT, `${file}.png`) });
}

/** Asks again for as long as a page may take, as the locators do; vitest's own second is short on a busy machine. */
export const eventually = <T>(read: () => T, message?: string) =>
  expect.poll(read, { timeout: PATIENCE_MS, ...(message === undefined ? {} : { message }) });

type Violation = { id: string; help: string; nodes: { html: string; failureSummary: string }[] };

/**
 * No violation of any of axe's rules, on the page as it is now. An open menu hangs at the end of the body, outside of any
 * landmark, as a dialog does; the rule about landmarks excepts dialogs only.
 */
export async function expectAccessible(page: Page, name: string, { menu = false } = {}): Promise<void> {
  // Not addScriptTag: the page's own policy forbids what is not its own.
  await page.evaluate(AXE);
  const violations = await page.evaluate<Violation[]>(
    `axe.run({ resultTypes: ["violations"], rules: { region: { enabled: ${!menu} } } }).then((result) => result.violations)`,
  );
  const told = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map((node) => `  ${node.html}\n  ${node.failureSummary}`).join("\n")}`,
  );
  expect.soft(told, name).toEqual([]);
}
