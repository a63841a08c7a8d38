/** Every change and every access to data leaves an event: who, what, with which key, from where. */
import { expect, it } from "vitest";
import { importContent, importTable, MALFORMED, rows, uploadFile } from "../../support/make.ts";
import { administrator, newPerson } from "../../support/people.ts";

type Event = { type: string; entityId: string; keyId: string | null; parameters: Record<string, unknown> };

/** The oldest first. */
async function eventsOf(actorId: string): Promise<Event[]> {
  const { items } = await administrator.get(`/audit?actorId=${actorId}&limit=1000`);
  return items.reverse();
}

const typesOf = (events: Event[]) => events.map(({ type }) => type);

it("follows a file from its upload to the rows that somebody reads", async () => {
  const ada = await newPerson("Ada");
  const { project, file, table, run } = await importTable(ada.key, "a,b\n1,2\n");
  await rows(ada.key, table.id);
  await rows(ada.key, table.id, { offset: 1 });
  await ada.key.get(`/tables/${table.id}/download?format=parquet`);
  await ada.key.get(`/files/${file.id}/download`);
  await ada.key.get(`/files/${file.id}/download`);
  await ada.key.get(`/files/${file.id}/preview`);

  const events = (await eventsOf(ada.id)).filter(({ type }) => !/^(account|api_key|notification)\./.test(type));
  const about = ({ type, entityId }: Event) => `${type} ${entityId}`;
  // The steps of a run write beside the requests of the person, so only what depends on what has an order.
  expect(events.map(about).sort()).toEqual(
    [
      `project.created ${project.id}`,
      `upload.begun ${project.id}`,
      `file.created ${file.id}`,
      `table.created ${table.id}`,
      `run.requested ${table.id}`,
      `table.version_added ${table.id}`,
      `run.succeeded ${table.id}`,
      `table.read ${table.id}`,
      `table.downloaded ${table.id}`,
      `file.downloaded ${file.id}`,
      `file.downloaded ${file.id}`,
      `file.previewed ${file.id}`,
    ].sort(),
  );
  const asked = events.find(({ type }) => type === "run.requested");
  expect(asked).toMatchObject({ keyId: expect.stringMatching(/^key_/), parameters: { runId: run.id } });
  expect(events.find(({ type }) => type === "run.succeeded")).toMatchObject({
    keyId: null,
    runId: run.id,
    actorType: "run",
  });
});

it("tells how a run failed and was tried again, and of an upload that was given up", async () => {
  const ada = await newPerson("Ada");
  const { project, run } = await importContent(ada.key, MALFORMED);
  expect(run.state).toBe("failed");
  const { id } = await ada.key.post("/uploads", { projectId: project.id, name: "never.bin", bytes: 10 });
  expect((await ada.key.call("DELETE", `/uploads/${id}`)).status).toBe(204);
  const events = await eventsOf(ada.id);
  expect(events.find(({ type }) => type === "run.failed")?.parameters).toMatchObject({
    runId: run.id,
    code: run.error.code,
  });
  expect(events.find(({ type }) => type === "upload.given_up")?.parameters).toEqual({ uploadId: id });
});

it("shows a project's people what changed, and not who looked", async () => {
  const ada = await newPerson("Ada");
  const { project, table } = await importTable(ada.key, "a,b\n1,2\n");
  await rows(ada.key, table.id);
  const file = await uploadFile(ada.key, project.id, "more.csv", "a\n1\n");
  await ada.key.get(`/files/${file.id}/download`);
  const { items } = await ada.key.get(`/entities/${project.id}/activity?limit=100`);
  expect(typesOf(items)).toEqual(expect.arrayContaining(["file.created", "table.version_added", "run.succeeded"]));
  expect(typesOf(items)).not.toContain("table.read");
  expect(typesOf(items)).not.toContain("file.downloaded");
});
