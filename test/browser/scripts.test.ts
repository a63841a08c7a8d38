import { expect, it } from "vitest";
import { createProject, ended } from "../support/make.ts";
import { administrator, newPerson } from "../support/people.ts";
import { expectAccessible, picture, useBrowser } from "../support/visit.ts";

const visit = useBrowser();

const HEADER = `#name: Rain by month
#language: python
#input: dataframe days
#input: column amount {type: numerical}
#input: int first = 1 {min: 1; max: 12; caption: First month}
#output: double total {units: mm}

total = days[amount].sum()
`;

it("a script is written with its form beside it, told where its header is wrong, and taken back", async () => {
  const ada = await newPerson("Ada");
  const project = await createProject(ada.key, "Weather");
  const at = await visit({ as: ada });
  const { page } = at;
  await page.goto(`/projects/${project.id}`);
  await page.getByRole("button", { name: "More to add" }).click();
  await page.getByRole("menuitem", { name: "New script" }).click();
  await page.waitForURL(/\/scripts\/scr_/);
  const editor = page.getByRole("textbox", { name: "Source" });
  await editor.waitFor();
  const form = page.getByRole("form", { name: /^Run / });
  await form.getByRole("combobox", { name: "Table" }).waitFor();

  const write = async (text: string) => {
    await editor.click();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText(text);
  };
  await write(HEADER.replace("= 1 {", "= one {"));
  await page.getByText('Line 5: The default "one" is not a whole number.').waitFor();
  await picture(page, "a script whose header is wrong");
  await expectAccessible(page, "a script whose header is wrong");

  await write(HEADER);
  await form.getByLabel("First month").waitFor();
  await page.keyboard.press("ControlOrMeta+s");
  await page.getByRole("heading", { name: "Rain by month" }).waitFor();
  await picture(page, "a script");
  await expectAccessible(page, "a script");

  // Tab belongs to the code, until Escape says otherwise.
  const own = page.getByRole("textbox", { name: "Source" });
  await own.focus();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  expect(await page.locator(".cm-content:focus").count()).toBe(0);

  await page.getByRole("tab", { name: "Versions" }).click();
  await page.getByRole("button", { name: "Restore version 1" }).click();
  await page.getByRole("heading", { name: "Rain by month" }).waitFor();
  await page.getByText("from v1").waitFor();
  await picture(page, "versions of a script");
  expect(at.complaints).toEqual([]);
  const { pathname } = new URL(page.url());
  await at.close();

  const dark = await visit({ as: ada, scheme: "dark" });
  await dark.page.goto(pathname);
  await dark.page.getByRole("textbox", { name: "Source" }).waitFor();
  await picture(dark.page, "a script, dark");
  await expectAccessible(dark.page, "a script, dark");
  await dark.close();
});

it("the line where it failed is gone to each time that is asked for", async ({ skip }) => {
  const ada = await newPerson("Ada");
  await administrator.call("PATCH", `/users/${ada.id}`, { body: { mayExecute: true } });
  const project = await createProject(ada.key, "Weather");
  const source = "//name: Fails\n//language: javascript\n//output: int n\n\nn = nothing.at.all;\n";
  const script = await ada.session.post("/scripts", { projectId: project.id, source });
  const begun = await ada.session.post(`/functions/${script.id}/runs`, { inputs: {} });
  const run = await ended(ada.session, begun.id);
  skip(/on this machine|namespaces/i.test(run.error.message), run.error.message);
  const { page, close } = await visit({ as: ada });
  await page.goto(`/scripts/${script.id}?run=${run.id}`);
  const line = page.locator(".cm-activeLine");
  for (let again = 0; again < 2; again++) {
    await page.locator(".cm-line").first().click();
    await expect.poll(() => line.textContent()).toBe("//name: Fails");
    await page.getByRole("button", { name: "Go to line 5" }).click();
    await expect.poll(() => line.textContent()).toBe("n = nothing.at.all;");
  }
  await close();
});
