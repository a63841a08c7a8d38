import type { MediaDtype, MediaType } from "./types.ts";

export type Codec = MediaType["transcode"]["codec"];

/** A type of media as its form holds it: texts, which become what the API takes when they are sent. */
export type TypeForm = {
  name: string;
  dtype: MediaDtype;
  description: string;
  codec: Codec;
  crf: string;
  preset: string;
  heights: string;
  archival: MediaType["transcode"]["archival"];
  volume: string;
  overlay: string;
};

/** As the API fills them in where nothing is said. */
const DEFAULTS: Record<Codec, { crf: string; preset: string }> = {
  h264: { crf: "23", preset: "fast" },
  hevc: { crf: "28", preset: "fast" },
  av1: { crf: "35", preset: "8" },
};

export const emptyType: TypeForm = {
  name: "",
  dtype: "video",
  description: "",
  codec: "h264",
  ...DEFAULTS.h264,
  heights: "144, 360, 480, 720, 1080",
  archival: "copy",
  volume: "1",
  overlay: "",
};

/** Another codec has other numbers for the same thing. */
export const withCodec = (codec: Codec): Pick<TypeForm, "codec" | "crf" | "preset"> => ({ codec, ...DEFAULTS[codec] });

export const toTypeForm = ({ transcode, ...type }: MediaType): TypeForm => ({
  name: type.name,
  dtype: type.dtype,
  description: type.description,
  codec: transcode.codec,
  crf: String(transcode.crf),
  preset: transcode.preset,
  heights: transcode.heights.join(", "),
  archival: transcode.archival,
  volume: String(type.volume),
  overlay: type.overlay,
});

const numbers = (text: string): number[] =>
  text
    .split(/[\s,;]+/)
    .filter((part) => part !== "")
    .map(Number);

/** What is sent; what a type is of is said once, when it is made. */
export function fromTypeForm(form: TypeForm, isNew: boolean): object {
  const { name, dtype, description, codec, preset, archival, overlay } = form;
  const transcode = { codec, crf: Number(form.crf), preset: preset.trim(), heights: numbers(form.heights), archival };
  const common = { name: name.trim(), description: description.trim(), volume: Number(form.volume), overlay };
  return { ...common, transcode, ...(isNew ? { dtype } : {}) };
}

/** In a line: how media of a type are made. */
export const typeWords = ({ dtype, transcode: { codec, crf, heights } }: MediaType): string =>
  dtype === "video"
    ? `${{ h264: "H.264", hevc: "HEVC", av1: "AV1" }[codec]} at ${crf} · ${heights.join(", ")}`
    : { image: "Pictures", multi: "Side by side", live: "Live" }[dtype];
