import { type Attributes, applied, defaultOf } from "./apply.ts";
import { lacking } from "./begin.ts";
import { typesAround } from "./row.ts";
import type { Given } from "./schema.ts";

type Arriving = { parent_id: string; attributes: Attributes };

/** What `welcome` does to one thing, for many of one kind that come to a project at once: their attributes as they are to be. */
export async function welcomed(
  rows: Arriving[],
  { kind, to, given = {} }: { kind: string; to: string; given?: Given | undefined },
): Promise<Attributes[]> {
  const now = new Date();
  const types = await typesAround(to, kind);
  const held = new Map<string, Set<string>>();
  for (const place of new Set(rows.map((row) => row.parent_id)))
    held.set(place, new Set((await typesAround(place)).map((type) => type.id)));
  const missing = new Set<string>();
  const arrived = rows.map((row) => {
    const said = applied(types, row.attributes, { values: given, reset: [] }, now);
    const fresh = types.filter((type) => !held.get(row.parent_id)?.has(type.id) && !Object.hasOwn(said, type.name));
    const values = fresh.map((type) => [type, defaultOf(type, now)] as const);
    for (const [type, value] of values) if (type.required && value === undefined) missing.add(type.name);
    const begun = values.flatMap(([type, value]) => (value === undefined ? [] : [[type.name, value] as const]));
    return { ...said, ...Object.fromEntries(begun) };
  });
  if (missing.size > 0) throw lacking([...missing]);
  return arrived;
}
