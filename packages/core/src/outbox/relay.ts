import { sql } from "kysely";
import { query } from "../database/index.ts";
import { isPermanent } from "../error/index.ts";
import { log } from "../log/index.ts";
import { backoffSeconds } from "./backoff.ts";
import type { Channel } from "./outbox.table.ts";
import { poke } from "./poke.ts";

/** How often a message is tried before it is put aside. Nobody waits for what a socket said an hour ago. */
export const MOST_ATTEMPTS: Record<Channel, number> = { mail: 8, webhook: 10, socket: 3, notification: 8 };
const AT_ONCE = 20;
/** Longer than any delivery takes: past it another relay takes the message for lost and delivers it again. */
const LEASE_SECONDS = 120;
const LONGEST_ERROR = 500;

/** One message under way. Its id stays the same over all attempts, so that whoever gets it twice can tell. */
export type Delivery = { id: number; attempt: number; last: boolean };
export type Deliver = (payload: unknown, delivery: Delivery) => Promise<unknown>;
export type Deliveries = Record<Channel, Deliver>;

type Message = { id: number; channel: Channel; payload: unknown; attempts: number };
export type Relayed = { delivered: number; failed: number; dead: number };

/**
 * Delivers what is due until nothing is left or the time is over. Rows are leased, not locked: no transaction is open
 * while a message is on its way, and what a crash interrupts is due again when its lease ends. Once at least, then.
 */
export async function relay(deliveries: Deliveries, { until }: { until: number }): Promise<Relayed> {
  const done: Relayed = { delivered: 0, failed: 0, dead: 0 };
  let soonest = Number.POSITIVE_INFINITY;
  for (let messages = await lease(); messages.length > 0; messages = await lease()) {
    for (const outcome of await Promise.all(messages.map((message) => deliver(deliveries, message)))) {
      done[outcome.state] += 1;
      if (outcome.state === "failed") soonest = Math.min(soonest, outcome.againIn);
    }
    if (Date.now() >= until) soonest = 0;
    if (soonest === 0) break;
  }
  // A timer only for what this relay put off: were one armed for whatever waits, each relay would leave another behind.
  if (soonest < Number.POSITIVE_INFINITY) await poke(Math.ceil(soonest));
  return done;
}

async function lease(): Promise<Message[]> {
  const leased = await query((db) =>
    sql<Message>`
      update outbox o set attempts = o.attempts + 1, due_at = now() + make_interval(secs => ${LEASE_SECONDS})
      from (
        select id from outbox where state = 'waiting' and due_at <= now()
        order by due_at, id limit ${AT_ONCE} for update skip locked
      ) due
      where o.id = due.id returning o.id, o.channel, o.payload, o.attempts`.execute(db),
  );
  return leased.rows.sort((a, b) => a.id - b.id);
}

type Outcome = { state: "delivered" | "dead" } | { state: "failed"; againIn: number };

async function deliver(deliveries: Deliveries, message: Message): Promise<Outcome> {
  const { id, channel, attempts } = message;
  const last = attempts >= MOST_ATTEMPTS[channel];
  try {
    await deliveries[channel](message.payload, { id, attempt: attempts, last });
  } catch (error) {
    const dead = last || isPermanent(error);
    log[dead ? "error" : "warn"]("a message was not delivered", {
      outbox: id,
      channel,
      attempt: attempts,
      dead,
      error,
    });
    const againIn = backoffSeconds(attempts);
    await postpone(id, error, { dead, againIn });
    return dead ? { state: "dead" } : { state: "failed", againIn };
  }
  await query((db) => db.deleteFrom("outbox").where("id", "=", id).execute());
  return { state: "delivered" };
}

async function postpone(id: number, error: unknown, { dead, againIn }: { dead: boolean; againIn: number }) {
  const reason = error instanceof Error ? error.message : String(error);
  await query((db) =>
    db
      .updateTable("outbox")
      .set({
        state: dead ? "dead" : "waiting",
        error: reason.replaceAll("\0", "").slice(0, LONGEST_ERROR),
        due_at: sql<Date>`now() + make_interval(secs => ${againIn})`,
      })
      .where("id", "=", id)
      .execute(),
  );
}
