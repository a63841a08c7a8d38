import { createHash } from "node:crypto";
import { log } from "../log/index.ts";
import { Objects } from "../object/index.ts";
import { CONTENT_TYPES, type Format } from "./shape.ts";

/** Bytes that were made, or were there, under what they are of. */
export type Made = { etag: string; contentType: string; bytes: Uint8Array };

type Kind = Format | "mp4";
export type Stored = { hash: string; key: string; contentType: string };

/** Version of how pictures are made: of another one come other bytes. */
const MAKING = 1;

/** Where what is made of this lies. The same of the same rendition is made once, whoever asks for it. */
export function placeOf(what: Record<string, unknown>, kind: Kind): Stored {
  const hash = createHash("sha256")
    .update(JSON.stringify([MAKING, kind, Object.entries(what).toSorted(([a], [b]) => (a < b ? -1 : 1))]))
    .digest("hex");
  return { hash, key: `frames/${hash}.${kind}`, contentType: CONTENT_TYPES[kind] };
}

/** What lies there, or is made now and kept. A thing that could not be kept is made again another time. */
export async function once(place: Stored, make: () => Promise<Uint8Array>): Promise<Made> {
  const { hash: etag, contentType } = place;
  const kept = await Objects.find(place.key);
  if (kept) return { etag, contentType, bytes: kept };
  const bytes = await make();
  await keep(place, bytes);
  return { etag, contentType, bytes };
}

async function keep({ key, contentType }: Stored, bytes: Uint8Array): Promise<void> {
  try {
    await Objects.put(key, bytes, contentType);
  } catch (error) {
    log.error("a picture was not kept", { key, error });
  }
}
