import { createHash } from "node:crypto";
import { Annotation } from "../annotation/index.ts";
import { projectOf } from "../annotation/place.ts";
import { AnnotationType } from "../annotation-type/index.ts";
import { Entity } from "../entity/index.ts";
import { AppError } from "../error/index.ts";
import { must } from "../util/index.ts";
import type { Work } from "./batch.ts";
import { faulty, type Line } from "./lines.ts";

/** At once, as by a request. */
const CHUNK = 5_000;

type Batch = Pick<Work, "run_id" | "number" | "media_ids" | "layer_id">;
/** A line with its number, and what it is called wherever it is read. */
type Placed<L> = { line: L; at: number; elementalID: string };
type Said<K extends Line["kind"]> = Placed<Extract<Line, { kind: K }>>;

/** Writes what a job left, as whoever acts may. Called in the transaction that ends its batch; answers how many annotations these are. */
export async function write(batch: Batch, lines: readonly Line[]): Promise<number> {
  const members = new Map<string, string>();
  const byMedia = new Map<string, Placed<Line>[]>(batch.media_ids.map((id) => [id, []]));
  for (const [index, line] of lines.entries()) {
    const placed = { line, at: index + 1, elementalID: elementalIDOf(batch, index) };
    if (line.kind === "localization" && line.ref !== undefined) members.set(line.ref, placed.elementalID);
    const mediaID = line.media ?? (batch.media_ids.length === 1 ? batch.media_ids[0] : undefined);
    const place = byMedia.get(mediaID ?? "");
    if (!place) throw faulty(placed.at, mediaID ? "This media is not of the batch." : "Say which media it is of.");
    place.push(placed);
  }
  let written = 0;
  for (const [mediaID, placed] of byMedia) if (placed.length > 0) written += await writeOf(mediaID, placed);
  return written;

  async function writeOf(mediaID: string, placed: Placed<Line>[]): Promise<number> {
    const types = await typesOf(mediaID);
    const common = ({ line: { type }, at, elementalID }: Said<"localization" | "state">) => {
      const typeId = types.get(type) ?? types.get(type.toLowerCase());
      if (typeId === undefined) throw faulty(at, `There is no annotation type ${JSON.stringify(type)} here.`);
      return { elementalId: elementalID, layerId: batch.layer_id, typeId };
    };
    const drawn = placed.filter((one): one is Said<"localization"> => one.line.kind === "localization");
    const said = placed.filter((one): one is Said<"state"> => one.line.kind === "state");
    const about = placed.filter((one): one is Said<"media"> => one.line.kind === "media");
    await inChunks(drawn, (some) => {
      const items = some.map((one) => {
        const { kind: _, media: __, type: ___, ref: ____, ...drawing } = one.line;
        return { ...drawing, ...common(one) };
      });
      return Annotation.createLocalizations({ mediaID, items });
    });
    await inChunks(said, (some) => {
      const items = some.map((one) => {
        const { kind: _, media: __, type: ___, members: names, ...saying } = one.line;
        const localizationIds = names.map((name) => {
          const id = members.get(name);
          if (id === undefined) throw faulty(one.at, `No localization has the ref ${JSON.stringify(name)}.`);
          return id;
        });
        return { ...saying, ...common(one), localizationIds };
      });
      return Annotation.createStates({ mediaID, items });
    });
    await inChunks(
      about,
      async ([one]) => {
        if (one) await Entity.update({ id: mediaID, kind: "media", patch: { attributes: one.line.attributes } });
      },
      1,
    );
    return drawn.length + said.length;
  }
}

/** What is wrong with one of them is told by its line. */
async function inChunks<L>(
  all: Placed<L>[],
  act: (some: Placed<L>[]) => Promise<unknown>,
  size = CHUNK,
): Promise<void> {
  for (let from = 0; from < all.length; from += size) {
    const some = all.slice(from, from + size);
    try {
      await act(some);
    } catch (error) {
      const [field] = error instanceof AppError && error.kind === "input" ? error.fields : [];
      if (!field) throw error;
      const [, index, rest = ""] = /^\/items\/(\d+)(.*)$/.exec(field.path) ?? [];
      throw faulty(some[Number(index ?? 0)]?.at ?? 1, `${rest || field.path}: ${field.message}.`, error);
    }
  }
}

async function typesOf(mediaID: string): Promise<Map<string, string>> {
  const types = await AnnotationType.typesAround(await projectOf(mediaID));
  // The nearest come first, and a name of theirs hides the same of those around.
  return new Map(types.toReversed().flatMap(({ id, name }) => [[id, id] as const, [name.toLowerCase(), id] as const]));
}

/** The same whenever the same batch of the same run is written: by it nothing can be there twice. */
function elementalIDOf({ run_id, number }: Batch, index: number): string {
  const hex = createHash("sha256").update(`${run_id}/${number}/${index}`).digest("hex");
  const variant = must("89ab"[Number.parseInt(hex[16] ?? "0", 16) % 4], "variant");
  // A UUID of version 8: one's own.
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
