import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { numberedVideo } from "../../../../test/support/video.ts";
import { Objects } from "../object/index.ts";
import { boxes, findBox } from "./boxes.ts";
import type { SegmentIndex } from "./segment-index.ts";
import type { Track } from "./track.ts";

// Only for tests.

type Wanted = { width: number; height: number; frames: number; every: number; extra?: string[] };

/** A fragmented video whose frames carry their numbers, with a key frame at least every so many, put where renditions are. */
export async function storeNumbered({
  width,
  height,
  frames,
  every,
  extra = [],
}: Wanted): Promise<Track & { path: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "atrium-numbered-"));
  const path = join(folder, "video.mp4");
  const coded = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-bf", "0", "-g", `${every}`];
  const cut = ["-movflags", "frag_keyframe+empty_moov+default_base_moof"];
  await numberedVideo({ width, height, fps: "30000/1001", frames, out: path, extra: [...extra, ...coded, ...cut] });
  const bytes = await readFile(path);
  const key = `media/${folder.split("/").at(-1)}/${height}.mp4`;
  await Objects.put(key, bytes, "video/mp4");
  const remove = () => rm(folder, { recursive: true });
  return { key, name: `${height}`, width, height, index: indexOf(bytes), path, remove };
}

function indexOf(file: Uint8Array): SegmentIndex {
  const bytes = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const all = [...boxes(bytes)];
  const starts = all.filter(({ type }) => type === "moof");
  let frame = 0;
  const segments = starts.map((moof) => {
    const offset = moof.start - 8;
    const next = all.find(({ start, type }) => start > moof.start && type !== "mdat");
    const run = findBox(bytes, ["traf", "trun"], moof);
    const frames = run ? bytes.getUint32(run.start + 4) : 0;
    const size = (next ? next.start - 8 : file.byteLength) - offset;
    frame += frames;
    return { frame: frame - frames, frames, offset, size, time: (frame - frames) * 1_001 };
  });
  const init = { offset: 0, size: (starts[0]?.start ?? 8) - 8 };
  return { version: 1, timescale: 30_000, fps: { num: 30_000, den: 1_001 }, frames: frame, init, segments };
}
