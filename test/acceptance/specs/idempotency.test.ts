import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Json } from "../../support/http.ts";
import { createProject, ended, uploadFile } from "../../support/make.ts";
import { unique } from "../../support/names.ts";
import { newPerson, type Person } from "../../support/people.ts";

let ada: Person;
beforeAll(async () => {
  ada = await newPerson("Ada");
});

const keyed = (key: string, body: Json, path = "/projects") =>
  ada.key.call("POST", path, { body, headers: { "idempotency-key": key } });

describe("the same Idempotency-Key", () => {
  it("does it once and answers the same", async () => {
    const [key, name] = [randomUUID(), unique("Once")];
    const [first, second] = [await keyed(key, { name }), await keyed(key, { name })];
    expect(first.status).toBe(201);
    expect(second.status).toBe(201);
    expect(second.body.id).toBe(first.body.id);
    const { items } = await ada.key.get(`/projects?q=${encodeURIComponent(name)}`);
    expect(items.filter((project: Json) => project.name === name)).toHaveLength(1);
  });

  it("does it once when both come at the same time", async () => {
    const [key, name] = [randomUUID(), unique("Race")];
    const answers = await Promise.all(Array.from({ length: 6 }, () => keyed(key, { name })));
    const ids = new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body.id));
    expect(ids.size).toBe(1);
    for (const { status, text } of answers) expect([201, 409], text).toContain(status);
  });

  it("with another body is refused", async () => {
    const key = randomUUID();
    await keyed(key, { name: unique("One") });
    expect((await keyed(key, { name: unique("Another") })).status).toBe(422);
  });

  it("of somebody else means nothing", async () => {
    const [key, name] = [randomUUID(), unique("Mine")];
    const first = await keyed(key, { name });
    const eve = await newPerson("Eve");
    const hers = await eve.key.call("POST", "/projects", { body: { name }, headers: { "idempotency-key": key } });
    expect(hers.status).toBe(201);
    expect(hers.body.id).not.toBe(first.body.id);
  });

  it("starts one run", async () => {
    const project = await createProject(ada.key);
    const file = await uploadFile(ada.key, project.id, "a.csv", "a\n1\n");
    const body = { projectId: project.id, name: "Once", fileId: file.id };
    const key = randomUUID();
    const [first, second] = [await keyed(key, body, "/tables"), await keyed(key, body, "/tables")];
    expect(second.body.run.id).toBe(first.body.run.id);
    expect(second.body.table.id).toBe(first.body.table.id);
    expect(await ended(ada.key, first.body.run.id)).toMatchObject({ state: "succeeded" });
    const { items } = await ada.key.get(`/runs?projectId=${project.id}`);
    expect(items).toHaveLength(1);
  });
});
