import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { numberedVideo } from "../../../../test/support/video.ts";
import { Objects } from "../object/index.ts";
import { indexOf } from "../transcode/segment-index.ts";
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
  const { index } = await indexOf(path, { fps: { num: 30_000, den: 1_001 }, variable: false });
  const remove = () => rm(folder, { recursive: true });
  return { key, name: `${height}`, width, height, index, path, remove };
}
