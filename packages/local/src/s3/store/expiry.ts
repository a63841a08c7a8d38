import type { Store } from "../context.ts";
import { log } from "../log.ts";
import type { BucketOptions } from "../options.ts";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** Aborts uploads nobody finished, at once and then every hour, where the bucket sets a term. */
export function startExpiry(
  buckets: readonly BucketOptions[],
  stores: ReadonlyMap<string, Store>,
): () => Promise<void> {
  const expire = async () => {
    for (const { name, abortIncompleteDays } of buckets) {
      const store = stores.get(name);
      if (store && abortIncompleteDays !== undefined)
        await abortBefore(store, Date.now() - abortIncompleteDays * DAY_MS);
    }
  };
  let running: Promise<void>;
  const attempt = () => {
    running = expire().catch((error: unknown) => log.error("s3: could not abort old uploads", { error }));
  };
  attempt();
  const timer = setInterval(attempt, HOUR_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    return running;
  };
}

export async function abortBefore({ uploads }: Pick<Store, "uploads">, time: number): Promise<void> {
  for (const { info } of uploads.all()) if (info.initiated < time) await uploads.abort(info.key, info.id);
}
