import type { Drawn, Writer } from "../item.ts";
import { drawsIn } from "../item.ts";
import { byFrame, pathOf, stems } from "./frames.ts";
import { type Entry, textEntry } from "./tar.ts";

/** YOLO: a text for every picture or frame, a line each: the class's number and parts of width and height. Boxes or outlines. */
const yolo =
  (shape: "box" | "polygon"): Writer =>
  (source, { wrote, left, pack }) => {
    const classes = source.types.filter((type) => type.shape === shape);
    const numbers = new Map(classes.map(({ id }, i) => [id, i]));
    async function* entries(): AsyncGenerator<Entry> {
      const names = classes.map(({ name }, i) => `  ${i}: ${JSON.stringify(name)}\n`).join("");
      yield textEntry("data.yaml", `path: .\ntrain: images\nval: images\nnames:\n${names}`);
      yield textEntry("classes.txt", classes.map(({ name }) => `${name}\n`).join(""));
      const stemOf = stems();
      for await (const framed of byFrame(source)) {
        const lines = framed.items.flatMap((item) => {
          const number = numbers.get(item.type.id);
          if (number === undefined) {
            left(drawsIn(shape === "box" ? "boxes" : "polygons"));
            return [];
          }
          wrote();
          return [`${number} ${partsOf(item).join(" ")}\n`];
        });
        if (lines.length > 0) yield textEntry(`labels/${pathOf(stemOf(framed.media), framed)}.txt`, lines.join(""));
      }
    }
    return pack(entries());
  };

function partsOf({ x, y, width, height, points }: Drawn): number[] {
  if (points) return points.flat();
  const [w, h] = [width ?? 0, height ?? 0];
  return [(x ?? 0) + w / 2, (y ?? 0) + h / 2, w, h];
}

export const yoloBoxes = yolo("box");
export const yoloSegments = yolo("polygon");
