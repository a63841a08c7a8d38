import { createHash } from "node:crypto";
import { sql } from "kysely";
import * as Config from "../config/index.ts";
import { query } from "../database/index.ts";
import { log } from "../log/index.ts";
import { JOB, type Limit, type Limits, parseLimits, type Subject } from "./limits.ts";
import { type Grant, Purse, type Verdict } from "./purse.ts";

export * as Rate from "./index.ts";

export type Taken = Verdict & { subject: Subject; limit: Limit };

const MOST_PURSES = 10_000;
const IDLE_HOURS = 1;

let limits: { text: string; parsed: Limits } | undefined;
const purses = new Map<string, Purse>();

/** Counts one request for each of these; the answer is of the one that refuses, or has least left. Undefined without limits. */
export async function take(who: Partial<Record<Subject, string>>, now = Date.now()): Promise<Taken | undefined> {
  const parsed = limitsNow();
  let tightest: Taken | undefined;
  for (const subject of ["address", "key", "user", "job"] as const) {
    const [name, limit] = [who[subject], parsed[subject]];
    if (name === undefined || limit === undefined) continue;
    const taken = { ...(await purseOf(`${subject} ${name}`, limit, now).take(lend, now)), subject, limit };
    if (!taken.allowed) return taken;
    if (tightest === undefined || taken.remaining / limit.burst < tightest.remaining / tightest.limit.burst)
      tightest = taken;
  }
  return tightest;
}

/** Accounts that nobody has drawn on for an hour are full again, and so need not be kept. */
export async function sweep(): Promise<void> {
  await query((db) =>
    sql`delete from rate_bucket where at < now() - make_interval(hours => ${IDLE_HOURS})`.execute(db),
  );
}

function limitsNow(): Limits {
  const text = Config.rateLimits();
  if (limits?.text !== text) limits = { text, parsed: { ...parseLimits(text), job: JOB } };
  return limits.parsed;
}

/** The one used longest ago makes room for a new one. */
function purseOf(key: string, limit: Limit, now: number): Purse {
  const known = purses.get(key);
  const purse = known?.limit === limit ? known : new Purse(key, limit, now);
  purses.delete(key);
  purses.set(key, purse);
  const [oldest] = purses.keys();
  if (purses.size > MOST_PURSES && oldest !== undefined) purses.delete(oldest);
  return purse;
}

/** From the account all processes share, which fills up with time. Without the database nobody is refused for its sake. */
async function lend(key: string, { perSecond, burst }: Limit, wanted: number): Promise<Grant> {
  const full = sql`least(${burst}::float8, b.tokens + extract(epoch from statement_timestamp() - b.at) * ${perSecond})`;
  try {
    const found = await query((db) =>
      sql<{ granted: number; tokens: number }>`
        insert into rate_bucket as b (key, tokens, granted) values (${digest(key)}, ${burst - wanted}, ${wanted})
        on conflict (key) do update set
          granted = least(${wanted}, floor(${full}))::int,
          tokens = ${full} - least(${wanted}, floor(${full})),
          at = statement_timestamp()
        returning granted, tokens`.execute(db),
    );
    const { granted, tokens } = found.rows[0] ?? { granted: wanted, tokens: burst };
    return { granted, left: tokens };
  } catch (error) {
    log.warn("requests are not counted", { error });
    return { granted: wanted, left: burst };
  }
}

const digest = (key: string): Buffer => createHash("sha256").update(key).digest();
