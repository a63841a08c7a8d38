import type { Row } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { Media } from "../media/index.ts";
import { readIndex, type SegmentIndex } from "./segment-index.ts";

/** What pictures are taken from: a rendition of a video with its index, or the picture that an image is shown as. */
export type Track = { key: string; name: string; width: number; height: number; index: SegmentIndex };
export type Still = { key: string; name: string; width: number; height: number; bytes: number };

export type Source = ({ dtype: "video" } & Track) | ({ dtype: "image" } & Still);

type Rendition = Row<"media_rendition"> & { width: number; height: number };

/**
 * The rendition by its name, else the smallest that has so many pixels across, else the largest. No policy: whoever calls asked
 * for the right to read the media.
 */
export async function sourceOf(
  mediaID: string,
  { rendition, width }: { rendition?: string | undefined; width?: number | undefined },
): Promise<Source> {
  const { dtype } = await Media.find(mediaID);
  if (dtype !== "video" && dtype !== "image") throw noPictures();
  const fit = (await Media.renditionsOf(mediaID)).filter((row): row is Rendition => isPictured(row, dtype));
  if (fit.length === 0) throw notReady();
  const { key, name, index_key, bytes, ...size } = choose(fit, rendition, width);
  const chosen = { key, name, width: size.width, height: size.height };
  if (dtype === "image" || index_key === null) return { dtype: "image", ...chosen, bytes };
  return { dtype, ...chosen, index: await readIndex(index_key) };
}

const isPictured = ({ role, index_key, width, height }: Row<"media_rendition">, dtype: "video" | "image"): boolean =>
  width !== null &&
  height !== null &&
  (dtype === "image" ? role === "image" : role === "streaming" && index_key !== null);

function choose(fit: Rendition[], name: string | undefined, width: number | undefined): Rendition {
  if (name !== undefined) {
    const named = fit.find((row) => row.name === name);
    if (named) return named;
    const names = fit.map((row) => row.name).join(", ");
    const message = `There is no such rendition; there are ${names}`;
    throw new AppError("unprocessable", "frame.no_such_rendition", `/rendition: ${message}.`, {
      fields: [{ path: "/rendition", message }],
    });
  }
  const [first, ...rest] = fit.toSorted((a, b) => a.width * a.height - b.width * b.height);
  const wide = [first, ...rest].find((row) => row !== undefined && width !== undefined && row.width >= width);
  const largest = rest.at(-1) ?? first;
  const chosen = wide ?? largest;
  if (!chosen) throw notReady();
  return chosen;
}

const noPictures = () =>
  new AppError(
    "unprocessable",
    "frame.no_pictures",
    "Several media that are looked at together, and live ones, have no frames of their own. Ask for those of a video.",
  );
const notReady = () =>
  new AppError(
    "conflict",
    "frame.not_ready",
    "No rendition of this media is ready yet. Wait for its run to end, or repair it.",
  );
