import { expect, it } from "vitest";
import { newPerson } from "../support/people.ts";
import { picture, useBrowser } from "../support/visit.ts";

const visit = useBrowser();

it("a group is made, somebody asks to join and is let in, and a project shared with it is theirs", async () => {
  const [ada, ben] = await Promise.all([newPerson("Ada"), newPerson("Ben")]);
  const name = `Coastal survey ${ada.id.slice(-6)}`;
  const at = await visit({ as: ada });
  await at.page.goto("/groups");
  await at.page.getByRole("button", { name: "New group" }).first().click();
  const dialog = at.page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("button", { name: "Create group" }).click();
  await at.page.getByRole("heading", { name }).waitFor();
  const url = at.page.url();

  const other = await visit({ as: ben });
  await other.page.goto(url);
  await other.page.getByText("Only members see who else is in this group.").waitFor();
  await other.page.getByRole("button", { name: "Ask to join" }).click();
  await other.page.getByLabel("Message to its admins").fill("I fly the drone");
  await other.page.getByRole("button", { name: "Ask", exact: true }).click();
  await other.page.getByText("An admin will decide").waitFor();

  await at.page.reload();
  await at.page.getByText("I fly the drone").waitFor();
  await picture(at.page, "a request to join");
  await at.page.getByRole("button", { name: "Let Ben in" }).click();
  await at.page.getByText(ben.email).waitFor();

  const project = await ada.key.post("/projects", { name: "Drone flights" });
  await at.page.goto(`/projects/${project.id}/members`);
  await at.page.getByRole("combobox", { name: "Person or group to share with" }).fill(name.slice(0, -2));
  await at.page.getByRole("option", { name }).waitFor();
  await at.page.keyboard.press("ArrowDown");
  await at.page.keyboard.press("Enter");
  await at.page.getByRole("button", { name: "Share", exact: true }).click();
  await expect.poll(async () => (await ben.key.get(`/projects?q=Drone`)).items.length).toBe(1);

  await at.page.goto(`/projects/${project.id}/activity`);
  await at.page.getByText("gave rights (viewer)").waitFor();
  expect([...at.complaints, ...other.complaints]).toEqual([]);
  await Promise.all([at.close(), other.close()]);
});
