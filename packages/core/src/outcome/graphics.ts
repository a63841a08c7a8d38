import { AppError } from "../error/index.ts";
import type { RegisterFile } from "./outcome.ts";

export const PICTURES = ["image/png", "image/svg+xml"];

/** Kept with the run, and shown on its page. */
export const graphics: RegisterFile = async (_, { name, contentType, bytes, sha256, key }) => {
  if (!PICTURES.includes(contentType))
    throw new AppError(
      "unprocessable",
      "script.bad_output",
      `Output "${name}": a picture is PNG or SVG, not ${contentType}.`,
    );
  return { value: { type: "graphics", contentType, bytes, sha256, key } };
};
