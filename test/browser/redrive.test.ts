import { expect, it } from "vitest";
import { importContent, MALFORMED } from "../support/make.ts";
import { newPerson } from "../support/people.ts";
import { expectAccessible, picture, useBrowser } from "../support/visit.ts";

const visit = useBrowser();

it("a failed run is continued from its step, and the steps before it are shown as kept", async () => {
  const ada = await newPerson("Ada");
  const { run } = await importContent(ada.key, MALFORMED, { import: { rejected: "refuse" } });
  expect(run).toMatchObject({ state: "failed", continuesFrom: "Fetch" });
  const { page, complaints, close } = await visit({ as: ada });
  await page.goto(`/runs/${run.id}`);
  const again = page.getByRole("button", { name: /Continue from “Fetch”/ });
  await again.waitFor();
  await page.getByRole("button", { name: "Run again", exact: true }).waitFor();
  await picture(page, "failed run");
  await expectAccessible(page, "failed run that can be continued");
  await page.keyboard.press("r");
  await page.getByText("continued once").waitFor();
  const steps = page.getByRole("group", { name: "Steps" });
  await steps.getByRole("button", { name: /Prepare.*kept/ }).waitFor();
  await again.waitFor(); // the file is as malformed as before
  await steps.getByRole("button", { name: /Fetch.*2 tries/ }).waitFor();
  await picture(page, "run that was continued");
  expect(complaints).toEqual([]);
  await close();
});
