/** Every shell page as somebody approved it, light and dark. The first ring looks at the few that show most. */
import { readdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findMediaPrograms } from "../../packages/local/src/host/media-programs.ts";
import { APPROVED, differs } from "../support/compare.ts";
import { withCookie, withKey } from "../support/http.ts";
import { ROOT, temporaryFolder } from "../support/paths.ts";
import { type Person, sessionOf } from "../support/people.ts";
import { environmentMissing } from "../support/python.ts";
import { type Scene, setScene } from "../support/scene.ts";
import { freeze, still } from "../support/still.ts";
import { type RunningSystem, startSystem } from "../support/system.ts";
import { type Scheme, useBrowser } from "../support/visit.ts";

const FULL = process.env.ATRIUM_TEST_RING === "full";
const SIZE = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
/** Lossy, as what was approved is: the same page still gives the same bytes, in a third of them. */
const QUALITY = 80;
const IMPORT = "/functions/fun_00000000000000000000000001";

/** The clock that stands still is put into every frame, and those of a notebook's outputs run nothing. */
const FRAME = "Blocked script execution in 'about:srcdoc'";

type Shown = {
  path: () => string;
  as?: () => Person | undefined;
  act?: (page: Page) => Promise<void>;
  usual?: boolean;
  size?: typeof SIZE;
  /** Only where videos can be made. */
  filmed?: boolean;
  /** Only where code in Python can be run. */
  trained?: boolean;
};

const folder = temporaryFolder("screenshots");
const visit = useBrowser();
let system: RunningSystem;
let scene: Scene;
let administrator: Person;

// A system of its own: what other tests made would be on the pages.
beforeAll(async () => {
  system = await startSystem({ home: folder.path });
  scene = await setScene(system);
  const { url, apiKey, email, password } = system;
  const cookie = await sessionOf({ email, password }, url);
  administrator = {
    ...{ id: "", name: "Administrator", email, password, cookie, apiKey },
    ...{ session: withCookie(url, cookie), key: withKey(url, apiKey) },
  };
}, 540_000);
afterAll(async () => {
  await system?.stop();
  folder.remove();
});

const maya = () => scene.maya;
const inside = (part = "") => `/projects/${scene.survey.id}${part}`;
const nobody = () => undefined;
const byAdministrator = (path: string | (() => string)): Shown => ({
  path: typeof path === "string" ? () => path : path,
  as: () => administrator,
});
const byKenji = (path: () => string): Shown => ({ path, as: () => scene.kenji });
const click = (name: string | RegExp) => (page: Page) => page.getByRole("button", { name }).first().click();

const openShare = async (page: Page) => {
  await click("Share Kelp Forest Survey")(page);
  await click("Why can Ada Sørensen see this?")(page);
  await page.getByText("2 grants reach them").waitFor();
};

const PAGES: Record<string, Shown> = {
  "sign-in": { path: () => "/sign-in", as: nobody, usual: true },
  "sign-up": { path: () => "/sign-up", as: nobody },
  "forgot-password": { path: () => "/forgot-password", as: nobody },
  home: { path: () => "/", usual: true },
  "home-first-use": { path: () => "/", as: () => scene.newcomer },
  search: { path: () => "/search?q=load", usual: true },
  "search-on-request": { path: () => "/search?q=feeder" },
  "search-nothing": { path: () => "/search?q=walrus" },
  "media-empty": { path: () => inside("/media") },
  palette: {
    path: () => inside(),
    act: async (page) => {
      await page.keyboard.press("ControlOrMeta+k");
      await page.getByRole("combobox", { name: "Search and commands" }).fill("ob");
      await page.getByRole("option", { name: /observations\.csv/ }).waitFor();
    },
  },
  shortcuts: { path: () => "/", act: (page) => page.keyboard.press("?") },
  projects: { path: () => "/projects" },
  "new-project": { path: () => "/projects", act: click("New project") },
  project: { path: () => inside(), usual: true },
  "project-readme": { path: () => inside("/readme") },
  "project-runs": { path: () => inside("/runs") },
  "project-members": { path: () => inside("/members") },
  "project-activity": { path: () => inside("/activity") },
  "project-settings": { path: () => inside("/settings") },
  "project-on-request": { path: () => `/projects/${scene.atlas.id}` },
  share: { path: () => inside(), act: openShare },
  file: { path: () => `/files/${scene.protocol.id}` },
  tables: { path: () => "/tables" },
  "table-failed": { path: () => `/tables/${scene.broken.table.id}` },
  versions: { path: () => `/tables/${scene.load.table.id}/versions` },
  functions: { path: () => "/functions" },
  function: { path: () => IMPORT },
  runs: { path: () => "/runs" },
  run: { path: () => `/runs/${scene.observations.run.id}` },
  "run-failed": { path: () => `/runs/${scene.broken.run.id}`, usual: true },
  script: byKenji(() => `/scripts/${scene.script.id}`),
  "script-phone": { ...byKenji(() => `/scripts/${scene.script.id}`), size: PHONE },
  notebook: byKenji(() => `/notebooks/${scene.notebook.id}`),
  "notebook-phone": { ...byKenji(() => `/notebooks/${scene.notebook.id}`), size: PHONE },
  "model-train": { ...byKenji(() => `/tables/${scene.learned?.id}/train`), trained: true },
  model: { ...byKenji(() => `/models/${scene.model?.id}`), trained: true },
  "model-phone": { ...byKenji(() => `/models/${scene.model?.id}`), trained: true, size: PHONE },
  media: { ...byAdministrator(() => `/projects/${scene.dive?.projectId}/media`), filmed: true },
  annotator: {
    ...byAdministrator(() => `/media/${scene.dive?.id}?frame=120`),
    filmed: true,
    act: async (page) => {
      await page.locator('.an-surface[data-frame="120"]').waitFor();
      await page.keyboard.press("1");
      await page.getByRole("region", { name: "Track", exact: true }).waitFor();
    },
  },
  gallery: {
    ...byAdministrator(() => `/projects/${scene.dive?.projectId}/gallery?sort=media,frame`),
    filmed: true,
    act: async (page) => {
      await page.waitForFunction("document.querySelectorAll('.crop-picture > img').length > 20");
      await page.getByRole("option").nth(2).click();
    },
  },
  groups: { path: () => "/groups" },
  group: { path: () => `/groups/${scene.field.id}` },
  requests: { path: () => "/requests" },
  notifications: { path: () => "/notifications" },
  bell: { path: () => "/runs", act: click(/^Notifications/) },
  settings: { path: () => "/settings" },
  "settings-keys": { path: () => "/settings/keys" },
  "settings-notifications": { path: () => "/settings/notifications" },
  "settings-people": byAdministrator("/settings/people"),
  "settings-invitations": byAdministrator("/settings/invitations"),
  "settings-services": byAdministrator("/settings/services"),
  "settings-deployment": byAdministrator("/settings/deployment"),
  "settings-announcements": byAdministrator("/settings/announcements"),
  "settings-health": byAdministrator("/settings/health"),
  "settings-audit": byAdministrator("/settings/audit?type=group.created"),
  "settings-deliveries": byAdministrator("/settings/deliveries"),
  "home-phone": { path: () => "/", size: PHONE },
  "project-phone": { path: () => inside(), size: PHONE },
  "share-phone": { path: () => inside(), act: openShare, size: PHONE },
  "search-phone": { path: () => "/search?q=feeder", size: PHONE },
  "run-phone": { path: () => `/runs/${scene.broken.run.id}`, size: PHONE },
  missing: { path: () => "/nowhere" },
};

const SCHEMES: Scheme[] = ["light", "dark"];
const all = Object.entries(PAGES).flatMap(([name, shown]) => SCHEMES.map((scheme) => ({ name, scheme, shown })));
const FILMS = findMediaPrograms(ROOT) !== undefined;
const TRAINS = environmentMissing() === undefined;
const looked = FULL
  ? all.filter(({ shown }) => (TRAINS || !shown.trained) && (FILMS || !shown.filmed))
  : all.filter(({ shown, scheme }) => shown.usual && scheme === "light");

it.each(looked)("$name, $scheme", async ({ name, scheme, shown }) => {
  const { page, context, complaints, close } = await visit({ as: (shown.as ?? maya)(), on: system.url, scheme });
  await page.setViewportSize(shown.size ?? SIZE);
  await freeze(context);
  await page.goto(shown.path(), { waitUntil: "networkidle" });
  await shown.act?.(page);
  await page.waitForLoadState("networkidle");
  await still(page);
  const picture = await page.screenshot({ type: "webp", quality: QUALITY, animations: "disabled" });
  // Before anything can fail: what the page asks for until it is closed has nobody left to answer.
  await context.unrouteAll({ behavior: "ignoreErrors" });
  expect(differs(`${name}-${scheme}`, picture)).toBeUndefined();
  expect(complaints.filter((one) => !one.startsWith(FRAME))).toEqual([]);
  await close();
});

it("no picture was approved of a page that is gone", () => {
  const known = new Set(all.map(({ name, scheme }) => `${name}-${scheme}.webp`));
  expect(readdirSync(APPROVED).filter((file) => !known.has(file))).toEqual([]);
});
