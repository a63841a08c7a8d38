import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DETECTED, detector } from "../../packages/local/src/sample/algorithm/index.ts";
import type { Json } from "../support/http.ts";
import { ended, uploadFile } from "../support/make.ts";
import { movingVideo } from "../support/moving.ts";
import { unique } from "../support/names.ts";
import { temporaryFolder } from "../support/paths.ts";
import { administrator, newPerson, type Person } from "../support/people.ts";
import { FULL } from "../support/ring.ts";
import { eventually, expectAccessible, picture, useBrowser } from "../support/visit.ts";

describe.runIf(FULL)("algorithms", () => {
  const visit = useBrowser();
  const folder = temporaryFolder("algorithms-browser");
  let ada: Person;
  let project: Json;

  beforeAll(async () => {
    ada = await newPerson("Ada");
    await administrator.call("PATCH", `/users/${ada.id}`, { body: { mayExecute: true } });
    project = await ada.key.post("/projects", { name: unique("Reef") });
    for (const type of DETECTED) await ada.session.post(`/projects/${project.id}/annotation-types`, type);
    const bytes = readFileSync(await movingVideo(join(folder.path, "moving.mp4")));
    const file = await uploadFile(ada.key, project.id, "moving.mp4", bytes);
    const begun = await ada.key.post("/media", { projectId: project.id, fileId: file.id });
    expect(await ended(ada.key, begun.run.id)).toMatchObject({ state: "succeeded" });
    const source = await detector();
    await ada.key.post("/scripts", { projectId: project.id, source, language: "javascript" });
  });
  afterAll(folder.remove);

  it("one is registered, run over what is shown, followed, and what it found is looked at", async () => {
    const { page, complaints, close } = await visit({ as: ada });
    await page.goto(`/projects/${project.id}/algorithms`);
    await page.getByRole("heading", { name: "No algorithm is registered here" }).waitFor();
    await picture(page, "algorithms, none");
    await page.getByRole("button", { name: "Register an algorithm" }).click();
    await page.getByRole("textbox", { name: "Name", exact: true }).fill("Find motion");
    await page.getByRole("combobox", { name: "Script" }).fill("Scenes");
    await page
      .getByRole("option", { name: /Scenes and motion/ })
      .first()
      .click();
    await picture(page, "algorithm, to register");
    await expectAccessible(page, "algorithm, to register");
    await page.getByRole("button", { name: "Register", exact: true }).click();
    await page.getByRole("heading", { name: "Find motion" }).waitFor();

    await page.goto(`/projects/${project.id}/media`);
    await page.getByRole("button", { name: "Run algorithm" }).click();
    await page.getByRole("dialog", { name: /the 1 clip shown/ }).waitFor();
    await picture(page, "algorithm, to run");
    await expectAccessible(page, "algorithm, to run");
    await page.getByRole("button", { name: "Run", exact: true }).last().click();
    await page.getByRole("link", { name: "Look at what it found" }).waitFor();
    await picture(page, "algorithm, ran");
    await expectAccessible(page, "algorithm, ran");
    await page.getByRole("link", { name: "Look at what it found" }).click();
    await eventually(() => page.getByText(/Motion|Moving/).count()).toBeGreaterThan(0);
    await page.getByText(/[1-9]\d* objects?/).waitFor();
    await eventually(() => page.getByText("opening").count()).toBe(0);
    await picture(page, "algorithm, found");
    await page.goto(`/projects/${project.id}/algorithms`);
    await page.getByRole("link", { name: "Scenes and motion" }).waitFor();
    await page.getByRole("button", { name: "Run by itself" }).click();
    await page.getByRole("dialog", { name: "Run Find motion by itself" }).waitFor();
    await expectAccessible(page, "algorithm, by itself");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    const trigger = page.getByRole("checkbox", { name: "When media are ready" });
    await eventually(() => trigger.isChecked()).toBe(true);
    await picture(page, "algorithms");
    await expectAccessible(page, "algorithms");
    expect(complaints).toEqual([]);
    await close();
  });
});
