import type { z } from "zod";
import { adapterConnection, query } from "../database/index.ts";
import { defaults, Patch, type Settings } from "./settings.ts";

/** How long a process goes by what it read: a change is everywhere after that. */
const KEPT_MS = 5_000;

type Stored = z.output<typeof Patch>;
type Kept = { reading: Promise<Stored>; until: number };

/** By connection, so that another database has its own. */
const kept = new WeakMap<object, Kept>();

/** What holds now, as of five seconds ago at most. Asked with every change of anything, so it is not read each time. */
export const read = async (): Promise<Settings> => ({ ...defaults(), ...(await recent()) });

export const readNow = async (): Promise<Settings> => ({ ...defaults(), ...(await stored()) });

export function forget(): void {
  kept.delete(adapterConnection());
}

function recent(): Promise<Stored> {
  const connection = adapterConnection();
  const known = kept.get(connection);
  if (known && known.until > Date.now()) return known.reading;
  const reading = stored();
  kept.set(connection, { reading, until: Date.now() + KEPT_MS });
  // A failed read is told to who asked, and not remembered.
  reading.catch(() => kept.delete(connection));
  return reading;
}

async function stored(): Promise<Stored> {
  const rows = await query((db) => db.selectFrom("setting").select(["name", "value"]).execute());
  return Patch.parse(Object.fromEntries(rows.map(({ name, value }) => [name, value])));
}
