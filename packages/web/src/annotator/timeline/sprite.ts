import type { MediaEntity } from "../remote/media.ts";

/** Small pictures of the whole video in one, row by row, each for as many seconds. */
export type Sprite = {
  width: number;
  height: number;
  /** Which part of the video a frame is in, 0 to 1. */
  shareOf: (frame: number) => number;
  tileAt: (share: number) => { left: number; top: number };
  styleAt: (share: number, url: string) => Record<string, string>;
};

const SHOWN = 168;

export function spriteOf(media: MediaEntity): Sprite | undefined {
  const details = media.renditions.find(({ role }) => role === "sprite")?.details;
  const [columns, width, height, interval, count] = ["columns", "width", "height", "interval", "count"].map((name) =>
    Number(details?.[name]),
  );
  const duration = media.video?.duration ?? 0;
  const isWhole = columns && width && height && interval && count;
  if (!isWhole || !media.video) return undefined;
  const { frames } = media.video;
  const tileAt = (share: number) => {
    const tile = Math.max(0, Math.min(count - 1, Math.floor((share * duration) / interval)));
    return { left: (tile % columns) * width, top: Math.floor(tile / columns) * height };
  };
  return {
    width,
    height,
    shareOf: (frame) => frame / frames,
    tileAt,
    styleAt(share, url) {
      const { left, top } = tileAt(share);
      const scale = SHOWN / width;
      return {
        height: `${height * scale}px`,
        "background-image": `url("${url}")`,
        "background-size": `${columns * width * scale}px auto`,
        "background-position": `${-left * scale}px ${-top * scale}px`,
      };
    },
  };
}
