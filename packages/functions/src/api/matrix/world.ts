import { createHmac } from "node:crypto";
import { Actor } from "@atrium/core/actor";
import { ApiKey } from "@atrium/core/api-key";
import { Config } from "@atrium/core/config";
import { createID } from "@atrium/core/id";
import { Identity } from "@atrium/core/identity";
import { Model } from "@atrium/core/model";
import { secret } from "@atrium/core/secret";
import { sql } from "kysely";
import { query, transaction } from "../../../../core/src/database/index.ts";
import { description } from "../../../../core/src/model/testing.ts";
import { type Client, call, client, upload } from "../testing.ts";

// Only for tests.

/** In the name of everything that somebody without rights must not hear of. */
export const SECRET = "xqzsecret";

type Right = "see" | "read" | "edit" | "create" | "transfer" | "share" | "remove" | "manage";
const reading: Right[] = ["see", "read", "transfer"];
const contributing: Right[] = [...reading, "edit", "create", "remove"];
const owning: Right[] = [...contributing, "share", "manage"];

/** `rights` on the project and all in it, `group` what they are in the unlisted group. */
export type Role = {
  name: string;
  authorization: string | undefined;
  rights: Right[];
  group: "admin" | "member" | undefined;
  /** What a share link to the project gave their browser. */
  cookie?: string;
  /** Has no account. */
  signedOut?: boolean;
  /** Why they are refused before any right is asked for. */
  refused?: "auth.invalid_key";
  admin?: boolean;
  readOnly?: boolean;
  owner?: boolean;
  /** Holds no grant, but comes while the project is open to everybody who has its link. */
  visits?: boolean;
};

/** The ids of one of everything, and who made it. */
export type World = { owner: Client; address: string; roles: Role[]; ids: Record<string, string> };

export async function makeWorld(): Promise<World> {
  const owner = await client(`${SECRET} Olga`);
  const made = async (path: string, body: object) => (await owner.post(path, body)).body;
  const project = await made("/projects", { name: `${SECRET} project`, description: SECRET, tags: [SECRET] });
  const file = (await upload(owner, project.id, `${SECRET}.csv`, "a\n1\n")).body;
  const { table, run } = await made("/tables", { projectId: project.id, name: `${SECRET} table`, fileId: file.id });
  const group = await made("/groups", { name: `${SECRET} group`, listed: false });
  const source = `#name: ${SECRET} script\n#input: int n = 1\n#output: int m\nm = n`;
  const script = await made("/scripts", { projectId: project.id, source });
  const reading = `#name: ${SECRET} reader\n#input: list<media> media\n#output: file annotations\n`;
  const reader = await made("/scripts", { projectId: project.id, source: reading });
  const analysis = { name: `${SECRET} algorithm`, scriptId: reader.id };
  const algorithm = await made(`/projects/${project.id}/algorithms`, analysis);
  const trigger = createID("trigger");
  await query((db) =>
    sql`insert into algorithm_trigger (id, algorithm_id, event, wait_seconds, run_as, created_by)
      values (${trigger}, ${algorithm.id}, 'media.ready', 60, ${owner.person.id}, ${owner.person.id})`.execute(db),
  );
  const model = await makeModel(owner, { projectID: project.id, tableID: table.id, runID: run.id });
  const notebook = await made("/notebooks", { projectId: project.id, name: `${SECRET} notebook` });
  const picture = (await upload(owner, project.id, `${SECRET}.gif`, "GIF89a")).body;
  const { media } = await made("/media", { projectId: project.id, fileId: picture.id });
  const type = (name: string, shape: string) => made(`/projects/${project.id}/annotation-types`, { name, shape });
  const [dot, track] = [await type(`${SECRET} dot`, "dot"), await type(`${SECRET} track`, "track")];
  const layer = await made(`/projects/${project.id}/layers`, { name: `${SECRET} layer` });
  const drawn = await made(`/media/${media.id}/localizations`, { items: [{ typeId: dot.id, x: 0.5, y: 0.5 }] });
  const said = await made(`/media/${media.id}/states`, { items: [{ typeId: track.id }] });
  const ids = {
    layer: layer.id,
    annotationType: dot.id,
    track: track.id,
    localization: drawn.items[0].elementalId,
    state: said.items[0].elementalId,
    media: media.id,
    model,
    notebook: notebook.id,
    script: script.id,
    reader: reader.id,
    algorithm: algorithm.id,
    trigger,
    project: project.id,
    file: file.id,
    table: table.id,
    run: run.id,
    group: group.id,
  };
  return { owner, ids, address: project.path, roles: await makeRoles(owner, ids) };
}

/** As a training leaves it; of its file there is only the address. */
const makeModel = (owner: Client, { projectID, tableID, runID }: Record<"projectID" | "tableID" | "runID", string>) =>
  Actor.as({ type: "user", userID: owner.person.id, admin: false, mayExecute: false }, () =>
    Model.register({
      runID,
      projectID,
      name: `${SECRET} model`,
      table: { id: tableID, version: 1 },
      file: { key: "runs/none/1/outputs/model.onnx", bytes: 1, sha256: "0".repeat(64) },
      description: description(SECRET),
    }),
  );

async function makeRoles(owner: Client, ids: { project: string; group: string }): Promise<Role[]> {
  const give = (whom: object, bundle: string) =>
    owner.post(`/entities/${ids.project}/grants`, { ...whom, bundle }).then(expectMade);
  const [byProject, byGroup, viewer, other, root, gone] = await Promise.all(
    ["Edith", "Greta", "Vera", "Otto", "Root", "Gone"].map((name) => client(name, { admin: name === "Root" })),
  );
  const domain = await client("Doris");
  if (!byProject || !byGroup || !viewer || !other || !root || !gone) throw new Error("Somebody is missing");

  await give({ email: byProject.person.email }, "contributor");
  await give({ email: viewer.person.email }, "viewer");
  await give({ email: gone.person.email }, "contributor");
  const outer = expectMade(await owner.post("/groups", { name: "Outer" })).body.id;
  const inner = expectMade(await owner.post("/groups", { name: "Inner" })).body.id;
  expectMade(await owner.post(`/groups/${outer}/members`, { memberId: inner }));
  expectMade(await owner.post(`/groups/${inner}/members`, { memberId: byGroup.person.id }));
  await give({ principalId: outer }, "contributor");
  expectMade(await owner.post(`/groups/${ids.group}/members`, { memberId: byProject.person.id }));
  await query((db) =>
    db
      .updateTable("user")
      .set({ email: "doris@verified.example", email_verified: true })
      .where("id", "=", domain.person.id)
      .execute(),
  );
  const rootGive = { principalId: "domain:verified.example", bundle: "annotator" };
  await owner.post(`/entities/${ids.project}/grants`, { email: root.person.email, bundle: "owner" }).then(expectMade);
  expectMade(await root.post(`/entities/${ids.project}/grants`, rootGive));
  await root.delete(`/entities/${ids.project}/grants/${root.person.id.replace("usr_", "grp_")}`);
  expectMade(await root.post(`/users/${gone.person.id}/deactivate`), 200);

  const nobody = { authorization: undefined, signedOut: true };
  const cookie = await opened(owner, ids.project, {});
  const readingOnly = await opened(owner, ids.project, { download: false });
  const member = `${cookie}; ${await session(other.person.id)}`;

  const bearer = ({ key }: { key: string }) => `Bearer ${key}`;
  const keyOf = (expires: Date | null, scopes: ("read" | "admin")[]) =>
    ApiKey.insert({ userID: owner.person.id, name: "k", scopes, expires }).then(bearer);
  return [
    { name: "owner", authorization: bearer(owner), rights: owning, group: "admin", owner: true },
    { name: "editor by project", authorization: bearer(byProject), rights: contributing, group: "member" },
    { name: "editor by nested group", authorization: bearer(byGroup), rights: contributing, group: undefined },
    { name: "viewer", authorization: bearer(viewer), rights: reading, group: undefined },
    { name: "verified-domain member", authorization: bearer(domain), rights: [...reading, "edit"], group: undefined },
    { name: "link holder", ...nobody, cookie, rights: reading, group: undefined },
    { name: "link holder, read only", ...nobody, cookie: readingOnly, rights: ["see", "read"], group: undefined },
    {
      name: "link holder with an account",
      authorization: undefined,
      rights: reading,
      group: undefined,
      cookie: member,
    },
    {
      name: "visitor with an account",
      authorization: bearer(other),
      rights: ["see", "read"],
      group: undefined,
      visits: true,
    },
    { name: "visitor", ...nobody, rights: ["see", "read"], group: undefined, visits: true },
    { name: "other user", authorization: bearer(other), rights: [], group: undefined },
    { name: "administrator", authorization: bearer(root), rights: [], group: "admin", admin: true },
    { name: "anonymous", ...nobody, rights: [], group: undefined },
    {
      name: "expired key",
      authorization: await keyOf(new Date(Date.now() - 1_000), ["admin"]),
      rights: [],
      group: undefined,
      refused: "auth.invalid_key",
    },
    {
      name: "key without scope",
      authorization: await keyOf(null, ["read"]),
      rights: reading,
      group: "admin",
      readOnly: true,
      owner: true,
    },
    {
      name: "deactivated user",
      authorization: bearer(gone),
      rights: [],
      group: undefined,
      refused: "auth.invalid_key",
    },
  ];
}

/** The cookie that somebody has who opened a link to the project. */
async function opened(owner: Client, projectID: string, link: object): Promise<string> {
  const { url } = expectMade(await owner.post(`/entities/${projectID}/share-links`, link)).body;
  const body = JSON.stringify({ secret: url.split("#")[1] });
  const answer = await call("/share-links/open", {
    method: "POST",
    body,
    headers: { "content-type": "application/json" },
  });
  return expectMade(answer, 200).headers.get("set-cookie")?.split(";")[0] ?? "";
}

/** The cookie of somebody who is signed in. */
async function session(userID: string): Promise<string> {
  const token = createID("session");
  const expires_at = new Date(Date.now() + 3_600_000);
  await query((db) =>
    sql`insert into session (id, token, user_id, expires_at, created_at, updated_at)
      values (${createID("session")}, ${token}, ${userID}, ${expires_at}, now(), now())`.execute(db),
  );
  const signature = createHmac("sha256", await secret(Config.authSecretARN()))
    .update(token)
    .digest("base64");
  return `${Identity.cookieName(false)}=${encodeURIComponent(`${token}.${signature}`)}`;
}

function expectMade<T extends { status: number; body: unknown }>(answer: T, status = 201): T {
  if (answer.status !== status) throw new Error(`The world is not as it should be: ${JSON.stringify(answer.body)}`);
  return answer;
}

class Undo extends Error {}

/** Does something and undoes it, so that every case begins with the same world and none needs another's order. */
export async function undone<T>(run: () => Promise<T>): Promise<T> {
  let result: { value: T } | undefined;
  await transaction(async () => {
    result = { value: await run() };
    throw new Undo();
  }).catch((error) => {
    if (!(error instanceof Undo)) throw error;
  });
  if (!result) throw new Error("Undone before it was done");
  return result.value;
}
