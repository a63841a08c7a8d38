/** Pictures that stand for a video. They are made of a rung, which is quicker to read than the original. */
export const PICTURES = ["thumbnail", "preview", "sprite"] as const;

/** What is made of a picture. */
export const IMAGES = ["thumbnail", "image"] as const;

/** The first sound track is what most people want to hear. */
export const audioName = (track: number): string => (track === 0 ? "audio" : `audio${track + 1}`);

/** What is kept beside the original to work from, where the type of the media asks for it. */
export const ARCHIVAL = "archival";
