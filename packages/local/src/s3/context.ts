import type { Call } from "./call.ts";
import type { Outbox } from "./notices/outbox.ts";
import type { Identity } from "./signature/verify.ts";
import type { Bucket } from "./store/bucket.ts";
import type { Uploads } from "./store/uploads.ts";

export type Store = { bucket: Bucket; uploads: Uploads; outbox: Outbox };

/** What an operation works with, by what its address names. */
export type ServiceContext = { call: Call; identity: Identity; stores: ReadonlyMap<string, Store>; region: string };
export type BucketContext = ServiceContext & Store;
export type ObjectContext = BucketContext & { key: string };
