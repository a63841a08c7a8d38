import type { MediaEntity } from "../../annotator/remote/media.ts";

/** Whether there is something of it that the annotator can put on the screen. */
export const isShowable = ({ dtype, renditions }: MediaEntity): boolean =>
  dtype === "multi" ||
  renditions.some(({ role, indexed }) =>
    dtype === "video" ? role === "streaming" && indexed : role === "image" || (role === "tiles" && indexed),
  );
