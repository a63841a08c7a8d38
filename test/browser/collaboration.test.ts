/** What people say of things and to each other: attributes, comments, the bell, webhooks, and two who edit at once. */
import { expect, it } from "vitest";
import { uploadFile } from "../support/make.ts";
import { newPerson, type Person } from "../support/people.ts";
import { expectAccessible, picture, useBrowser } from "../support/visit.ts";

const visit = useBrowser();
const personal = ({ id }: Person) => id.replace("usr_", "grp_");

async function shared(...people: Person[]) {
  const [ada, ...others] = people as [Person, ...Person[]];
  const project = await ada.key.post("/projects", { name: "Coastal survey" });
  for (const person of others)
    await ada.session.post(`/entities/${project.id}/grants`, { principalId: personal(person), bundle: "contributor" });
  return project;
}

it("a comment that mentions somebody reaches the page they have open, and leads them to it", async () => {
  const [ada, ben] = await Promise.all([newPerson("Ada"), newPerson("Ben")]);
  const project = await shared(ada, ben);
  const [at, other] = [await visit({ as: ada }), await visit({ as: ben })];
  await other.page.goto("/");
  await other.page.getByRole("button", { name: "Notifications" }).waitFor();

  await at.page.goto(`/projects/${project.id}`);
  const box = at.page.getByRole("textbox", { name: "Say something" });
  await box.click();
  await box.pressSequentially("Which tide is this, @Be");
  await at.page.getByRole("button", { name: "Ben", exact: true }).waitFor();
  await at.page.keyboard.press("Enter");
  await box.pressSequentially("?");
  await at.page.keyboard.press("Control+Enter");
  await at.page.getByRole("paragraph").filter({ hasText: "Which tide is this, @Ben ?" }).waitFor();

  // No reload: the socket says so.
  const bell = other.page.getByRole("button", { name: /Notifications, [1-9]\d* unread/ });
  await bell.waitFor();
  await bell.click();
  await picture(other.page, "bell");
  await expectAccessible(other.page, "bell");
  const list = other.page.getByRole("dialog", { name: "Notifications" });
  await list.getByRole("link", { name: "mentioned you in a comment on Coastal survey" }).click();
  await other.page.getByText("Which tide is this").waitFor();
  await other.page.getByRole("button", { name: "Reply" }).click();
  await other.page.getByRole("textbox", { name: "Answer Ada" }).fill("Low tide");
  await other.page.keyboard.press("Control+Enter");
  await at.page.getByText("Low tide").waitFor();
  await picture(at.page, "comments");
  await expectAccessible(at.page, "comments");

  await other.page.getByRole("button", { name: "More about the comment of Ben" }).click();
  await other.page.getByRole("menuitem", { name: "Delete" }).click();
  await other.page.getByText("Low tide").waitFor({ state: "detached" });
  await other.page.getByRole("button", { name: "Undo" }).click();
  await other.page.getByText("Low tide").waitFor();

  await other.page.goto("/notifications");
  await other.page.getByText("shared Coastal survey with you").waitFor();
  await picture(other.page, "notifications");
  await expectAccessible(other.page, "notifications");
  expect([...at.complaints, ...other.complaints]).toEqual([]);
  await Promise.all([at.close(), other.close()]);
});

it("an attribute is defined, given to a file, refused when it does not fit, and brought back after deletion", async () => {
  const ada = await newPerson("Ada");
  const project = await shared(ada);
  const file = await uploadFile(ada.key, project.id, "birds.csv", "a\n1\n");
  const { page, complaints, close } = await visit({ as: ada });
  await page.goto(`/projects/${project.id}/settings`);
  await page.getByRole("button", { name: "New attribute" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Wingspan");
  await dialog.getByRole("button", { name: "Holds" }).click();
  await page.getByRole("option", { name: "Number", exact: true }).click();
  await dialog.getByLabel("At most").fill("400");
  await picture(page, "new attribute");
  await expectAccessible(page, "new attribute");
  await dialog.getByRole("button", { name: "Add attribute" }).click();
  await page.getByRole("button", { name: "Change Wingspan" }).waitFor();

  await page.goto(`/files/${file.id}`);
  await page.getByRole("button", { name: "Edit" }).click();
  await dialog.getByLabel("Wingspan").fill("500");
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.getByText("At most 400 is wanted").waitFor();
  await dialog.getByLabel("Wingspan").fill("230.5");
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.getByText("230.5").waitFor();
  await page.getByRole("button", { name: "Add to favorites" }).click();
  await page.mouse.move(0, 0); // no tooltip in the picture
  await picture(page, "file with attributes");
  await expectAccessible(page, "file with attributes");

  await page.goto(`/projects/${project.id}/settings`);
  await page.getByRole("button", { name: "Delete Wingspan" }).click();
  await page.getByText("Its values went with it.").waitFor();
  expect((await ada.key.get(`/files/${file.id}`)).attributes).toEqual({});
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Change Wingspan" }).waitFor();
  expect((await ada.key.get(`/files/${file.id}`)).attributes).toEqual({ Wingspan: 230.5 });
  await page.goto("/");
  await page
    .getByRole("link", { name: /birds\.csv/ })
    .first()
    .waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it("two people who edit at once are both heard, and choose where they disagree", async () => {
  const ada = await newPerson("Ada");
  const project = await shared(ada);
  const { page, complaints, close } = await visit({ as: ada });
  await page.goto(`/projects/${project.id}/settings`);
  await page.getByLabel("Name", { exact: true }).fill("Coast of Norway");
  const change = (body: object) =>
    ada.session.call("PATCH", `/projects/${project.id}`, { body, headers: { "if-match": "*" } });
  await change({ description: "By drone" });
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.getByText("Saved", { exact: true }).waitFor();
  const read = () => ada.key.get(`/projects/${project.id}`);
  expect(await read()).toMatchObject({ name: "Coast of Norway", description: "By drone" });

  await page.getByLabel("Name", { exact: true }).fill("Fjords");
  await change({ name: "Skerries" });
  await page.getByRole("button", { name: "Save changes" }).click();
  const dialog = page.getByRole("dialog", { name: "Somebody else changed this project" });
  await dialog.waitFor();
  await picture(page, "merge");
  await expectAccessible(page, "merge");
  expect((await read()).name).toBe("Skerries");
  await dialog.getByLabel("Mine").check();
  await dialog.getByRole("button", { name: "Save these" }).click();
  await dialog.waitFor({ state: "detached" });
  expect(await read()).toMatchObject({ name: "Fjords", description: "By drone" });
  expect(complaints).toEqual([]);
  await close();
});

it("a webhook shows its secret once and what it was told; its deletion is taken back", async () => {
  const ada = await newPerson("Ada");
  const project = await shared(ada);
  const { page, complaints, close } = await visit({ as: ada, scheme: "dark" });
  await page.goto(`/projects/${project.id}/settings`);
  await page.getByRole("button", { name: "New webhook" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Address").fill("http://example.org/");
  await dialog.getByRole("button", { name: "Create webhook" }).click();
  await dialog.getByText("An https:// address").waitFor();
  await dialog.getByLabel("Address").fill("https://127.0.0.1/hook");
  await dialog.getByRole("button", { name: "Create webhook" }).click();
  await page.getByText(/^whs_/).waitFor();
  await picture(page, "webhook secret");
  await expectAccessible(page, "webhook secret");
  await page.getByRole("button", { name: "Done" }).click();
  await ada.key.post(`/entities/${project.id}/comments`, { body: "Hello" });
  await page.getByRole("button", { name: "Deliveries" }).click();
  await page.getByText("Webhooks do not go to this address").first().waitFor();
  await picture(page, "webhook deliveries");
  await expectAccessible(page, "webhook deliveries");
  await page.getByRole("button", { name: "More about https://127.0.0.1/hook" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByText("The webhook was deleted").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("https://127.0.0.1/hook").waitFor();

  await page.goto("/settings/notifications");
  await page.getByRole("cell", { name: "Somebody mentions you in a comment", exact: true }).waitFor();
  await picture(page, "notification settings");
  await expectAccessible(page, "notification settings");
  expect(complaints).toEqual([]);
  await close();
});
