import { expect, test } from "vitest";
import { client, upload, useAPI } from "./testing.ts";

const workflows = useAPI();

test("from a project over an upload to a table and its run", async () => {
  const anna = await client("Anna");
  const project = await anna.post("/projects", { name: "Flüge 2024", tags: ["raw"] });
  expect(project).toMatchObject({
    status: 201,
    body: {
      kind: "project",
      slug: "fluge-2024",
      visibility: "private",
      items: 0,
      revision: 1,
      createdBy: { name: "Anna" },
    },
  });
  expect(project.headers.get("etag")).toBe('"1"');

  const file = await upload(anna, project.body.id, "flights.csv", "a,b\n1,2\n");
  expect(file).toMatchObject({
    status: 201,
    body: { kind: "file", bytes: 8, contentType: "text/csv", projectId: project.body.id },
  });

  const link = await anna.get(`/files/${file.body.id}/download`);
  const bytes = await fetch(link.body.url);
  expect(await bytes.text()).toBe("a,b\n1,2\n");
  expect(bytes.headers.get("content-disposition")).toContain("attachment");

  const made = await anna.post("/tables", { projectId: project.body.id, name: "Flights", fileId: file.body.id });
  expect(made).toMatchObject({
    status: 202,
    body: {
      table: { state: "importing", version: null, source: { fileId: file.body.id, name: "flights.csv" } },
      run: { state: "queued", attempt: 1, function: { name: "import" }, steps: [] },
    },
  });
  const { id: runID } = made.body.run;
  expect(made.headers.get("location")).toBe(`/api/v1/runs/${runID}`);
  expect(workflows.of(runID)?.input).toEqual({ runId: runID, attempt: 1 });

  const items = await anna.get(`/projects/${project.body.id}/items?sort=name&count=true`);
  expect(items.body).toMatchObject({
    items: [
      { name: "Flights", state: "importing" },
      { name: "flights.csv", bytes: 8 },
    ],
    next: null,
    total: 2,
  });
  const found = await anna.get("/search?q=fligh&kind=table");
  expect(found.body.items).toMatchObject([{ id: made.body.table.id }]);
  expect((await anna.get("/runs")).body.items).toMatchObject([{ id: runID }]);
});
