import { expect, it } from "vitest";
import { newPerson, type Person } from "../support/people.ts";
import { eventually, expectAccessible, picture, useBrowser } from "../support/visit.ts";

const visit = useBrowser();

const project = (by: Person, body: object) => by.session.post("/projects", body);
const share = (by: Person, id: string, body: object) => by.session.post(`/entities/${id}/grants`, body);

it("who has access to a project inside another, and why, is told and changed in the sharing dialog", async () => {
  const [ada, ben, cleo] = await Promise.all([newPerson("Ada"), newPerson("Ben"), newPerson("Cleo")]);
  const outer = await project(ada, { name: "Coastal survey" });
  const inner = await project(ada, { name: "Transect 04", parentId: outer.id });
  const team = await ada.session.post("/groups", { name: `Field team ${ada.id.slice(-6)}` });
  await ada.session.post(`/groups/${team.id}/members`, { memberId: ben.id });
  await share(ada, outer.id, { principalId: team.id, bundle: "annotator" });
  await share(ada, inner.id, { email: ben.email, privileges: ["read", "create"] });

  const at = await visit({ as: ada });
  await at.page.goto(`/projects/${inner.id}`);
  await at.page.getByRole("navigation", { name: "Breadcrumb" }).getByText("Coastal survey").waitFor();
  await at.page.getByRole("button", { name: "Share Transect 04" }).click();
  const dialog = at.page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Why can Ben see this?" }).click();
  await dialog.getByText("2 grants reach them").waitFor();
  await dialog.getByText("is in", { exact: false }).first().waitFor();
  await expectAccessible(at.page, "the sharing dialog");
  await picture(at.page, "sharing dialog explained");

  await dialog.getByLabel("Person or group to share with").fill(cleo.email);
  await dialog.getByRole("button", { name: "Until when" }).click();
  await at.page.getByRole("option", { name: "Ends in 30 days" }).click();
  await dialog.getByLabel("Message to whom is notified").fill("Please look at site 4");
  await expectAccessible(at.page, "the sharing dialog with a message");
  await dialog.getByRole("button", { name: "Share", exact: true }).click();
  await dialog.getByRole("button", { name: "When the access of Cleo ends" }).waitFor();
  expect((await cleo.key.get(`/projects/${inner.id}`)).privileges).toContain("read");
  const heard = (await cleo.session.get("/notifications")).items;
  expect(heard).toMatchObject([{ type: "access.given", parameters: { message: "Please look at site 4" } }]);
  await dialog.getByRole("button", { name: "Remove Cleo" }).click();
  await eventually(async () => (await cleo.key.call("GET", `/projects/${inner.id}`)).status).toBe(404);
  expect(at.complaints).toEqual([]);
  await at.close();
});

it("somebody finds a project, asks for access, and is let in for a while", async () => {
  const [ada, ben] = await Promise.all([newPerson("Ada"), newPerson("Ben")]);
  const found = await project(ada, { name: "Gannet index", visibility: "discoverable" });
  const at = await visit({ as: ada });
  await at.page.goto(`/projects/${found.id}/settings`);
  await at.page.getByLabel("Question to answer").fill("Which site do you work on?");
  await expectAccessible(at.page, "project settings with requests");
  await at.page.getByRole("button", { name: "Save what is asked" }).click();
  await at.page.getByText("Saved").waitFor();

  const other = await visit({ as: ben });
  await other.page.goto(`/projects/${found.id}`);
  await other.page.getByLabel("Which site do you work on?").fill("Point Loma");
  await expectAccessible(other.page, "asking for access");
  await picture(other.page, "asking for access");
  await other.page.getByRole("button", { name: "Ask for access" }).click();
  await other.page.getByText("Your request waits for a decision").waitFor();

  await at.page.goto("/requests");
  await at.page.getByText("Point Loma").waitFor();
  await expectAccessible(at.page, "requests to decide on");
  await picture(at.page, "requests to decide on");
  await at.page.getByRole("button", { name: "Give access to Ben" }).click();
  await at.page.getByText("Given").waitFor();

  await other.page.reload();
  await other.page.getByText("Nothing lies here yet").waitFor();
  expect((await ben.key.get(`/projects/${found.id}`)).privileges).toContain("read");
  expect([...at.complaints, ...other.complaints]).toEqual([]);
  await Promise.all([at.close(), other.close()]);
});

it("a project has an address that leads on, a README that cannot run, and another place to go", async () => {
  const ada = await newPerson("Ada");
  const [one, two] = [await project(ada, { name: "First place" }), await project(ada, { name: "Second place" })];
  const at = await visit({ as: ada });
  await at.page.goto(`/projects/${one.id}`);
  await at.page.getByRole("button", { name: "New project in it" }).click();
  await at.page.getByRole("dialog").getByLabel("Name").fill("Wanderer");
  await at.page.getByRole("button", { name: "Create project" }).click();
  await at.page.getByRole("heading", { name: "Wanderer" }).waitFor();

  await at.page.getByRole("link", { name: "Readme" }).click();
  await at.page.getByRole("button", { name: "Write one" }).click();
  const text =
    "# Kelp\n\n<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>[a](javascript:alert(1))";
  await at.page.getByLabel("README in Markdown").fill(text);
  await at.page.getByRole("button", { name: "Save README" }).click();
  await at.page.getByRole("heading", { name: "Kelp" }).waitFor();
  expect(await at.page.title()).not.toBe("run");
  expect(await at.page.locator(".prose script, .prose [onerror], .prose a[href^=javascript]").count()).toBe(0);
  await expectAccessible(at.page, "a README");
  await picture(at.page, "a readme");

  await at.page.getByRole("link", { name: "Settings", exact: true }).last().click();
  await at.page.getByRole("button", { name: "Move…" }).click();
  await at.page.getByRole("dialog").getByRole("button", { name: "To" }).click();
  await at.page.getByRole("option", { name: /Second place/ }).click();
  await at.page.getByRole("dialog").getByRole("button", { name: "Move", exact: true }).click();
  await at.page.getByRole("navigation", { name: "Breadcrumb" }).getByText("Second place").waitFor();
  await picture(at.page, "a moved project");
  await at.page.goto(`${one.path}/wanderer`);
  await at.page.getByRole("heading", { name: "Wanderer" }).waitFor();
  expect((await ada.key.get(`/projects/${two.id}/items`)).items).toMatchObject([{ name: "Wanderer" }]);
  expect(at.complaints.filter((one) => !/x$|404/.test(one))).toEqual([]);
  await at.close();
});
