/** A signed URL is good for five minutes; used for less, so that what is on the screen does not fail while it loads. */
const KEEP_MS = 4 * 60_000;

const known = new Map<string, { url: string; at: number }>();

/**
 * The same picture is signed anew with every list. Its earlier URL is used as long as it is good, or the browser would fetch what
 * it has already.
 */
export function steady(url: string | null, now = Date.now()): string | undefined {
  if (url === null) return undefined;
  const [key = url] = url.split("?");
  const before = known.get(key);
  if (before && now - before.at < KEEP_MS) return before.url;
  if (known.size > 5_000) known.clear();
  known.set(key, { url, at: now });
  return url;
}
