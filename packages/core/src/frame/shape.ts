import type { Sharp } from "sharp";
import { CHANNELS, type Picture } from "./decode.ts";
import { type Roi, toPixels } from "./roi.ts";

export type Format = "jpeg" | "png" | "webp" | "gif";
export const CONTENT_TYPES: Record<Format | "mp4", string> = {
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  gif: "image/gif",
  mp4: "video/mp4",
};

/** A picture cut and made smaller: three bytes a pixel. */
export type Shaped = { width: number; height: number; pixels: Buffer };
/** Never larger than what it is of: a picture gains nothing by being blown up here. */
export type Shape = { roi: Roi; width?: number | undefined };

/** What is being made of a picture can't be called off; so it ends by itself. */
const SECONDS = 25;

const sharp = async () => (await import("sharp")).default;

/** Loaded with the first picture: libvips is a native library. */
export async function ofPicture({ width, height, pixels }: Omit<Picture, "frame">, shape: Shape): Promise<Sharp> {
  const make = await sharp();
  const raw = { width, height, channels: CHANNELS } as const;
  return resized(make(pixels, { raw }).extract(toPixels(shape.roi, width, height)), shape);
}

/** The same of a stored picture, upright. */
export async function ofStill(
  bytes: Uint8Array,
  size: { width: number; height: number },
  shape: Shape,
): Promise<Sharp> {
  const make = await sharp();
  return resized(
    make(bytes)
      .timeout({ seconds: SECONDS })
      .autoOrient()
      .extract(toPixels(shape.roi, size.width, size.height)),
    shape,
  );
}

const resized = (picture: Sharp, { width }: Shape): Sharp =>
  width === undefined ? picture : picture.resize({ width, withoutEnlargement: true });

export const encode = (picture: Sharp, format: Format): Promise<Buffer> =>
  encoder(picture.removeAlpha(), format).toBuffer();

const JPEG_QUALITY = 88;
const WEBP_QUALITY = 85;

function encoder(picture: Sharp, format: Format, animation: { delay?: number[]; loop?: number } = {}): Sharp {
  if (format === "jpeg") return picture.jpeg({ quality: JPEG_QUALITY });
  if (format === "png") return picture.png({ compressionLevel: 6 });
  return format === "webp"
    ? picture.webp({ quality: WEBP_QUALITY, effort: 2, ...animation })
    : picture.gif({ effort: 4, ...animation });
}

/** To be put beside others. */
export async function shaped(picture: Sharp): Promise<Shaped> {
  const { data, info } = await picture.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: data };
}

/** As large as the first of several, whatever its own shape; what is left over stays black. */
export async function fitted(picture: Shaped, size: Omit<Shaped, "pixels"> | undefined): Promise<Shaped> {
  const { pixels, width, height } = picture;
  if (!size || (size.width === width && size.height === height)) return picture;
  const make = await sharp();
  const raw = { width, height, channels: CHANNELS } as const;
  const fit = { width: size.width, height: size.height, fit: "contain", background: "black" } as const;
  return shaped(make(pixels, { raw }).resize(fit));
}

/** Pictures of one size row by row; cells that are left over stay black. */
export async function tile(pictures: readonly Shaped[], { columns, rows }: Grid, format: Format): Promise<Buffer> {
  const make = await sharp();
  const { width = 1, height = 1 } = pictures[0] ?? {};
  const sheet = make({
    create: { width: width * columns, height: height * rows, channels: CHANNELS, background: "black" },
  }).composite(
    pictures.map(({ pixels, ...size }, at) => ({
      input: pixels,
      raw: { ...size, channels: CHANNELS },
      left: (at % columns) * width,
      top: Math.floor(at / columns) * height,
    })),
  );
  return encode(sheet, format);
}

export type Grid = { columns: number; rows: number };

/** The most nearly square one that has a cell for each. */
export function gridFor(count: number): Grid {
  const columns = Math.ceil(Math.sqrt(count));
  return { columns, rows: Math.ceil(count / columns) };
}

/** Pictures of one size after each other, over and over. */
export async function animate(pictures: readonly Shaped[], fps: number, format: "webp" | "gif"): Promise<Buffer> {
  const make = await sharp();
  const { width = 1, height = 1 } = pictures[0] ?? {};
  const raw = { width, height: height * pictures.length, channels: CHANNELS, pageHeight: height } as const;
  const delay = pictures.map(() => Math.round(1_000 / fps));
  const roll = make(Buffer.concat(pictures.map(({ pixels }) => pixels)), { raw });
  return encoder(roll, format, { delay, loop: 0 }).toBuffer();
}
