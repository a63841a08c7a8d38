import { expect, it } from "vitest";
import { withKey } from "../support/http.ts";
import { newPerson } from "../support/people.ts";
import { target } from "../support/target.ts";
import { picture, useBrowser } from "../support/visit.ts";

const visit = useBrowser();

it("an API key is made, shown once, works, and is revoked", async () => {
  const ada = await newPerson("Ada");
  const { page, complaints, close } = await visit({ as: ada });
  await page.goto("/settings/keys");
  await page.getByRole("button", { name: "New key" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("notebook");
  await dialog.getByRole("button", { name: "Create key" }).click();

  const shown = page.getByTestId("api-key");
  const key = (await shown.textContent())?.trim() ?? "";
  await picture(page, "a new api key");
  expect((await withKey(target.url, key).get("/me")).user.id).toBe(ada.id);

  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("cell", { name: "notebook", exact: true }).waitFor();
  expect(await page.content()).not.toContain(key);

  await page.getByRole("button", { name: "Revoke notebook" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await page.getByText("notebook no longer works").waitFor();
  await page.getByRole("cell", { name: "notebook", exact: true }).waitFor({ state: "detached" });
  expect((await withKey(target.url, key).refused("GET", "/me")).status).toBe(401);
  expect(complaints).toEqual([]);
  await close();
});
