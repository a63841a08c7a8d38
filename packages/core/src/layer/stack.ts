import { query } from "../database/index.ts";
import { among } from "./reach.ts";

/** Layers over layers: what a layer says of an annotation hides what the layers below it say of it. */
export type Stack = { layers: string[]; pairs: { over: string; under: string }[] };

/** Layers that the actor reads, with all they are drawn over, as far as they read that as well. */
export async function stack(layers: readonly string[]): Promise<Stack> {
  const bases = await basesOf(layers);
  const below = new Map([...bases.keys()].map((id) => [id, belowOf(id, bases)]));
  const added = [...new Set([...below.values()].flat())].filter((id) => !layers.includes(id));
  const seen = [...layers, ...(added.length > 0 ? await among(added) : [])];
  const pairs = [...below].flatMap(([over, unders]) => unders.map((under) => ({ over, under })));
  return { layers: seen, pairs: pairs.filter(({ over, under }) => seen.includes(over) && seen.includes(under)) };
}

/** What each of these layers and of those below them lies on: a query for each storey, of which there are few. */
async function basesOf(layers: readonly string[]): Promise<Map<string, string[]>> {
  const bases = new Map<string, string[]>();
  for (let next = [...layers]; next.length > 0; ) {
    const ids = next;
    const rows = await query((db) =>
      db.selectFrom("layer").select(["id", "base_ids"]).where("id", "in", ids).execute(),
    );
    for (const { id, base_ids } of rows) bases.set(id, base_ids);
    next = [...new Set(rows.flatMap((row) => row.base_ids))].filter((id) => !bases.has(id));
  }
  return bases;
}

/** All that lies below a layer, nearest first. */
function belowOf(id: string, bases: ReadonlyMap<string, string[]>): string[] {
  const found = new Set<string>();
  for (let storey = bases.get(id) ?? []; storey.length > 0; ) {
    const fresh = storey.filter((one) => one !== id && !found.has(one));
    for (const one of fresh) found.add(one);
    storey = fresh.flatMap((one) => bases.get(one) ?? []);
  }
  return [...found];
}
