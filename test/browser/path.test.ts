/** The path by mouse: an account, a project, a dropped file, its progress, the table. */
import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { createProject, MALFORMED } from "../support/make.ts";
import { unique } from "../support/names.ts";
import { newPerson } from "../support/people.ts";
import { picture, useBrowser } from "../support/visit.ts";

const visit = useBrowser();

const CSV = `city,visits,day,opened\n${Array.from({ length: 5_000 }, (_, n) => `${["Oslo", "Lima", "Århus"][n % 3]},${n},2024-0${1 + (n % 9)}-11,${n % 2 === 0}`).join("\n")}\n`;

/** As the browser's own drag and drop gives it: a DataTransfer with a File, through every event of a drag. */
const drop = (page: Page, name: string, text: string) =>
  page.evaluate(`(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}, { type: "text/csv" }));
    for (const type of ["dragenter", "dragover", "drop"])
      document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }));
  })()`);

async function signIn(page: Page, email: string, password: string) {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

describe("a newcomer", () => {
  it("makes an account, a project, drops a file and sees the table", { timeout: 120_000 }, async () => {
    const { page, complaints, close } = await visit();
    await page.goto("/");
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await page.getByRole("link", { name: "Create an account" }).click();
    await page.getByLabel("Name").fill("Grace Hopper");
    await page.getByLabel("E-mail").fill(`grace-${randomUUID().slice(0, 8)}@atrium.test`);
    await page.getByLabel("Password").fill("correct horse battery staple");
    await page.getByRole("button", { name: "Create account" }).click();
    await page.getByRole("heading", { name: /Welcome to Atrium, Grace/ }).waitFor();
    await picture(page, "home of a newcomer");

    await page.getByRole("button", { name: "Create", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "New project" });
    await dialog.getByLabel("Name").fill("Harbours");
    await dialog.getByRole("button", { name: "Create project" }).click();
    await page.getByRole("heading", { name: "Harbours" }).waitFor();
    await picture(page, "an empty project");

    await drop(page, "visits.csv", CSV);
    const tray = page.getByRole("region", { name: "Uploads" });
    await tray.getByText("visits.csv").waitFor();
    await tray.getByText("Table is ready").waitFor({ timeout: 60_000 });
    await picture(page, "an upload that became a table");
    await page.getByRole("main").getByRole("link", { name: "visits.csv" }).waitFor();

    await tray.getByRole("link", { name: "Open table" }).click();
    await page.getByRole("columnheader", { name: /visits/ }).waitFor();
    await page.getByRole("gridcell", { name: "Århus" }).first().waitFor();
    await picture(page, "the table");
    expect(complaints).toEqual([]);
    await close();
  });
});

describe("somebody with an account", () => {
  it("is told when the password is wrong, signs in, and out", async () => {
    const ada = await newPerson("Ada");
    const { page, close } = await visit();
    await page.goto("/projects");
    await signIn(page, ada.email, "not this one");
    await page.getByText("The e-mail address or the password is not right.").waitFor();
    await signIn(page, ada.email, ada.password);
    await page.getByRole("heading", { name: "Projects", exact: true }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/projects");

    await page.getByRole("button", { name: "Ada, account" }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await page.goto("/projects");
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await close();
  });

  it("chooses a file by the button, and hears why it cannot be a table", { timeout: 90_000 }, async () => {
    const ada = await newPerson("Ada");
    const project = await createProject(ada.key, unique("Broken"));
    const { page, close } = await visit({ as: ada });
    await page.goto(`/projects/${project.id}`);
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose files" }).click();
    await (await chooser).setFiles({
      name: "broken.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(MALFORMED),
    });

    const tray = page.getByRole("region", { name: "Uploads" });
    await tray.getByRole("link", { name: "What happened" }).click({ timeout: 60_000 });
    await page.waitForURL(/\/runs\/run_/);
    await page
      .getByText(/failed/i)
      .first()
      .waitFor();
    await picture(page, "a failed import");

    await page.goto(`/projects/${project.id}`);
    await page.getByRole("link", { name: "broken.csv" }).first().waitFor();
    await close();
  });

  it("opens a link to something that is not there, or not theirs, and is told so", async () => {
    const [ada, eve] = [await newPerson("Ada"), await newPerson("Eve")];
    const project = await createProject(ada.key, unique("Private"));
    const { page, close } = await visit({ as: eve });
    for (const path of [`/projects/${project.id}`, "/projects/prj_00000000000000000000000000", "/nowhere"]) {
      await page.goto(path);
      await page
        .getByText(/There is (nothing here|no such page)/)
        .first()
        .waitFor();
      expect(await page.content()).not.toContain(project.name);
    }
    await close();
  });
});
