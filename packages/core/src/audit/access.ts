import * as Actor from "../actor/index.ts";
import { log } from "../log/index.ts";
import { addressOf, record } from "./record.ts";

/** Who scrolls a table asks for its rows a hundred times a minute; that is one reading. */
const WINDOW_MS = 10 * 60 * 1_000;
const MAX_KNOWN = 10_000;

const lastTold = new Map<string, number>();

/** What tells that somebody read, and changes nothing. */
export const READINGS = [
  "table.read",
  "table.downloaded",
  "file.downloaded",
  "file.previewed",
  "share_link.opened",
  "model.applied",
  "model.downloaded",
] as const;
/** What is repeated while somebody looks. Each download is an event of its own. */
type Looking = "table.read" | "file.previewed" | "model.applied";

/**
 * Notes that the actor reads data. The same reading of the same thing by the same session or key is noted again only
 * after a while, by each process that serves it. It is noted before the data leaves: what cannot be noted is not given.
 */
export async function access(type: Looking, entityID: string, parameters: Record<string, unknown> = {}): Promise<void> {
  const who = Actor.current();
  // People without an account are told apart by where they are.
  const key = JSON.stringify([who, who.type === "public" ? addressOf() : null, type, entityID, parameters]);
  const now = Date.now();
  if (now - (lastTold.get(key) ?? Number.NEGATIVE_INFINITY) < WINDOW_MS) return;
  await record({ type, entityID, parameters });
  if (lastTold.size >= MAX_KNOWN) forget(now);
  lastTold.set(key, now);
}

/** Those whose time has passed; all of them where that is not enough, which only costs an event more. */
function forget(now: number): void {
  for (const [key, at] of lastTold) if (now - at >= WINDOW_MS) lastTold.delete(key);
  if (lastTold.size < MAX_KNOWN) return;
  log.info("readings are noted again", { known: lastTold.size });
  lastTold.clear();
}
