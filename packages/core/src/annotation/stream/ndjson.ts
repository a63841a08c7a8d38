import type { Batch } from "./batches.ts";

const SIMPLE = [
  ...(["id", "elemental_id", "type_id", "layer_id", "frame", "end_frame"] as const),
  ...(["x", "y", "width", "height", "u", "v", "mark", "key"] as const),
] as const;
/** Texts that are JSON already. */
const JSONS = ["points", "attributes", "track_ids"] as const;

/** Batches as one JSON object a line. */
export async function* ndjson(batches: AsyncIterable<Batch>): AsyncGenerator<Uint8Array> {
  for await (const batch of batches) {
    const lines = Array.from({ length: batch.rows }, (_, i) =>
      JSON.stringify({
        kind: batch.kind,
        ...Object.fromEntries(SIMPLE.map((name) => [name, batch[name][i]])),
        ...Object.fromEntries(JSONS.map((name) => [name, JSON.parse(batch[name][i] ?? "null")])),
        modified_at: new Date(batch.modified_at[i] ?? 0).toISOString(),
      }),
    );
    yield Buffer.from(`${lines.join("\n")}\n`);
  }
}
