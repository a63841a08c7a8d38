import { expect, test } from "vitest";
import { client, upload, useAPI } from "./testing.ts";

useAPI();

test("stars are one's own, newest first, and of what one may see", async () => {
  const [anna, bert] = [await client("Anna"), await client("Bert")];
  const projectID = (await anna.post("/projects", { name: "Birds" })).body.id;
  const fileID = (await upload(anna, projectID, "a.csv", "a\n1\n")).body.id;
  const star = (id: string) => `/entities/${id}/favorite`;
  expect((await anna.put(star(projectID), undefined)).status).toBe(204);
  expect((await anna.put(star(fileID), undefined)).status).toBe(204);
  expect((await anna.put(star(fileID), undefined)).status).toBe(204);
  expect((await anna.get(star(fileID))).body).toEqual({ favorite: true });
  const first = (await anna.get("/favorites?limit=1")).body;
  expect(first.items).toMatchObject([{ id: fileID, kind: "file", name: "a.csv" }]);
  const second = (await anna.get(`/favorites?limit=1&cursor=${encodeURIComponent(first.next)}`)).body;
  expect(second).toMatchObject({ items: [{ id: projectID }], next: null });

  expect((await bert.put(star(projectID), undefined)).status).toBe(404);
  expect((await bert.get("/favorites")).body.items).toEqual([]);
  const principalId = bert.person.id.replace("usr", "grp");
  await anna.post(`/entities/${projectID}/grants`, { principalId, bundle: "viewer" });
  await bert.put(star(projectID), undefined);
  expect((await bert.get("/search?q=is:favorite")).body.items).toMatchObject([{ id: projectID }]);
  await anna.delete(`/entities/${projectID}/grants/${principalId}`);
  expect((await bert.get("/favorites")).body.items).toEqual([]);
  expect((await bert.delete(star(projectID))).status).toBe(204);

  await anna.delete(`/files/${fileID}`);
  expect((await anna.get("/favorites")).body.items).toMatchObject([{ id: projectID }]);
  await anna.delete(star(projectID));
  expect((await anna.get("/favorites")).body.items).toEqual([]);
});
