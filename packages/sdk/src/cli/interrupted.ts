import { type Atrium, take } from "../client.ts";
import type { Upload } from "../types.ts";

type Wanted = { projectId: string; name: string; size: number; modifiedAt: Date };

/**
 * The latest of one's own open uploads that is of this very file, as far as name, length and time can tell; what of it
 * differs all the same is found by its checksum and sent again.
 */
export async function findInterrupted(
  atrium: Atrium,
  { projectId, name, size, modifiedAt }: Wanted,
  { signal, taken }: { signal: AbortSignal; taken: ReadonlySet<string> },
): Promise<Upload | undefined> {
  let cursor: string | undefined;
  do {
    const query = { projectId, limit: 1_000, cursor };
    const page = await take(atrium.GET("/api/v1/uploads", { params: { query }, signal }));
    const found = page.items.find(
      (open) =>
        open.name === name && open.bytes === size && Date.parse(open.createdAt) > +modifiedAt && !taken.has(open.id),
    );
    if (found) return found;
    cursor = page.next ?? undefined;
  } while (cursor);
  return undefined;
}
