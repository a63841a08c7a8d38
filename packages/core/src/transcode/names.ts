/** Pictures that stand for a video. They are made of a rung, which is quicker to read than the original. */
export const PICTURES = ["thumbnail", "preview", "sprite"] as const;

/** What is made of a picture. */
export const IMAGES = ["thumbnail", "image"] as const;

/** Of a picture with more pixels than are shown at once: squares at every scale. */
export const TILES = "tiles";
export const LARGEST_SHOWN = 4_096;

export const isVeryLarge = ({ width, height }: { width: number | null; height: number | null }): boolean =>
  Math.max(width ?? 0, height ?? 0) > LARGEST_SHOWN;

/** The first sound track is what most people want to hear. */
export const audioName = (track: number): string => (track === 0 ? "audio" : `audio${track + 1}`);

/** What is kept beside the original to work from, where the type of the media asks for it. */
export const ARCHIVAL = "archival";
