import { keep } from "./keep.ts";
import type { Rung } from "./ladder.ts";
import type { Probe } from "./probe.ts";
import { encode, fileIn, type Work } from "./work.ts";

type Small = { rung: Rung; probe: Probe };

const THUMBNAIL_WIDTH = 512;
/** Of the whole: the very beginning is often black. */
const THUMBNAIL_AT = 0.1;

export async function makeThumbnail(work: Work, { rung, probe }: Small): Promise<void> {
  const out = fileIn(work, "thumbnail.jpg");
  const width = Math.min(THUMBNAIL_WIDTH, rung.width);
  const height = sized(rung, width);
  const at = (probe.duration * THUMBNAIL_AT).toFixed(3);
  const scale = ["-vf", `scale=${width}:${height}`, "-frames:v", "1", "-q:v", "4", "-f", "image2", "-update", "1"];
  await encode(work, "thumbnail", ["-ss", at, "-i", rungFile(work, rung), ...scale, out]);
  await keep(
    work.plan,
    { name: "thumbnail", role: "thumbnail", path: out, mime: "image/jpeg", width, height },
    work.signal,
  );
}

const PREVIEW_WIDTH = 384;
const PIECES = 6;
const PIECE_SECONDS = 0.7;

/** Moments from the whole of it, one after the other, silent. */
export async function makePreview(work: Work, { rung, probe }: Small): Promise<void> {
  const out = fileIn(work, "preview.mp4");
  const width = Math.min(PREVIEW_WIDTH, rung.width);
  const height = sized(rung, width);
  const whole = probe.duration <= PIECES * PIECE_SECONDS * 1.5;
  const starts = whole ? [0] : Array.from({ length: PIECES }, (_, n) => (probe.duration * n) / PIECES);
  const length = whole ? probe.duration : PIECE_SECONDS;
  const inputs = starts.flatMap((start) => [
    "-ss",
    start.toFixed(3),
    "-t",
    length.toFixed(3),
    "-i",
    rungFile(work, rung),
  ]);
  const pieces = starts.map((_, n) => `[${n}:v]`).join("");
  const filter = `${pieces}concat=n=${starts.length},scale=${width}:${height},fps=15,format=yuv420p[v]`;
  const coding = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "30", "-movflags", "+faststart"];
  await encode(work, "preview", [...inputs, "-filter_complex", filter, "-map", "[v]", "-an", ...coding, out]);
  const mime = 'video/mp4; codecs="avc1.64001e"';
  await keep(
    work.plan,
    { name: "preview", role: "preview", path: out, mime, width, height, codec: "h264" },
    work.signal,
  );
}

const TILE_HEIGHT = 90;
const [MOST_TILES, COLUMNS] = [144, 12];

/** How many tiles stand for a video, and how many seconds each. */
export function tiling(duration: number): { interval: number; count: number; columns: number; rows: number } {
  const interval = Math.max(1, duration / MOST_TILES);
  const count = Math.max(1, Math.min(MOST_TILES, Math.floor(duration / interval)));
  const columns = Math.min(COLUMNS, count);
  return { interval, count, columns, rows: Math.ceil(count / columns) };
}

/** One picture with small ones of the whole video, for the bar that one seeks on. Key frames come every second, so no others are read. */
export async function makeSprite(work: Work, { rung, probe }: Small): Promise<void> {
  const out = fileIn(work, "sprite.jpg");
  const { interval, count, columns, rows } = tiling(probe.duration);
  const height = Math.max(2, Math.min(TILE_HEIGHT, rung.height));
  const width = Math.max(2, 2 * Math.round((rung.width * height) / rung.height / 2));
  const filter = `fps=1/${interval.toFixed(6)}:round=up,scale=${width}:${height},tile=${columns}x${rows}:nb_frames=${count}`;
  const args = ["-skip_frame", "nokey", "-i", rungFile(work, rung), "-vf", filter];
  await encode(work, "sprite", [...args, "-frames:v", "1", "-q:v", "5", "-f", "image2", "-update", "1", out]);
  await keep(
    work.plan,
    {
      ...{ name: "sprite", role: "sprite", path: out, mime: "image/jpeg" },
      ...{ width: width * columns, height: height * rows },
      details: { columns, rows, width, height, interval, count },
    },
    work.signal,
  );
}

const rungFile = (work: Work, { name }: Rung): string => `file:${fileIn(work, `${name}.mp4`)}`;

const sized = ({ width, height }: Rung, to: number): number => Math.max(2, 2 * Math.round((height * to) / width / 2));
