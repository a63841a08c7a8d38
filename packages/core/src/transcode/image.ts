import { query } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { keep } from "./keep.ts";
import { isVeryLarge, LARGEST_SHOWN, TILES } from "./names.ts";
import { isRaw } from "./raw.ts";
import { packTiles } from "./tiles.ts";
import { attempt, fileIn, type Work } from "./work.ts";

/** Some hundred megapixels are a map; more than this, decoded, would not fit a job's memory. */
const MOST_PIXELS = 1_000_000_000;
const [THUMBNAIL, SHOWN] = [512, LARGEST_SHOWN];

/** A picture, turned as its camera was held: one that a browser shows, and a small one. */
export async function makeImages(work: Work, path: string, fingerprint: string): Promise<void> {
  const { default: sharp } = await import("sharp");
  const open = () => sharp(path, { limitInputPixels: MOST_PIXELS, sequentialRead: true, failOn: "error" });
  if (await isRaw(path)) throw raw();
  const about = await open()
    .metadata()
    .catch((error: unknown) => {
      throw unreadable(error);
    });
  const { width, height } = about.autoOrient;
  await query((db) =>
    db
      .updateTable("media")
      .set({
        ...{ width, height, fingerprint, codec: about.format ?? null },
        probe: JSON.stringify({
          format: about.format,
          space: about.space,
          depth: about.depth,
          pages: about.pages ?? 1,
        }),
      })
      .where("id", "=", work.plan.media.id)
      .execute(),
  );
  const make = (name: "thumbnail" | "image", largest: number) =>
    attempt(work, name, async () => {
      const hasAlpha = about.hasAlpha && name === "image";
      const out = fileIn(work, `${name}.${hasAlpha ? "webp" : "jpg"}`);
      const sized = open()
        .autoOrient()
        .resize({ width: largest, height: largest, fit: "inside", withoutEnlargement: true });
      // Without a background what is transparent would become black.
      const coded = hasAlpha
        ? sized.webp({ quality: 85 })
        : sized.flatten({ background: "#fff" }).jpeg({ quality: 85 });
      const made = await coded.toFile(out).catch((error: unknown) => {
        throw unreadable(error);
      });
      const mime = hasAlpha ? "image/webp" : "image/jpeg";
      const size = { width: made.width, height: made.height };
      await keep(work.plan, { name, role: name, path: out, mime, codec: made.format, ...size }, work.signal);
    });
  await make("thumbnail", THUMBNAIL);
  await make("image", SHOWN);
  if (isVeryLarge({ width, height }))
    await attempt(work, TILES, async () => {
      const out = fileIn(work, "picture.tiles");
      const { index, ...size } = await packTiles(open().autoOrient(), work.folder, out).catch((error: unknown) => {
        throw unreadable(error);
      });
      const details = { tile: index.tile, levels: index.levels.map(({ offsets: _, ...level }) => level) };
      const mime = "application/octet-stream"; // squares behind each other, each of the type that the index says
      await keep(work.plan, { name: TILES, role: TILES, path: out, mime, index, details, ...size }, work.signal);
    });
}

const unreadable = (cause: unknown) =>
  new AppError(
    "unprocessable",
    "media.unreadable_image",
    `The picture can't be read: ${cause instanceof Error ? cause.message.split("\n")[0] : "no reason given"}. JPEG, PNG, WebP, GIF, TIFF and AVIF can; HEIC has to be converted first.`,
    { cause },
  );

const raw = () =>
  new AppError(
    "unprocessable",
    "media.raw_image",
    "This is what a camera's sensor saw (DNG), which has to be developed first. Export it as JPEG, TIFF or PNG, and upload that.",
  );
