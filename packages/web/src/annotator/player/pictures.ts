export type Picture = { source: VideoFrame | ImageBitmap; width: number; height: number };

/** Decoders have few frames to give out, and stop when all are held: more than these are copied, or given back. */
const LENT = 12;

const bytesOf = ({ source, width, height }: Picture) => width * height * ("displayWidth" in source ? 1.5 : 4);

/** Decoded frames around the playhead, bounded in bytes; the ones furthest from it go first, and are closed. */
export function createPictures(budget = 256_000_000) {
  const held = new Map<number, Picture>();
  const copying = new Set<number>();
  let size = 0;
  let focus = 0;
  let wanted: readonly [number, number] = [0, -1];

  const drop = (frame: number) => {
    const picture = held.get(frame);
    if (!picture) return;
    held.delete(frame);
    size -= bytesOf(picture);
    picture.source.close();
  };
  const furthest = (frames: Iterable<number>) => {
    let found = -1;
    for (const frame of frames) if (found < 0 || Math.abs(frame - focus) > Math.abs(found - focus)) found = frame;
    return found;
  };
  const put = (frame: number, picture: Picture) => {
    drop(frame);
    held.set(frame, picture);
    size += bytesOf(picture);
    while (size > budget && held.size > 1) drop(furthest(held.keys()));
  };

  async function copy(frame: number) {
    const lent = held.get(frame);
    if (!lent || copying.has(frame)) return;
    copying.add(frame);
    try {
      const source = await createImageBitmap(lent.source);
      if (held.get(frame) === lent) put(frame, { ...lent, source });
      else source.close();
    } catch {
      drop(frame); // closed meanwhile, or no memory for it: it is decoded again when it is wanted
    } finally {
      copying.delete(frame);
    }
  }

  return {
    get: (frame: number) => held.get(frame),
    has: (frame: number) => held.has(frame),
    focusOn(frame: number, keep: readonly [number, number]) {
      focus = frame;
      wanted = keep;
    },
    add(frame: number, source: VideoFrame | ImageBitmap) {
      const [width, height] =
        "displayWidth" in source ? [source.displayWidth, source.displayHeight] : [source.width, source.height];
      put(frame, { source, width, height });
      const lent = [...held].filter(([at, one]) => "displayWidth" in one.source && !copying.has(at));
      if (lent.length <= LENT) return;
      const far = furthest(lent.map(([at]) => at));
      if (far >= wanted[0] && far <= wanted[1]) void copy(far);
      else drop(far);
    },
    clear() {
      for (const frame of [...held.keys()]) drop(frame);
    },
    get size() {
      return size;
    },
  };
}

export type Pictures = ReturnType<typeof createPictures>;
