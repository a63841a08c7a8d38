import { get, patch, post, send } from "../../data/http.ts";
import type { Page } from "../../data/types.ts";
import type { Remote } from "../model/saving.ts";
import type { AnnotationType, Layer, Localization, Row, State } from "../model/types.ts";
import { decodeStream } from "./arrow.ts";

const V1 = "/api/v1";
const AT_ONCE = 8;

export type TrackVerb = "merge" | "trim" | "extend" | "interpolate" | "fill";
export type Outcome = { track: Changed; created: Changed[]; deleted: string[] };
const ARROW = "application/vnd.apache.arrow.stream";

type StreamAsked = { layers: string[]; frames?: readonly [number, number]; signal?: AbortSignal };

/** Not every browser goes through a body by itself. */
async function* chunksOf({ body }: Response): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  for (;;) {
    const next = await reader?.read();
    if (!next || next.done) return;
    yield next.value;
  }
}

type Changed = { id: string; elementalId: string; mark: number };

export const annotationsAPI = {
  types: async (projectId: string, options?: { signal?: AbortSignal }) =>
    (await get<Page<AnnotationType>>(`${V1}/projects/${projectId}/annotation-types`, options)).items,
  createType: (projectId: string, body: Partial<AnnotationType> & { name: string; shape: string }) =>
    post<AnnotationType>(`${V1}/projects/${projectId}/annotation-types`, body),
  updateType: (id: string, body: Partial<AnnotationType>, revision: number) =>
    patch<AnnotationType>(`${V1}/annotation-types/${id}`, body, revision),
  layers: async (projectId: string, options?: { signal?: AbortSignal }) =>
    (await get<Page<Layer>>(`${V1}/projects/${projectId}/layers`, options)).items,
  createLayer: (projectId: string, body: { name: string; baseIds?: string[] }) =>
    post<Layer>(`${V1}/projects/${projectId}/layers`, body),
  /** Everything said of a media, or of some of its frames, as it comes. */
  stream: async (mediaId: string, { layers, frames, signal }: StreamAsked) => {
    const query = { layers: layers.join(",") || undefined, frames: frames?.join(":") };
    const response = await send("GET", `${V1}/media/${mediaId}/annotations`, {
      ...{ query, signal },
      headers: { accept: ARROW },
    });
    return decodeStream(chunksOf(response), mediaId);
  },
  track: (elementalId: string, layerId: string, verb: TrackVerb, body: object) =>
    post<Outcome>(`${V1}/tracks/${elementalId}/${verb}?layer=${layerId}`, body),
  /** Which mark a track has now. */
  markOf: async (elementalId: string, layerId: string) =>
    (await get<Changed>(`${V1}/states/${elementalId}`, { query: { layer: layerId } })).mark,
  /** What each was at an earlier mark. */
  async restore(kind: "localizations" | "states", layerId: string, to: readonly { id: string; mark: number }[]) {
    for (let first = 0; first < to.length; first += AT_ONCE)
      await Promise.all(
        to
          .slice(first, first + AT_ONCE)
          .map(({ id, mark }) => post<unknown>(`${V1}/${kind}/${id}/restore?layer=${layerId}`, { mark })),
      );
  },
  removeMany: async (projectId: string, ids: string[]) =>
    void (await send("DELETE", `${V1}/projects/${projectId}/localizations`, { body: { ids, count: ids.length } })),
};

const pathOf = (row: Row) => `${V1}/${row.kind === "state" ? "states" : "localizations"}/${row.elementalId}`;
const over = (mark: number | null): Record<string, string> => (mark === null ? {} : { "if-match": `"${mark}"` });
const pick = <T extends object>(row: T, names: readonly (keyof T)[]) =>
  Object.fromEntries(
    names.flatMap((name) => (row[name] === null || row[name] === undefined ? [] : [[name, row[name]]])),
  );

const DRAWING = ["x", "y", "width", "height", "u", "v", "points"] as const;
const COMMON = ["elementalId", "layerId", "typeId", "attributes", "frame"] as const;

const newRow = (row: Row) =>
  row.kind === "localization"
    ? pick(row, [...COMMON, ...DRAWING, "key", "trackIds"])
    : pick(row, [...COMMON, "endFrame", "color", "mediaIds"]);

/** Only what differs; of another class all that is said, since nothing that is said of one is there of the other by itself. */
export function differences(before: Row, after: Row): Record<string, unknown> {
  const changed: Record<string, unknown> = {};
  const names = after.kind === "localization" ? [...DRAWING, "frame", "key"] : ["frame", "endFrame", "color"];
  for (const name of [...names, "typeId"]) {
    const [was, is] = [Reflect.get(before, name), Reflect.get(after, name)];
    if (was !== is && (is !== undefined || was !== undefined)) changed[name] = is ?? null;
  }
  const attributes: Record<string, unknown> = {};
  if (changed.typeId !== undefined) return { ...changed, attributes: after.attributes };
  for (const name of new Set([...Object.keys(before.attributes), ...Object.keys(after.attributes)])) {
    const [was, is] = [before.attributes[name], after.attributes[name]];
    if (JSON.stringify(was) !== JSON.stringify(is)) attributes[name] = is ?? null;
  }
  if (Object.keys(attributes).length > 0) changed.attributes = attributes;
  return changed;
}

export const remoteOf = (mediaId: string): Remote => ({
  async create(rows) {
    const kind = rows[0]?.kind === "state" ? "states" : "localizations";
    const { items } = await post<{ items: Changed[] }>(`${V1}/media/${mediaId}/${kind}`, { items: rows.map(newRow) });
    return new Map(items.map((item) => [item.elementalId, item.mark]));
  },
  async update(before, after, mark) {
    const body = differences(before, after);
    if (Object.keys(body).length === 0) return mark ?? 1;
    return answer("PATCH", pathOf(after), { query: { layer: after.layerId }, body, headers: over(mark) });
  },
  remove: (row, mark) => answer("DELETE", pathOf(row), { query: { layer: row.layerId }, headers: over(mark) }),
  restore: (row, mark) => answer("POST", `${pathOf(row)}/restore`, { query: { layer: row.layerId }, body: { mark } }),
});

async function answer(method: string, path: string, options: Parameters<typeof send>[2]): Promise<number> {
  const response = await send(method, path, options);
  return ((await response.json()) as Changed).mark;
}

export const isLocalization = (row: Row): row is Localization => row.kind === "localization";
export const isState = (row: Row): row is State => row.kind === "state";
