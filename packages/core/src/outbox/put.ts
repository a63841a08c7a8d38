import { afterCommit, query, transaction } from "../database/index.ts";
import type { Channel } from "./outbox.table.ts";
import { poke } from "./poke.ts";

/** Transactions that will poke the relay when they commit: once is enough, however much they put. */
const poking = new WeakSet<object>();

/** Leaves a message for the relay in the open transaction: a rollback takes it back, a commit makes it sure to go out. */
export const put = (channel: Channel, payload: Record<string, unknown>): Promise<void> =>
  transaction(async () => {
    await query((db) =>
      db
        .insertInto("outbox")
        .values({ channel, payload: JSON.stringify(payload), error: null })
        .execute(),
    );
    await pokeAfterCommit();
  });

/** For statements that write rows of the outbox themselves. */
export const pokeAfterCommit = (): Promise<void> =>
  transaction(async (tx) => {
    if (poking.has(tx)) return;
    poking.add(tx);
    await afterCommit(() => poke());
  });
