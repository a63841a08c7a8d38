import type { Drawn, Stated, Writer } from "../item.ts";

// The two formats that carry everything: a line each, localizations first.

const COLUMNS = [
  ...["kind", "elemental_id", "media_id", "media", "type", "shape", "layer", "frame", "end_frame"],
  ...["x", "y", "width", "height", "u", "v", "points", "key", "color", "track_ids"],
  ...["created_by", "created_at", "modified_by", "modified_at"],
];

type Line = Record<string, unknown> & { attributes: Record<string, unknown> };

const common = ({ elementalId, layer, type, attributes, ...item }: Drawn | Stated) => ({
  ...{ elemental_id: elementalId, type: type.name, shape: type.shape, layer, attributes },
  ...{ created_by: item.createdBy, created_at: item.createdAt },
  ...{ modified_by: item.modifiedBy, modified_at: item.modifiedAt },
});

function ofDrawn(item: Drawn): Line {
  const { media, frame, x, y, width, height, u, v, points, key, tracks } = item;
  const drawing = { frame, x, y, width, height, u, v, points, key, track_ids: tracks.length > 0 ? tracks : null };
  return { kind: "localization", media_id: media.id, media: media.name, ...common(item), ...drawing };
}

/** A state is often said of one media, and then written as what is drawn on one. */
function ofStated(item: Stated): Line {
  const { media, frame, endFrame, color } = item;
  const [one] = media;
  const of =
    media.length === 1 && one
      ? { media_id: one.id, media: one.name }
      : { media_id: media.map(({ id }) => id), media: media.map(({ name }) => name) };
  return { kind: "state", ...of, ...common(item), frame, end_frame: endFrame, color };
}

/** One JSON object a line; what there is not is left out. */
export const ndjson: Writer = (source, { wrote }) =>
  written(source, wrote, (line) => JSON.stringify(line, (_, value) => (value === null ? undefined : value)));

/** A header, then a line each; every attribute has a column, lists are JSON. */
export const csv: Writer = async function* (source, { wrote }) {
  const attributes = [...new Set(source.types.flatMap((type) => type.attributes.map(({ name }) => name)))];
  yield Buffer.from(`${[...COLUMNS, ...attributes.map((name) => `attributes.${name}`)].map(quoted).join(",")}\n`);
  yield* written(source, wrote, (line) =>
    [...COLUMNS.map((name) => line[name]), ...attributes.map((name) => line.attributes[name])].map(cell).join(","),
  );
};

async function* written(
  { drawn, stated }: Parameters<Writer>[0],
  wrote: () => void,
  text: (line: Line) => string,
): AsyncGenerator<Buffer> {
  const lines = (batch: Line[]) => {
    for (const _ of batch) wrote();
    return Buffer.from(batch.map((line) => `${text(line)}\n`).join(""));
  };
  for await (const batch of drawn()) if (batch.length > 0) yield lines(batch.map(ofDrawn));
  for await (const batch of stated()) if (batch.length > 0) yield lines(batch.map(ofStated));
}

/** Missing is nothing at all, the empty text is `""`. */
const cell = (value: unknown): string => {
  if (value === null || value === undefined) return "";
  if (typeof value === "object") return quoted(JSON.stringify(value));
  return value === "" ? '""' : quoted(String(value));
};

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
