import { query } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { keep } from "./keep.ts";
import { attempt, fileIn, type Work } from "./work.ts";

/** Some hundred megapixels are a map; more than this, decoded, would not fit a job's memory. */
const MOST_PIXELS = 1_000_000_000;
const [THUMBNAIL, SHOWN] = [512, 4_096];

/** A picture, turned as its camera was held: one that a browser shows, and a small one. */
export async function makeImages(work: Work, path: string, fingerprint: string): Promise<void> {
  const { default: sharp } = await import("sharp");
  const open = () => sharp(path, { limitInputPixels: MOST_PIXELS, sequentialRead: true, failOn: "error" });
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
}

const unreadable = (cause: unknown) =>
  new AppError(
    "unprocessable",
    "media.unreadable_image",
    `The picture can't be read: ${cause instanceof Error ? cause.message.split("\n")[0] : "no reason given"}. JPEG, PNG, WebP, GIF, TIFF and AVIF can; HEIC has to be converted first.`,
    { cause },
  );
