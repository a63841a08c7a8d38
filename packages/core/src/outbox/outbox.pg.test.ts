import { sql } from "kysely";
import { afterEach, expect, test, vi } from "vitest";
import { query, transaction } from "../database/index.ts";
import { createUser, useDatabase } from "../database/testing.ts";
import { AppError } from "../error/index.ts";
import { Outbox } from "./index.ts";
import type { Deliver } from "./relay.ts";

useDatabase();
afterEach(() => query((db) => db.deleteFrom("outbox").execute()));

const rows = () => query((db) => db.selectFrom("outbox").selectAll().orderBy("id").execute());
const makeDue = () => query((db) => sql`update outbox set due_at = now() where state = 'waiting'`.execute(db));

const never: Deliver = () => Promise.reject(new Error("not asked for"));
const relay = (mail: Deliver, until = Date.now() + 60_000) =>
  Outbox.relay({ mail, webhook: never, socket: never, notification: never }, { until });

test("a message goes out after the commit and never after a rollback", async () => {
  const said: unknown[] = [];
  await transaction(() => Outbox.put("mail", { to: "anna" }));
  const failed = transaction(async () => {
    await Outbox.put("mail", { to: "bert" });
    throw new Error("rolled back");
  });
  await expect(failed).rejects.toThrow("rolled back");
  expect(await relay(async (payload) => said.push(payload))).toEqual({ delivered: 1, failed: 0, dead: 0 });
  expect(said).toEqual([{ to: "anna" }]);
  expect(await rows()).toEqual([]);
});

test("a message that fails waits longer each time, keeps its id and is given up at last", async () => {
  await Outbox.put("mail", { to: "anna" });
  const deliver = vi.fn<Deliver>().mockRejectedValue(new Error("no answer"));
  const waits: number[] = [];
  for (let attempt = 1; attempt <= Outbox.MOST_ATTEMPTS.mail; attempt++) {
    await makeDue();
    await relay(deliver);
    const [row] = await rows();
    expect(row).toMatchObject({ attempts: attempt, error: "no answer" });
    waits.push((row?.due_at.getTime() ?? 0) - Date.now());
  }
  expect(waits[2]).toBeGreaterThan(waits[0] ?? 0);
  expect((await rows())[0]?.state).toBe("dead");
  expect(new Set(deliver.mock.calls.map(([, { id }]) => id)).size).toBe(1);
  expect(deliver.mock.lastCall?.[1].last).toBe(true);
  await makeDue();
  expect(await relay(deliver)).toEqual({ delivered: 0, failed: 0, dead: 0 });
});

test("what trying again cannot help is given up at once", async () => {
  await Outbox.put("mail", { to: "nobody" });
  const refused = new AppError("unprocessable", "mail.refused", "There is no such address.");
  expect(await relay(() => Promise.reject(refused))).toEqual({ delivered: 0, failed: 0, dead: 1 });
  expect((await rows())[0]?.state).toBe("dead");
});

test("two relays at once deliver every message once", async () => {
  await transaction(async () => {
    for (let n = 0; n < 50; n++) await Outbox.put("mail", { n });
  });
  const said: unknown[] = [];
  const slow: Deliver = async (payload) => {
    await new Promise((resolve) => setTimeout(resolve, 2));
    said.push((payload as { n: number }).n);
  };
  await Promise.all([relay(slow), relay(slow)]);
  expect(said.sort((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 50 }, (_, n) => n));
});

test("a message whose relay died is delivered when its lease ends", async () => {
  await Outbox.put("mail", { to: "anna" });
  const died = Promise.withResolvers<void>();
  void relay(() => died.promise);
  await vi.waitFor(async () => expect((await rows())[0]?.attempts).toBe(1));
  const said: unknown[] = [];
  const deliver: Deliver = async (payload) => said.push(payload);
  expect(await relay(deliver)).toMatchObject({ delivered: 0 });
  await makeDue();
  expect(await relay(deliver)).toMatchObject({ delivered: 1 });
  died.resolve();
});

test("administrators see what was given up and let it be tried again", async () => {
  const [admin, other] = [await createUser("Ada", { admin: true }), await createUser("Otto")];
  await Outbox.put("mail", { to: "anna" });
  await Outbox.put("mail", { to: "bert" });
  const permanent = new AppError("unprocessable", "mail.refused", "Refused.");
  await relay(() => Promise.reject(permanent));
  await expect(other.as(() => Outbox.list({}))).rejects.toMatchObject({ kind: "forbidden" });
  await expect(other.as(() => Outbox.replay({}))).rejects.toMatchObject({ kind: "forbidden" });
  await admin.as(async () => {
    const { items } = await Outbox.list({ limit: 1 });
    expect(items).toMatchObject([{ channel: "mail", state: "dead", error: "Refused." }]);
    expect(await Outbox.replay({ id: items[0]?.id })).toBe(1);
    await expect(Outbox.replay({ id: "999999" })).rejects.toMatchObject({ code: "delivery.not_found" });
    expect(await Outbox.replay({})).toBe(1);
  });
  const said: unknown[] = [];
  expect(await relay(async (payload) => said.push(payload))).toMatchObject({ delivered: 2 });
});
