export { Info, list, Query, replay, sweep } from "./dead.ts";
export * as Outbox from "./index.ts";
export type { Channel } from "./outbox.table.ts";
export { pokeAfterCommit, put } from "./put.ts";
export { type Deliver, type Deliveries, type Delivery, MOST_ATTEMPTS, type Relayed, relay } from "./relay.ts";
