import type { Drawn, Pictured, Source } from "../item.ts";

export type Framed = { media: Pictured; frame: number; items: Drawn[] };

/** What is drawn on one frame after the other. */
export async function* byFrame({ drawn }: Source): AsyncGenerator<Framed> {
  let open: Framed | undefined;
  for await (const batch of drawn()) {
    for (const item of batch) {
      if (open?.media.id !== item.media.id || open.frame !== item.frame) {
        if (open) yield open;
        open = { media: item.media, frame: item.frame, items: [] };
      }
      open.items.push(item);
    }
  }
  if (open) yield open;
}

/** Names for files about media: its own without the ending, and told apart where two are called the same. */
export function stems(): (media: Pictured) => string {
  const taken = new Set<string>();
  let last = { id: "", stem: "" };
  return ({ id, name }) => {
    if (last.id === id) return last.stem;
    const plain = safe(name).replace(/\.[^.]{1,8}$/, "") || id;
    const stem = taken.has(plain.toLowerCase()) ? `${plain}~${id}` : plain;
    taken.add(stem.toLowerCase());
    last = { id, stem };
    return stem;
  };
}

/** What has a place in a path everywhere. */
export const safe = (name: string): string => name.replace(/[\\/:*?"<>|\p{Cc}]/gu, "_").replace(/^\.+/, "_");

/** Where a frame's file stands: of a picture by its name, of a video in a folder of that name. */
export const pathOf = (stem: string, { media, frame }: Framed): string =>
  media.dtype === "image" ? stem : `${stem}/${String(frame).padStart(6, "0")}`;
