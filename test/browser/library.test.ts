/** A library from nothing in one sitting: attributes, uploads, cards that move, orders, what is drawn, addresses. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Json } from "../support/http.ts";
import { createProject } from "../support/make.ts";
import { movingVideo } from "../support/moving.ts";
import { unique } from "../support/names.ts";
import { newPerson, type Person } from "../support/people.ts";
import { FULL } from "../support/ring.ts";
import { numberedVideo } from "../support/video.ts";
import { eventually, expectAccessible, picture, useBrowser } from "../support/visit.ts";

const visit = useBrowser();
const READY = { timeout: 60_000 };
const HELD = [
  ...["Yes or no", "Integer", "Number", "One of several choices", "Text", "Long text, not searched", "Date and time"],
  ...["Position on the globe", "List of numbers"],
];

const card = (page: Page, name: string) => page.locator(".media-card", { hasText: name });
const isDone = (page: Page, name: string) => card(page, name).getByText("done", { exact: true }).waitFor(READY);
const order = async (page: Page) =>
  (await page.locator(".media-card .media-name").allTextContents()).map((name) => name.trim());

/** How much of a card's picture is another one than a moment ago, 0 to 1. */
async function moved(page: Page, name: string): Promise<number> {
  const look = async () =>
    sharp(await card(page, name).locator(".media-picture").screenshot())
      .greyscale()
      .raw()
      .toBuffer();
  const before = await look();
  await page.waitForTimeout(500);
  const after = await look();
  let other = 0;
  for (const [at, value] of before.entries()) if (Math.abs(value - (after[at] ?? 0)) > 40) other++;
  return other / before.length;
}

describe.runIf(FULL)("a library from nothing", () => {
  let ada: Person;
  let project: Json;
  let folder: string;
  let server: Server;
  let port: number;

  beforeAll(async () => {
    ada = await newPerson("Ada");
    project = await createProject(ada.key, unique("Reef"));
    folder = mkdtempSync(join(tmpdir(), "atrium-library-"));
    mkdirSync(join(folder, "Dives", "Second"), { recursive: true });
    await movingVideo(join(folder, "moving.mp4"));
    const short = { width: 320, height: 180, fps: 30, frames: 30 };
    await numberedVideo({ ...short, out: join(folder, "Dives", "Second", "short.mp4") });
    const red = sharp({ create: { width: 64, height: 48, channels: 3, background: "#c33" } });
    await red.clone().png().toFile(join(folder, "still.png"));
    await red.png().toFile(join(folder, "Dives", "map.png"));
    const bytes = readFileSync(join(folder, "moving.mp4"));
    server = createServer((_, answer) =>
      answer.writeHead(200, { "content-type": "video/mp4", "content-length": bytes.length }).end(bytes),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    port = (server.address() as AddressInfo).port;
  }, 120_000);
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("an attribute of everything that one can hold is made, changed and taken away", { timeout: 120_000 }, async () => {
    const { page, complaints, close } = await visit({ as: ada });
    await page.goto(`/projects/${project.id}/settings`);
    const add = async (holds: string) => {
      await page.getByRole("button", { name: "New attribute" }).click();
      const dialog = page.getByRole("dialog", { name: "New attribute" });
      await dialog.getByLabel("Name", { exact: true }).fill(`A ${holds}`);
      await dialog.getByRole("button", { name: /Holds/ }).click();
      await page.getByRole("option", { name: holds, exact: true }).click();
      if (holds === "One of several choices")
        await dialog.getByLabel("Choices", { exact: true }).fill("sand\nrock: Rocky");
      if (holds === "List of numbers") await dialog.getByLabel("How many numbers").fill("3");
      await dialog.getByRole("checkbox", { name: "Media" }).check({ force: true });
      await dialog.getByRole("button", { name: "Add attribute" }).click();
      await page.getByRole("button", { name: `Change A ${holds}`, exact: true }).waitFor();
    };
    for (const holds of HELD) await add(holds);
    await page.getByRole("button", { name: "Change A Text", exact: true }).click();
    const change = page.getByRole("dialog", { name: "Attribute A Text" });
    await change.getByLabel("Name", { exact: true }).fill("Site");
    await change.getByLabel("Default").fill("Point Lobos");
    await change.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Change Site" }).waitFor();
    await page.getByRole("button", { name: "Delete A List of numbers" }).click();
    await page.getByText("A List of numbers was deleted").waitFor();
    const { items } = await ada.key.get(`/projects/${project.id}/attribute-types`);
    expect(items.map(({ name }: { name: string }) => name).sort()).toEqual(
      [...HELD.map((holds) => (holds === "Text" ? "Site" : `A ${holds}`)).filter((name) => !/List/.test(name))].sort(),
    );
    expect(complaints).toEqual([]);
    await close();
  });

  it("files and a dropped folder are sent with what holds for all, and turn ready by themselves", {
    timeout: 150_000,
  }, async () => {
    const { page, context, complaints, close } = await visit({ as: ada });
    await page.goto(`/projects/${project.id}/media`);
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose files" }).click();
    await (await chooser).setFiles([join(folder, "moving.mp4"), join(folder, "still.png")]);
    const ask = page.getByRole("dialog", { name: `Upload 2 files to ${project.name}` });
    expect(await ask.getByLabel("Site").inputValue()).toBe("Point Lobos");
    await ask.getByLabel("Site").fill("Kelp forest");
    await ask.getByLabel("A Number").fill("12.5");
    await expectAccessible(page, "what holds for all that is uploaded");
    await picture(page, "library upload");
    await ask.getByRole("button", { name: "Upload" }).click();
    await page.getByRole("region", { name: "Uploads" }).getByText("moving.mp4").waitFor();
    await isDone(page, "moving.mp4");
    await isDone(page, "still.png");

    // As the desktop drops it: the browser itself walks the folder.
    const hand = await context.newCDPSession(page);
    const data = { items: [], files: [join(folder, "Dives")], dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"] as const)
      await hand.send("Input.dispatchDragEvent", { type, x: 700, y: 500, data });
    const drop = page.getByRole("dialog", { name: `Upload 2 files to ${project.name}` });
    await drop.getByText("Keep 2 folders as folders of media").waitFor();
    await drop.getByLabel("A Integer").fill("7");
    await drop.getByRole("button", { name: "Upload" }).click();
    await isDone(page, "short.mp4");
    await isDone(page, "map.png");
    const places = page.getByRole("complementary", { name: "Where to look" });
    await places.getByRole("button", { name: /^Dives/ }).waitFor();
    await places.getByRole("button", { name: /^Second/ }).waitFor();
    const { items } = await ada.key.get(`/media?projectId=${project.id}&recursive=true&sort=name`);
    expect(items).toMatchObject([
      { name: "map.png", attributes: { Site: "Point Lobos", "A Integer": 7 } },
      { name: "moving.mp4", attributes: { Site: "Kelp forest", "A Number": 12.5 } },
      { name: "short.mp4", attributes: { "A Integer": 7 } },
      { name: "still.png", attributes: { Site: "Kelp forest" } },
    ]);

    expect(await moved(page, "moving.mp4")).toBeLessThan(0.002);
    await card(page, "moving.mp4").locator(".media-picture").hover();
    await card(page, "moving.mp4").locator("video").waitFor();
    await eventually(() => moved(page, "moving.mp4")).toBeGreaterThan(0.01);
    await picture(page, "library hovered");
    await page.getByRole("button", { name: /Order/ }).click();
    await page.getByRole("option", { name: "Longest" }).click();
    await eventually(() => order(page).then((names) => names.slice(0, 2))).toEqual(["moving.mp4", "short.mp4"]);
    await page.getByRole("button", { name: /Order/ }).click();
    await page.getByRole("option", { name: "Shortest" }).click();
    await eventually(() => order(page).then((names) => names.slice(2))).toEqual(["short.mp4", "moving.mp4"]);
    expect(complaints).toEqual([]);
    await close();
  });

  it("what is drawn on what is chosen is counted, and leads to the pictures of it", async () => {
    const { items } = await ada.key.get(`/media?projectId=${project.id}&q=moving`);
    const make = (name: string) => ada.session.post(`/projects/${project.id}/annotation-types`, { name, shape: "box" });
    const [fish, crab] = [await make("Fish"), await make("Crab")];
    const layer = await ada.session.post(`/projects/${project.id}/layers`, { name: "Baseline" });
    const box = { layerId: layer.id, x: 0.1, y: 0.1, width: 0.2, height: 0.2 };
    const boxes = [fish, fish, fish, crab].map(({ id }, frame) => ({ ...box, frame, typeId: id }));
    await ada.session.post(`/media/${items[0].id}/localizations`, { items: boxes });
    const { page, complaints, close } = await visit({ as: ada });
    await page.goto(`/projects/${project.id}/media`);
    await card(page, "moving.mp4").locator(".media-body").click();
    const about = page.getByRole("complementary", { name: "About what is chosen" });
    await eventually(() => about.locator(".object-counts li").allTextContents()).toEqual(["Fish3", "Crab1"]);
    await picture(page, "library counts");
    await expectAccessible(page, "the library with counts");
    await about.getByRole("link", { name: "Fish" }).click();
    await page.waitForURL(/\/gallery\?filter=/);
    await eventually(() => page.getByRole("listbox").getByRole("option").count()).toBe(3);
    await page.getByText("the one chosen").waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it("an address of the network inside is refused where it is written, and one that may be read becomes media", {
    timeout: 120_000,
  }, async () => {
    const { page, complaints, close } = await visit({ as: ada });
    await page.goto(`/projects/${project.id}/media`);
    await page.getByRole("button", { name: "Add media from elsewhere" }).click();
    await page.getByRole("menuitem", { name: "From an address…" }).click();
    const dialog = page.getByRole("dialog", { name: `Add to ${project.name} from an address` });
    const fetchFrom = async (url: string) => {
      await dialog.getByLabel("Address").fill(url);
      await dialog.getByRole("button", { name: "Fetch" }).click();
    };
    await fetchFrom(`http://127.0.0.1:${port}/dive.mp4`);
    await dialog.getByRole("alert").getByText("An https:// address on port 443").waitFor();
    await picture(page, "import refused");
    await expectAccessible(page, "a refused address");
    // As it is written nothing is wrong with it; where it leads is found when it is fetched.
    await fetchFrom("https://127.0.0.1/dive.mp4");
    await dialog.getByText("A host on the public internet is needed.").waitFor(READY);
    await fetchFrom(`http://localhost:${port}/dive.mp4`);
    await dialog.getByText("It is here, and is being made playable.").waitFor(READY);
    await dialog.getByRole("button", { name: "Done" }).click();
    await isDone(page, "dive.mp4");
    const { items } = await ada.key.get(`/media?projectId=${project.id}&q=dive`);
    expect(items).toHaveLength(1);
    expect((await ada.key.get(`/media/${items[0].id}`)).sourceUrl).toBe(`http://localhost:${port}/dive.mp4`);
    expect(complaints).toEqual([]);
    await close();
  });

  it("who has nothing at hand has the browser make a sample, with fish that are drawn about", {
    timeout: 120_000,
  }, async () => {
    const { id } = await createProject(ada.key, unique("Nothing"));
    const { page, complaints, close } = await visit({ as: ada });
    await page.goto(`/projects/${id}/media`);
    await page.getByRole("button", { name: "Make a sample" }).click();
    await page.waitForURL((url) => url.pathname.endsWith("/media") && !url.pathname.includes(id), READY);
    await isDone(page, "reef-dive.mkv");
    await picture(page, "library sample");
    const [, projectId = ""] = /projects\/([^/]+)/.exec(page.url()) ?? [];
    const { items } = await ada.key.get(`/media?projectId=${projectId}`);
    expect((await ada.key.get(`/media/${items[0].id}`)).video).toMatchObject({ width: 640, frames: 144 });
    await page.goto(`/media/${items[0].id}?frame=72`);
    await page.getByRole("application", { name: "3 objects drawn on frame 72" }).waitFor();
    await picture(page, "sample drawn about");
    expect(complaints).toEqual([]);
    await close();
  });
});
