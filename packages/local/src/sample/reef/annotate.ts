import type { Client } from "../client.ts";
import { type Box, boxOf, FISH, type Fish, REEF } from "./index.ts";

/** Between two of a track's boxes the annotator draws what lies between. */
const KEY_EVERY = 12;
const BOXES_AT_ONCE = 1_000;

const COLORS: Record<string, string> = { Lingcod: "#4fb3f0", Rockfish: "#f2a541", Surfperch: "#c08fd8" };
const SPECIES = {
  ...{ name: "Species", dtype: "enum", choices: Object.keys(COLORS), required: false },
  description: "What it is",
};
const NUMBER = { name: "Number", dtype: "string", description: "Which one of its kind", required: false };
const HABITATS = [
  { from: 0, to: 130, value: "Sand channel" },
  { from: 131, to: REEF.frames - 1, value: "Rocky reef" },
];

/** A track for each fish, as somebody would have drawn it, and the habitat of every frame. */
export async function annotateReef(client: Client, projectId: string, mediaId: string): Promise<void> {
  const create = async (type: object) => (await client.createAnnotationType(projectId, type)).id;
  const box = await create({ name: "Fish", shape: "box", color: "#4fb3f0", hotkey: "f", attributes: [SPECIES] });
  const habitat = await create({
    ...{ name: "Habitat", shape: "frame", color: "#8a94a6", interpolation: "latest" },
    attributes: [{ name: "Habitat", dtype: "string", description: "Where it is", required: false }],
  });
  const tracks = new Map<string, string>();
  for (const [name, color] of Object.entries(COLORS))
    tracks.set(name, await create({ name, shape: "track", color, interpolation: "linear", attributes: [NUMBER] }));

  const drawn = FISH.flatMap((fish) => keysOf(fish).map(({ frame, box }) => ({ fish, frame, box })));
  const ids: string[] = [];
  for (let at = 0; at < drawn.length; at += BOXES_AT_ONCE) {
    const items = drawn.slice(at, at + BOXES_AT_ONCE).map(({ fish, frame, box: { x, y, width, height } }) => ({
      ...{ typeId: box, frame, x, y, width, height },
      attributes: { Species: fish.species },
    }));
    ids.push(...(await client.annotate(mediaId, "localizations", items)).map(({ elementalId }) => elementalId));
  }
  await client.annotate(mediaId, "states", [
    ...FISH.map((fish) => ({
      typeId: tracks.get(fish.species),
      attributes: { Number: fish.number },
      localizationIds: ids.filter((_, at) => drawn[at]?.fish === fish),
    })),
    ...HABITATS.map(({ from, to, value }) => ({
      ...{ typeId: habitat, frame: from, endFrame: to },
      attributes: { Habitat: value },
    })),
  ]);
}

/** Every so many frames, and where the fish comes into the picture or leaves it. */
function keysOf(fish: Fish): { frame: number; box: Box }[] {
  const { width, height, fps, frames } = REEF;
  const boxes = Array.from({ length: frames }, (_, frame) => boxOf(fish, frame / fps, width / height));
  return boxes.flatMap((box, frame) => {
    const isEnd = boxes[frame - 1] === undefined || boxes[frame + 1] === undefined;
    return box && (isEnd || frame % KEY_EVERY === 0) ? [{ frame, box }] : [];
  });
}
