import { AppError } from "../error/index.ts";

/** Containers without a signature that the upload would have known them by. */
const NAMES = /\.(m2?ts|mts|mxf|mpe?g|vob|wmv|asf|flv|dv|y4m|ogv|h26[45]|hevc)$/i;
/** Drawings are programs; they are not shown as pictures. */
const REFUSED = ["image/svg+xml"];
const CONTAINERS = ["application/ogg", "application/mxf", "application/vnd.ms-asf"];

/** What a file is by its type, which the upload read from its first bytes. Whether it can be played is known when it was looked into. */
export function dtypeOf({ name, contentType }: { name: string; contentType: string }): "video" | "image" {
  const isUnknown = contentType === "application/octet-stream";
  if (contentType.startsWith("image/") && !REFUSED.includes(contentType)) return "image";
  if (contentType.startsWith("video/") || CONTAINERS.includes(contentType)) return "video";
  if (isUnknown && NAMES.test(name)) return "video";
  throw new AppError(
    "unprocessable",
    "media.not_media",
    `${JSON.stringify(name.slice(0, 200))} is neither a video nor a picture, but ${contentType}.`,
    { fields: [{ path: "/fileId", message: "Neither a video nor a picture" }] },
  );
}
