import fc from "fast-check";
import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Access } from "../access/index.ts";
import { query } from "../database/index.ts";
import { createUser, type Person, useDatabase } from "../database/testing.ts";
import { Project } from "../project/index.ts";
import { Group } from "./index.ts";

useDatabase();

let anna: Person;
let bert: Person;
let cleo: Person;
beforeAll(async () => {
  [anna, bert, cleo] = await Promise.all([createUser("Anna"), createUser("Bert"), createUser("Cleo")]);
});

const team = (by: Person, name = "Team", listed = true) => by.as(() => Group.create({ name, listed }));
const add = (by: Person, groupID: string, id: string, role: "member" | "admin" = "member") =>
  by.as(() => Group.addMember({ groupID, memberId: id, role }));
const kick = (by: Person, groupID: string, memberID: string) => by.as(() => Group.removeMember({ groupID, memberID }));

describe("a team", () => {
  let id: string;
  beforeEach(async () => {
    id = await team(anna);
  });

  test("is led by who made it, and gives its members what it was given", async () => {
    const project = await anna.as(() => Project.create({ name: "Shared" }));
    await anna.as(() => Access.give({ entityID: project, grant: { principalId: id, bundle: "contributor" } }));
    await expect(bert.as(() => Project.get(project))).rejects.toMatchObject({ code: "project.not_found" });
    await add(anna, id, bert.id);
    expect((await bert.as(() => Project.get(project))).privileges).toContain("create");
    await kick(anna, id, bert.id);
    await expect(bert.as(() => Project.get(project))).rejects.toMatchObject({ code: "project.not_found" });
  });

  test("is changed by its admins only, and not behind somebody's back", async () => {
    await add(anna, id, bert.id);
    await expect(bert.as(() => Group.update({ id, patch: { name: "Mine" } }))).rejects.toMatchObject({
      code: "group.admins_only",
    });
    await expect(add(bert, id, cleo.id)).rejects.toMatchObject({ code: "group.admins_only" });
    await add(anna, id, bert.id, "admin");
    await bert.as(() => Group.update({ id, revision: 1, patch: { name: "Ours" } }));
    await expect(anna.as(() => Group.update({ id, revision: 1, patch: { name: "Mine" } }))).rejects.toMatchObject({
      code: "group.stale",
    });
    expect(await anna.as(() => Group.get(id))).toMatchObject({ name: "Ours", revision: 2, members: 2, role: "admin" });
  });

  test("never loses its last admin, not even when two leave at once", async () => {
    await expect(kick(anna, id, anna.id)).rejects.toMatchObject({ code: "group.last_admin" });
    await expect(add(anna, id, anna.id, "member")).rejects.toMatchObject({ code: "group.last_admin" });
    await add(anna, id, bert.id, "admin");
    const left = await Promise.allSettled([kick(anna, id, anna.id), kick(bert, id, bert.id)]);
    expect(left.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("may be left by who is in it", async () => {
    await add(anna, id, bert.id);
    await kick(bert, id, bert.id);
    await expect(kick(bert, id, bert.id)).rejects.toMatchObject({ code: "group.no_such_member" });
  });

  test("shows its members to members, their addresses to admins", async () => {
    await add(anna, id, bert.id);
    const members = (by: Person) => by.as(() => Group.listMembers({ groupID: id }));
    expect((await members(anna)).items.map(({ name, role, email }) => [name, role, email])).toEqual([
      ["Anna", "admin", anna.email],
      ["Bert", "member", bert.email],
    ]);
    expect((await members(bert)).items.map(({ email }) => email)).toEqual([undefined, undefined]);
    await expect(members(cleo)).rejects.toMatchObject({ code: "group.members_only" });
  });

  test("that is not listed does not exist for others", async () => {
    const hidden = await team(anna, "Plans", false);
    await expect(bert.as(() => Group.get(hidden))).rejects.toMatchObject({ code: "group.not_found" });
    await expect(bert.as(() => Group.ask({ groupID: hidden }))).rejects.toMatchObject({ code: "group.not_found" });
    const project = await bert.as(() => Project.create({ name: "B" }));
    const give = () =>
      bert.as(() => Access.give({ entityID: project, grant: { principalId: hidden, bundle: "viewer" } }));
    await expect(give()).rejects.toMatchObject({ code: "grant.no_such_principal" });
    expect((await bert.as(() => Group.list({ q: "Plans", count: true }))).total).toBe(0);
    expect((await anna.as(() => Group.list({ q: "Plans", count: true }))).total).toBe(1);
    await add(anna, hidden, bert.id);
    expect((await bert.as(() => Group.get(hidden))).role).toBe("member");
    await give();
  });

  test("in the trash gives nothing, and back out of it all again", async () => {
    const outer = await team(anna, "Outer");
    await add(anna, outer, id);
    await add(anna, id, bert.id);
    const project = await anna.as(() => Project.create({ name: "P" }));
    await anna.as(() => Access.give({ entityID: project, grant: { principalId: outer, bundle: "viewer" } }));
    expect(await bert.as(() => Access.effective(project))).toBeGreaterThan(0);
    await anna.as(() => Group.remove({ id }));
    expect(await bert.as(() => Access.effective(project))).toBe(0);
    await expect(anna.as(() => Group.get(id))).rejects.toMatchObject({ code: "group.not_found" });
    await expect(bert.as(() => Group.restore(id))).rejects.toMatchObject({ code: "group.not_found" });
    await anna.as(() => Group.restore(id));
    expect(await bert.as(() => Access.effective(project))).toBeGreaterThan(0);
  });

  test("an API key that only reads changes nothing", async () => {
    const reader = await createUser("Reader", { scopes: ["read"] });
    await expect(reader.as(() => Group.create({ name: "X" }))).rejects.toMatchObject({ code: "access.denied" });
    await add(anna, id, reader.id, "admin");
    await expect(add(reader, id, cleo.id)).rejects.toMatchObject({ code: "access.denied" });
  });
});

describe("groups in groups", () => {
  test("a circle is refused, however long, also through the trash and when two people close it at once", async () => {
    const chain = await Promise.all(Array.from({ length: 6 }, (_, n) => team(anna, `Chain ${n}`)));
    for (const [n, id] of chain.slice(1).entries()) await add(anna, chain[n] ?? "", id);
    const [first = "", second = ""] = chain;
    const last = chain.at(-1) ?? "";
    await expect(add(anna, last, first)).rejects.toMatchObject({ code: "group.cycle" });
    await expect(add(anna, first, first)).rejects.toMatchObject({ code: "group.cycle" });
    await anna.as(() => Group.remove({ id: second }));
    await expect(add(anna, last, first)).rejects.toMatchObject({ code: "group.cycle" });
    const [a, b] = await Promise.all([team(anna), team(anna)]);
    const both = await Promise.allSettled([add(anna, a, b), add(anna, b, a)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("a group may lead another", async () => {
    const [outer, inner] = await Promise.all([team(anna, "Outer"), team(anna, "Inner")]);
    await add(anna, inner, bert.id);
    await add(anna, outer, inner, "admin");
    await add(bert, outer, cleo.id);
    expect((await cleo.as(() => Group.get(outer))).role).toBe("member");
    expect((await bert.as(() => Group.get(outer))).role).toBe("admin");
  });

  const SIZE = 6;
  const Step = fc.oneof(
    fc.record({ does: fc.constantFrom("add", "remove"), parent: fc.nat(SIZE - 1), child: fc.nat(SIZE - 1) }),
    fc.record({ does: fc.constantFrom("trash", "restore"), group: fc.nat(SIZE - 1) }),
  );

  test("the closure is what walking the edges finds, after any changes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(Step, { maxLength: 14 }), async (steps) => {
        const ids = await Promise.all(Array.from({ length: SIZE }, () => team(anna)));
        const id = (n: number) => ids[n] ?? "";
        const edges = new Set<string>();
        const trashed = new Set<number>();
        for (const step of steps) {
          if ("group" in step) {
            const { does, group } = step;
            if (does === "trash" && !trashed.has(group)) await anna.as(() => Group.remove({ id: id(group) }));
            if (does === "restore") await anna.as(() => Group.restore(id(group)));
            does === "trash" ? trashed.add(group) : trashed.delete(group);
            continue;
          }
          const { does, parent, child } = step;
          if (trashed.has(parent) || trashed.has(child)) continue;
          if (does === "add") {
            const circle = walk(edges, child).has(parent);
            const added = add(anna, id(parent), id(child));
            if (circle) await expect(added).rejects.toMatchObject({ code: "group.cycle" });
            else await added;
            if (!circle) edges.add(`${parent}>${child}`);
          } else if (edges.delete(`${parent}>${child}`)) await kick(anna, id(parent), id(child));
        }
        const found = await query((db) =>
          sql<{
            pair: string;
          }>`select ancestor_id || '>' || descendant_id as pair from group_closure where ancestor_id = any (${ids})`.execute(
            db,
          ),
        );
        const expected = ids.flatMap((_, n) =>
          trashed.has(n) ? [] : [...walk(edges, n, trashed)].map((below) => `${id(n)}>${id(below)}`),
        );
        expect(found.rows.map(({ pair }) => pair).sort()).toEqual(expected.sort());
      }),
      { numRuns: 25, seed: 20, endOnFailure: true },
    );
  }, 120_000);
});

/** A group and all that lies in it, in the obvious way. */
function walk(edges: Set<string>, from: number, trashed = new Set<number>()): Set<number> {
  const seen = new Set([from]);
  for (let before = 0; before !== seen.size; ) {
    before = seen.size;
    for (const edge of edges) {
      const [parent = 0, child = 0] = edge.split(">").map(Number);
      if (seen.has(parent) && !trashed.has(child)) seen.add(child);
    }
  }
  return seen;
}

describe("asking to join", () => {
  let id: string;
  beforeEach(async () => {
    id = await team(anna, "Open");
  });

  test("is decided once, by an admin", async () => {
    const requestID = await bert.as(() => Group.ask({ groupID: id, message: "Please" }));
    await expect(bert.as(() => Group.ask({ groupID: id }))).rejects.toMatchObject({ code: "group.already_asked" });
    const decide = (by: Person, approve: boolean) => by.as(() => Group.decide({ groupID: id, requestID, approve }));
    await expect(decide(bert, true)).rejects.toMatchObject({ code: "group.admins_only" });
    expect(await anna.as(() => Group.listRequests({ groupID: id, state: "pending" }))).toMatchObject([
      { id: requestID, message: "Please", user: { name: "Bert" } },
    ]);
    const decided = await Promise.allSettled([decide(anna, true), decide(anna, false)]);
    expect(decided.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(decide(anna, true)).rejects.toMatchObject({ code: "group.request_decided" });
  });

  test("a rejected one may ask again, and take it back", async () => {
    const first = await bert.as(() => Group.ask({ groupID: id }));
    await anna.as(() => Group.decide({ groupID: id, requestID: first, approve: false }));
    expect((await bert.as(() => Group.get(id))).role).toBeNull();
    const second = await bert.as(() => Group.ask({ groupID: id }));
    await expect(cleo.as(() => Group.withdraw({ groupID: id, requestID: second }))).rejects.toMatchObject({
      code: "group.no_such_request",
    });
    await bert.as(() => Group.withdraw({ groupID: id, requestID: second }));
    expect(await cleo.as(() => Group.listRequests({ groupID: id }))).toEqual([]);
    expect((await bert.as(() => Group.listRequests({ groupID: id }))).map(({ state }) => state)).toEqual([
      "withdrawn",
      "rejected",
    ]);
  });

  test("a member need not", async () => {
    await add(anna, id, bert.id);
    await expect(bert.as(() => Group.ask({ groupID: id }))).rejects.toMatchObject({ code: "group.already_member" });
  });
});

test("sharing with a domain reaches those whose address in it is verified, and nobody shares with another's", async () => {
  const project = await anna.as(() => Project.create({ name: "Domain" }));
  const give = (principalId: string) =>
    anna.as(() => Access.give({ entityID: project, grant: { principalId, bundle: "viewer" } }));
  await expect(give("domain:example.org")).rejects.toMatchObject({ code: "grant.not_your_domain" });
  await query((db) => db.updateTable("user").set({ email_verified: true }).where("id", "=", anna.id).execute());
  await give("domain:example.org");
  await expect(give("domain:example.com")).rejects.toMatchObject({ code: "grant.not_your_domain" });
  expect(await bert.as(() => Access.effective(project))).toBe(0);
  await query((db) => db.updateTable("user").set({ email_verified: true }).where("id", "=", bert.id).execute());
  expect(await bert.as(() => Access.effective(project))).toBeGreaterThan(0);
});

test("people are found by team-mates and by their whole address only", async () => {
  const stranger = await createUser("Xenia");
  const search = (q: string) => anna.as(async () => (await Group.principals({ q })).map(({ name }) => name));
  expect(await search("Xenia")).toEqual([]);
  expect(await search(stranger.email)).toEqual(["Xenia"]);
  await add(anna, await team(anna, "Mates"), stranger.id);
  expect(await search("xen")).toEqual(["Xenia"]);
  expect(await search("%")).toEqual([]);
});
