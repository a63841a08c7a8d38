import { expect, it } from "vitest";
import { importTable } from "../support/make.ts";
import { administrator, newPerson } from "../support/people.ts";
import { environmentMissing } from "../support/python.ts";
import { expectAccessible, picture, useBrowser } from "../support/visit.ts";

const FIRST_MS = 300_000;
const visit = useBrowser();

/** Wings are long where the body is heavy, so that there is something to learn. */
const penguin = (n: number) => {
  const species = ["Adelie", "Chinstrap", "Gentoo"][n % 3];
  const wing = 185 + (n % 3) * 14 + ((n * 7) % 11);
  return [species, wing, 36 + (n % 3) * 5 + ((n * 3) % 7), 3_300 + (n % 3) * 700 + wing * 2].join();
};
const BIRDS = `species,flipper,bill,mass\n${Array.from({ length: 150 }, (_, n) => penguin(n)).join("\n")}\n`;

const missing = environmentMissing();
it.skipIf(missing)(
  `a model is trained by its form, read, asked and applied${missing ? ` (skipped: ${missing})` : ""}`,
  { timeout: FIRST_MS },
  async () => {
    const ada = await newPerson("Ada");
    await administrator.call("PATCH", `/users/${ada.id}`, { body: { mayExecute: true } });
    const { table } = await importTable(ada.key, BIRDS, { fileName: "birds.csv", tableName: "Birds" });
    const at = await visit({ as: ada });
    const { page } = at;
    await page.goto(`/tables/${table.id}`);
    await page.getByRole("tab", { name: "Models" }).click();
    await page.getByRole("link", { name: "Train a model" }).click();

    const form = page.getByRole("form", { name: "Train a model" });
    await form.getByRole("button", { name: /^Outcome/ }).click();
    await page.getByRole("option", { name: "species" }).click();
    await form.getByRole("button", { name: /^Method/ }).click();
    await page.getByRole("option", { name: "linear" }).click();
    await form.getByRole("button", { name: "Train" }).click();
    // What it cannot guess is asked for.
    await form.getByRole("alert").first().waitFor();
    await form.getByLabel("Name").fill("Which penguin");
    await picture(page, "a form of training");
    await expectAccessible(page, "a form of training");
    await form.getByRole("button", { name: "Train" }).click();

    await page.waitForURL(/\/runs\/run_/);
    const outputs = page.getByRole("region", { name: "Outputs" });
    const made = outputs.getByRole("link", { name: "Which penguin" });
    await made.waitFor({ timeout: FIRST_MS });
    await picture(page, "a training that is done");
    await made.click();
    await page.waitForURL(/\/models\/mdl_/);
    await page.getByRole("heading", { name: "Which penguin" }).waitFor();
    await page.getByRole("region", { name: "Metrics" }).getByText("Accuracy", { exact: true }).waitFor();
    await picture(page, "a model");
    await expectAccessible(page, "a model");

    const ask = page.getByRole("region", { name: "Try it" });
    for (const [name, value] of Object.entries({ flipper: "218", bill: "47", mass: "5136" }))
      await ask.getByLabel(name).fill(value);
    await ask.getByRole("button", { name: "Predict" }).click();
    await ask.getByText(/species = Gentoo/).waitFor();

    const apply = page.getByRole("region", { name: "Apply to a table" });
    await apply.getByRole("combobox", { name: "Table" }).fill("Birds");
    await page.getByRole("option", { name: "Birds", exact: true }).click();
    await apply.getByRole("button", { name: "Apply" }).click();
    await page.waitForURL(/\/runs\/run_/);
    await page.getByRole("link", { name: "Open table" }).click({ timeout: 60_000 });
    await page.getByRole("columnheader", { name: /predicted_species/ }).waitFor();
    await page.getByRole("gridcell", { name: "Gentoo" }).first().waitFor();
    await picture(page, "what a model predicted");
    expect(at.complaints).toEqual([]);
    await at.close();
  },
);
