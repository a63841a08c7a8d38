import { compareKeys } from "./key-order.ts";
import type { OrderedMap } from "./ordered.ts";

export type ListQuery = { prefix: string; delimiter: string; after: string; max: number };
export type Listed<V> = { items: V[]; prefixes: string[]; truncated: boolean; last: string };

/**
 * One page of keys that begin with `prefix` and follow `after`, with those that hold `delimiter` behind the prefix rolled
 * up. Keys of a rolled-up group are jumped over, so a page costs its own length whatever lies between. `last` (a key or a
 * rolled-up prefix) is the `after` of the next page; a group equal to `after` has been answered already.
 */
export function listKeys<V extends { readonly key: string }>(map: OrderedMap<V>, query: ListQuery): Listed<V> {
  const { prefix, delimiter, after, max } = query;
  const page: Listed<V> = { items: [], prefixes: [], truncated: false, last: "" };
  if (max === 0) return page;
  const skipped = group(after, prefix, delimiter) === after && after !== "" ? after : undefined;
  let reached = (key: string) => isAfter(key, after, skipped) && compareKeys(key, prefix) >= 0;
  for (;;) {
    let jump: string | undefined;
    for (const value of map.from(reached)) {
      if (!value.key.startsWith(prefix)) return page;
      if (page.items.length + page.prefixes.length === max) return { ...page, truncated: true };
      jump = group(value.key, prefix, delimiter);
      page.last = jump ?? value.key;
      if (jump === undefined) page.items.push(value);
      else {
        page.prefixes.push(jump);
        break;
      }
    }
    if (jump === undefined) return page;
    const passed = jump;
    reached = (key) => isAfter(key, passed, passed);
  }
}

/** After `after`, and out of the group `skipped`. Holds from one key on, as a search needs. */
const isAfter = (key: string, after: string, skipped: string | undefined): boolean =>
  compareKeys(key, after) > 0 && (skipped === undefined || !key.startsWith(skipped));

function group(key: string, prefix: string, delimiter: string): string | undefined {
  if (delimiter === "" || !key.startsWith(prefix)) return undefined;
  const at = key.indexOf(delimiter, prefix.length);
  return at < 0 ? undefined : key.slice(0, at + delimiter.length);
}
