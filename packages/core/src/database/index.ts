import type { Kysely, Transaction } from "kysely";
import { createContext } from "../context/index.ts";
import { log } from "../log/index.ts";
import { connection } from "./connection.ts";
import { mapDatabaseError } from "./errors.ts";
import type { Schema } from "./schema.ts";

// The sign-in library brings its own queries; everything else goes through query and transaction.
export { closeConnection, connection as adapterConnection } from "./connection.ts";
export type { Row, Schema } from "./schema.ts";

type Effect = () => Promise<unknown>;
const scope = createContext<{ tx: Transaction<Schema>; effects: Effect[] }>("transaction");

/** Runs in the open transaction if there is one, else on the pool. */
export async function query<T>(run: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
  try {
    return await run(scope.peek()?.tx ?? connection());
  } catch (error) {
    throw mapDatabaseError(error);
  }
}

/** Joins the open transaction or opens one, so domain functions nest without knowing it. */
export async function transaction<T>(run: (tx: Transaction<Schema>) => Promise<T>): Promise<T> {
  const open = scope.peek();
  if (open) return run(open.tx);
  const effects: Effect[] = [];
  const result = await begin((tx) => scope.provide({ tx, effects }, () => run(tx)));
  for (const effect of effects) await attempt(effect);
  return result;
}

/** Holds a side effect back until the open transaction commits; a rollback drops it. May be lost by a crash. */
export async function afterCommit(effect: Effect): Promise<void> {
  const open = scope.peek();
  if (open) open.effects.push(effect);
  else await attempt(effect);
}

async function begin<T>(run: (tx: Transaction<Schema>) => Promise<T>): Promise<T> {
  try {
    return await connection().transaction().execute(run);
  } catch (error) {
    throw mapDatabaseError(error);
  }
}

/** The commit stands whatever its effects do; what must not be lost is also found by a sweeper. */
async function attempt(effect: Effect): Promise<void> {
  try {
    await effect();
  } catch (error) {
    log.error("effect after commit failed", { error });
  }
}
