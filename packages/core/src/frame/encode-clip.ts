import { read } from "./decode.ts";
import { plan } from "./plan.ts";
import { convert } from "./process.ts";
import type { Track } from "./track.ts";

const SECONDS = 120;
const QUALITY = 21;

type Range = readonly [first: number, last: number];

/** Just these frames, ascending, one after the other at the rate of the video; where that varies, at its mean. */
export async function* encodeClip(
  track: Track,
  ranges: readonly Range[],
  { signal }: { signal?: AbortSignal | undefined },
) {
  const { num, den } = track.index.fps;
  const frames = ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at));
  const { reads, offsets } = plan(track.index, frames);
  const picked = runsOf(offsets)
    .map(([first, last]) => `between(n\\,${first}\\,${last})`)
    .join("+");
  const args = [
    ...["-vf", `select='${picked}',setpts=N*${den}/${num}/TB`, "-frames:v", `${frames.length}`],
    ...["-c:v", "libx264", "-preset", "veryfast", "-crf", `${QUALITY}`, "-pix_fmt", "yuv420p", "-bf", "0"],
    ...[
      "-g",
      `${Math.max(1, Math.round(num / den))}`,
      "-movflags",
      "frag_keyframe+empty_moov+default_base_moof",
      "-f",
      "mp4",
    ],
  ];
  yield* convert(read(track, reads, { signal }), args, { signal, seconds: SECONDS });
}

/** Ascending numbers as first and last of those that follow each other. */
export function runsOf(numbers: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && run[1] + 1 === number) run[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}
