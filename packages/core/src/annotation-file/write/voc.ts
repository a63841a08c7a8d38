import type { Drawn, Writer } from "../item.ts";
import { drawsIn, NO_SIZE } from "../item.ts";
import { byFrame, type Framed, pathOf, safe, stems } from "./frames.ts";
import { type Entry, textEntry } from "./tar.ts";

/** Pascal VOC: an XML document for every picture or frame. Pixels from the picture's left and top, with their fractions. */
export const voc: Writer = (source, { wrote, left, pack }) => {
  async function* entries(): AsyncGenerator<Entry> {
    const stemOf = stems();
    for await (const framed of byFrame(source)) {
      const { width, height } = framed.media;
      const boxes = framed.items.filter((item) => {
        const why =
          item.type.shape !== "box" ? drawsIn("boxes") : width === null || height === null ? NO_SIZE : undefined;
        if (why !== undefined) left(why);
        else wrote();
        return why === undefined;
      });
      if (boxes.length > 0 && width !== null && height !== null)
        yield textEntry(
          `Annotations/${pathOf(stemOf(framed.media), framed)}.xml`,
          documentOf(framed, boxes, width, height),
        );
    }
  }
  return pack(entries());
};

function documentOf({ media, frame }: Framed, boxes: Drawn[], width: number, height: number): string {
  const isPicture = media.dtype === "image";
  const folder = isPicture ? "" : safe(media.name);
  const filename = isPicture ? media.name : `${String(frame).padStart(6, "0")}.jpg`;
  const size = `<size><width>${width}</width><height>${height}</height><depth>3</depth></size>`;
  return `<annotation>
  <folder>${escaped(folder)}</folder>
  <filename>${escaped(filename)}</filename>
  ${size}
  <segmented>0</segmented>
${boxes.map((box) => objectOf(box, width, height)).join("")}</annotation>
`;
}

function objectOf({ type, attributes, ...box }: Drawn, w: number, h: number): string {
  const [x, y] = [box.x ?? 0, box.y ?? 0];
  const [xmin, ymin, xmax, ymax] = [x * w, y * h, (x + (box.width ?? 0)) * w, (y + (box.height ?? 0)) * h];
  const values = Object.entries(attributes).map(([name, value]) => {
    const text = typeof value === "object" ? JSON.stringify(value) : String(value);
    return `<attribute><name>${escaped(name)}</name><value>${escaped(text)}</value></attribute>`;
  });
  return `  <object>
    <name>${escaped(type.name)}</name>
    <pose>Unspecified</pose><truncated>0</truncated><difficult>0</difficult>
    <bndbox><xmin>${xmin}</xmin><ymin>${ymin}</ymin><xmax>${xmax}</xmax><ymax>${ymax}</ymax></bndbox>
${values.length > 0 ? `    <attributes>${values.join("")}</attributes>\n` : ""}  </object>
`;
}

const NAMES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;" };
/** What XML 1.0 has no way to say is left out. */
const escaped = (text: string): string =>
  text
    .replace(/[&<>"\r]/g, (sign) => NAMES[sign] ?? sign)
    .replace(/[^\t\n\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");
