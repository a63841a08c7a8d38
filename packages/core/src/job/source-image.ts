import type { Image } from "../algorithm/image.ts";
import { parametersOf } from "../algorithm/parameters-schema.ts";
import type { Parameter } from "../signature/schema.ts";
import type { Source } from "./source.ts";

const MEDIA: Parameter = { name: "media", type: "list", item: "media", options: {} };

/** An image is its own code: of it only what it is asked for is known. */
export const imageSource = ({ reference, parameters }: Image): { source: Source; media: string } => ({
  source: {
    ...{ task: "image", language: null, source: null, hash: reference, environment: null },
    inputs: [MEDIA, ...parametersOf(parameters)],
    // What it finds it hands in as lines.
    ...{ outputs: [], used: [] },
  },
  media: MEDIA.name,
});
