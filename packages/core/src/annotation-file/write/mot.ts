import { join } from "node:path";
import type { Pictured, Writer } from "../item.ts";
import { drawsIn, NO_SIZE } from "../item.ts";
import { byFrame, stems } from "./frames.ts";
import { type Spool, spool } from "./spool.ts";
import { type Entry, textEntry } from "./tar.ts";

/**
 * MOTChallenge: of every video `gt/gt.txt` with a line each (frame, track, left, top, width, height, 1, class, visibility) and
 * `seqinfo.ini`. Frames, tracks and pixels count from 1; what belongs to no track has track -1.
 */
export const mot: Writer = (source, { scratch, wrote, left, pack }) => {
  const classes = source.types.filter(({ shape }) => shape === "box");
  const numbers = new Map(classes.map(({ id }, i) => [id, i + 1]));
  const labels = classes.map(({ name }) => `${name}\n`).join("");
  async function* entries(): AsyncGenerator<Entry> {
    const stemOf = stems();
    let open: { media: Pictured; lines: Spool; tracks: Map<string, number>; last: number } | undefined;
    let files = 0;
    for await (const { media, frame, items } of byFrame(source)) {
      if (open && open.media.id !== media.id) yield* sequence(stemOf(open.media), labels, open);
      if (open?.media.id !== media.id)
        open = { media, lines: spool(join(scratch, `gt-${++files}.txt`)), tracks: new Map(), last: 0 };
      open.last = frame;
      const { width: w, height: h } = media;
      for (const { type, x, y, width, height, tracks, attributes } of items) {
        const number = numbers.get(type.id);
        if (number === undefined || w === null || h === null) {
          left(number === undefined ? drawsIn("boxes") : NO_SIZE);
          continue;
        }
        const [track] = tracks;
        if (track !== undefined && !open.tracks.has(track)) open.tracks.set(track, open.tracks.size + 1);
        const id = track === undefined ? -1 : open.tracks.get(track);
        const box = [(x ?? 0) * w + 1, (y ?? 0) * h + 1, (width ?? 0) * w, (height ?? 0) * h];
        const seen = typeof attributes.visibility === "number" ? attributes.visibility : 1;
        await open.lines.add(`${frame + 1},${id},${box.join(",")},1,${number},${seen}\n`);
        wrote();
      }
    }
    if (open) yield* sequence(stemOf(open.media), labels, open);
  }
  return pack(entries());
};

async function* sequence(
  stem: string,
  labels: string,
  { media, lines, last }: { media: Pictured; lines: Spool; last: number },
): AsyncGenerator<Entry> {
  const about = [
    ...[
      "[Sequence]",
      `name=${stem}`,
      "imDir=img1",
      `frameRate=${media.fps ?? 1}`,
      `seqLength=${media.frames ?? last + 1}`,
    ],
    ...[`imWidth=${media.width ?? ""}`, `imHeight=${media.height ?? ""}`, "imExt=.jpg", ""],
  ];
  yield textEntry(`${stem}/seqinfo.ini`, about.join("\n"));
  yield textEntry(`${stem}/gt/labels.txt`, labels);
  yield { name: `${stem}/gt/gt.txt`, bytes: lines.bytes(), content: lines.read() };
}
