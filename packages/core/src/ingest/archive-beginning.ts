import { once } from "node:events";
import { constants, createGunzip, createZstdDecompress } from "node:zlib";
import type { Compression } from "./probe.ts";
import { damagedArchive } from "./transcode.ts";

/** As much of an archive as its beginning unpacks to, at most `maxBytes`. */
export async function beginningOfArchive(
  head: Buffer,
  kind: Compression,
  { maxBytes, whole }: { maxBytes: number; whole: boolean },
): Promise<{ bytes: Buffer; complete: boolean }> {
  const unpack =
    kind === "gzip"
      ? createGunzip({ finishFlush: whole ? constants.Z_FINISH : constants.Z_SYNC_FLUSH })
      : createZstdDecompress();
  const parts: Buffer[] = [];
  let length = 0;
  try {
    unpack.end(head);
    for await (const part of unpack as AsyncIterable<Buffer>) {
      parts.push(part);
      length += part.length;
      if (length > maxBytes) break;
    }
  } catch (error) {
    // Where the archive goes on after its beginning, ending in the middle is no damage.
    if (whole || length === 0) throw damagedArchive(kind, error);
  } finally {
    unpack.destroy();
    if (!unpack.closed) await once(unpack, "close");
  }
  return { bytes: Buffer.concat(parts).subarray(0, maxBytes), complete: whole && length <= maxBytes };
}
