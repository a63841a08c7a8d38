import type { Localization } from "../../annotator/model/types.ts";
import { annotationsAPI } from "../../annotator/remote/annotations.ts";
import { post, send } from "../http.ts";
import type { AttributeValue } from "../types-collaboration.ts";
import type { Filter } from "./conditions.ts";

export type Drawing = Omit<Localization, "kind"> & { id: string; mark: number; modifiedAt: string };
export type DrawingPage = { items: Drawing[]; next: string | null; total?: number };
export type Crop = { url: string | null; expiresAt: string | null; problem: { code: string; message: string } | null };
export type Asked = { filter?: Filter | undefined; sort: string };
export type Change = {
  attributes?: Record<string, AttributeValue | null>;
  typeId?: string;
};

const PAGE = 200;
/** So many as one change and its undo name one by one. */
export const MOST_CHANGED = 5_000;
const pathOf = (projectId: string) => `/api/v1/projects/${projectId}/localizations`;

type Named = Pick<Drawing, "elementalId" | "layerId" | "mark">;
const named = (rows: readonly Named[]) => ({
  ids: rows.map(({ elementalId }) => elementalId),
  layer: [...new Set(rows.map(({ layerId }) => layerId))],
  // Somebody who changes them meanwhile is told to the one who comes second.
  count: rows.length,
});

/** What is drawn on these media. */
export const ofMedia = (mediaIds: readonly string[]): Filter => ({ field: "$media", op: "in", value: [...mediaIds] });

export const drawings = {
  search: (
    projectId: string,
    body: Asked & { cursor?: string | undefined; limit?: number; count?: boolean; fields?: string },
    signal?: AbortSignal,
  ) => post<DrawingPage>(`${pathOf(projectId)}/search`, body, { ...(signal ? { signal } : {}) }),
  countByType: (projectId: string, filter: Filter, signal?: AbortSignal) =>
    post<{ items: { typeId: string; count: number }[] }>(
      `${pathOf(projectId)}/types`,
      { filter },
      { ...(signal ? { signal } : {}) },
    ),
  /** All that fit, and of each no more than its name: a change of them says exactly whom it means. */
  async all(projectId: string, asked: Asked): Promise<Named[]> {
    const found: Named[] = [];
    let cursor: string | undefined;
    do {
      const page = await drawings.search(projectId, {
        ...asked,
        cursor,
        limit: 1_000,
        fields: "elementalId,layerId,mark",
      });
      found.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor && found.length <= MOST_CHANGED);
    return found;
  },
  crops: async (rows: readonly Drawing[], width: number): Promise<Crop[]> =>
    (
      await post<{ items: Crop[] }>("/api/v1/crops", {
        items: rows.map(({ elementalId, layerId }) => ({
          localizationId: elementalId,
          layer: layerId,
          width,
          margin: 8,
        })),
      })
    ).items,
  change: async (projectId: string, rows: readonly Named[], values: Change, newLayer?: string): Promise<void> => {
    const body = { ...named(rows), values, ...(newLayer ? { newLayer } : {}) };
    await send("PATCH", pathOf(projectId), { body });
  },
  remove: async (projectId: string, rows: readonly Named[]): Promise<void> => {
    await send("DELETE", pathOf(projectId), { body: named(rows) });
  },
  /** As they were. */
  async restore(rows: readonly Named[]): Promise<void> {
    for (const [layerId, of] of Map.groupBy(rows, (row) => row.layerId))
      await annotationsAPI.restore(
        "localizations",
        layerId,
        of.map(({ elementalId: id, mark }) => ({ id, mark })),
      );
  },
};

export const drawingQueries = {
  types: (projectId: string, mediaIds: readonly string[]) => ({
    queryKey: ["drawings", "types", projectId, mediaIds],
    queryFn: ({ signal }: { signal: AbortSignal }) => drawings.countByType(projectId, ofMedia(mediaIds), signal),
  }),
  list: (projectId: string, asked: Asked) => ({
    queryKey: ["drawings", projectId, asked],
    queryFn: ({ signal, pageParam }: { signal: AbortSignal; pageParam: string | undefined }) =>
      drawings.search(projectId, { ...asked, cursor: pageParam, limit: PAGE, count: pageParam === undefined }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: DrawingPage) => page.next ?? undefined,
  }),
};
