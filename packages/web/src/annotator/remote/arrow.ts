import { tableFromIPC } from "@uwdata/flechette";
import type { Point, Row, Values } from "../model/types.ts";
import { messages } from "./messages.ts";

type Column = { at(row: number): unknown } | null;

/** The rows of a stream, batch by batch: what came first is on the screen while the rest is on its way. */
export async function* decodeStream(stream: AsyncIterable<Uint8Array>, mediaId: string): AsyncGenerator<Row[]> {
  let schema: Uint8Array | undefined;
  for await (const message of messages(stream)) {
    if (!schema) schema = message.slice();
    else if (message.byteLength > END) yield decodeAnnotations([schema, message], mediaId);
  }
}

/** What says that a stream ends is as long as what begins a message. */
const END = 8;

/** Columns that are not there, or hold nothing, are left out. */
export function decodeAnnotations(bytes: Uint8Array | Uint8Array[], mediaId: string): Row[] {
  const table = tableFromIPC(bytes, { useBigInt: false, useDate: false, useDecimalInt: false, useProxy: true });
  const column = (name: string): Column => table.getChild(name) ?? null;
  const [elementalIds, kinds, types, layers] = ["elemental_id", "kind", "type_id", "layer_id"].map(column);
  const [frames, ends, marks, keys] = ["frame", "end_frame", "mark", "key"].map(column);
  const [xs, ys, widths, heights, us, vs] = ["x", "y", "width", "height", "u", "v"].map(column);
  const [points, attributes, tracks] = ["points", "attributes", "track_ids"].map(column);
  const number = (from: Column | undefined, at: number) => {
    const value = from?.at(at);
    return value === null || value === undefined ? null : Number(value);
  };
  const json = <T>(from: Column | undefined, at: number, otherwise: T): T => {
    const value = from?.at(at);
    if (typeof value !== "string" || value === "") return otherwise;
    // Most have none, and a parser takes its time even for that.
    return value === "{}" ? ({} as T) : (JSON.parse(value) as T);
  };
  const rows: Row[] = [];
  for (let at = 0; at < table.numRows; at++) {
    const common = {
      elementalId: String(elementalIds?.at(at)),
      layerId: String(layers?.at(at)),
      typeId: String(types?.at(at)),
      attributes: json<Values>(attributes, at, {}),
      mark: number(marks, at),
    };
    const frame = number(frames, at);
    if (kinds?.at(at) === "state") {
      const rest = { mediaIds: [mediaId], frame, endFrame: number(ends, at), color: null };
      rows.push({ ...common, ...rest, kind: "state" });
      continue;
    }
    rows.push({
      ...common,
      ...{ kind: "localization", mediaId, frame: frame ?? 0, key: keys?.at(at) !== false },
      ...{ x: number(xs, at), y: number(ys, at), width: number(widths, at), height: number(heights, at) },
      ...{ u: number(us, at), v: number(vs, at), points: json<Point[] | null>(points, at, null) },
      trackIds: json<string[]>(tracks, at, []),
    });
  }
  return rows;
}
