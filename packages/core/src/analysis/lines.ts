import { z } from "zod";
import { NewLocalization, NewState } from "../annotation/schema.ts";
import { Given } from "../attribute/schema.ts";
import { AppError } from "../error/index.ts";

const MIB = 1024 * 1024;
const MAX_BYTES = 64 * MIB;

const ID = z.string().max(64);
/** Of the batch; may be left out where that is one. */
const media = ID.optional();
/** A name for it in this file, so that a track can say that it is its member. */
const ref = z.string().min(1).max(100);
/** The name of an annotation type, or its id. */
const type = z.string().max(100);

const Drawing = NewLocalization.omit({ elementalId: true, layerId: true, typeId: true, trackIds: true });
const Saying = NewState.omit({ elementalId: true, layerId: true, typeId: true, mediaIds: true, localizationIds: true });

export const Line = z.discriminatedUnion("kind", [
  Drawing.extend({ kind: z.literal("localization"), media, type, ref: ref.optional() }),
  Saying.extend({ kind: z.literal("state"), media, type, members: z.array(ref).max(100_000).default([]) }),
  z.strictObject({ kind: z.literal("media"), media, attributes: Given }),
]);
export type Line = z.output<typeof Line>;

/** What a job left, one JSON object a line. */
export function parseLines(bytes: Uint8Array): Line[] {
  if (bytes.length > MAX_BYTES)
    throw new AppError(
      "unprocessable",
      "algorithm.too_many_annotations",
      `The annotations of a batch have ${Math.ceil(bytes.length / MIB)} MiB, and may have ${MAX_BYTES / MIB}. Give a job fewer media.`,
    );
  return new TextDecoder()
    .decode(bytes)
    .split("\n")
    .flatMap((text, at) => (text.trim() === "" ? [] : [parse(text, at + 1)]));
}

function parse(text: string, line: number): Line {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw faulty(line, "It is no JSON.", cause);
  }
  const parsed = Line.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw faulty(line, `/${issue?.path.join("/") ?? ""}: ${issue?.message ?? "It does not fit"}.`, parsed.error);
}

export const faulty = (line: number, message: string, cause?: unknown) =>
  new AppError("unprocessable", "algorithm.bad_annotation", `Line ${line} of the annotations: ${message}`, { cause });
