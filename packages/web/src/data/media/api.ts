import { get, patch, post, type Query, remove, send } from "../http.ts";
import { isLive } from "../live-state.ts";
import type { Page, Run } from "../types.ts";
import type { AttributeValue } from "../types-collaboration.ts";
import type { Folder, Live, MediaItem, MediaPage, MediaType, Playlist, Views } from "./types.ts";

type Signal = { signal?: AbortSignal };
type Values = Record<string, AttributeValue | null>;

/** Where it lies and how it is listed; a change of many is all or nothing. */
export const mediaApi = {
  list: (query: Query, options: Signal = {}) => get<MediaPage>("/api/v1/media", { query, ...options }),
  folders: (projectId: string | undefined, options: Signal = {}) =>
    get<{ items: Folder[] }>("/api/v1/media/folders", { query: { projectId }, ...options }),
  create: (body: { projectId: string; fileId: string; typeId?: string; attributes?: Values }) =>
    post<{ media: MediaItem; run: Run }>("/api/v1/media", body),
  edit: async (ids: string[], values: Values): Promise<void> => {
    await send("PATCH", "/api/v1/media", { body: { ids, count: ids.length, attributes: values } });
  },
  move: (ids: string[], projectId: string, more: object = {}) =>
    post("/api/v1/media/move", { ids, count: ids.length, projectId, ...more }),
  trash: (ids: string[]) => post("/api/v1/media/trash", { ids, count: ids.length }),
  restore: (ids: string[]) => post("/api/v1/media/restore", { ids, count: ids.length }),
  repair: (id: string) => post<{ media: MediaItem; run: Run }>(`/api/v1/media/${id}/repair`),
  importFrom: (body: { projectId: string; url: string; name?: string; attributes?: Values }) =>
    post<{ run: Run }>("/api/v1/media/import", body),
  makeViews: (body: { projectId: string; name: string } & Views) => post<MediaItem>("/api/v1/media/multi", body),
  makeLive: (body: { projectId: string; name: string } & Live) => post<MediaItem>("/api/v1/media/live", body),
  change: ({ id, revision }: Pick<MediaItem, "id" | "revision">, body: { multi?: Views; live?: Live }) =>
    patch<MediaItem>(`/api/v1/media/${id}`, body, revision),
  original: (id: string) =>
    post<{ items: { url: string }[] }>(`/api/v1/media/${id}/urls`, { renditions: ["original"] }),
  playlists: (projectId: string, options: Signal = {}) =>
    get<Page<Playlist>>(`/api/v1/projects/${projectId}/playlists`, options),
  makePlaylist: (projectId: string, body: { name: string; mediaIds: string[] }) =>
    post<Playlist>(`/api/v1/projects/${projectId}/playlists`, body),
  addToPlaylist: ({ id, revision }: Playlist, addIds: string[]) =>
    patch<Playlist>(`/api/v1/playlists/${id}`, { addIds }, revision),
  types: (projectId: string, options: Signal = {}) =>
    get<Page<MediaType>>(`/api/v1/projects/${projectId}/media-types`, options),
  createType: (projectId: string, body: object) => post<MediaType>(`/api/v1/projects/${projectId}/media-types`, body),
  updateType: ({ id, revision }: MediaType, body: object) =>
    patch<MediaType>(`/api/v1/media-types/${id}`, body, revision),
  removeType: (id: string) => remove(`/api/v1/media-types/${id}`),
};

const PAGE = 100;
const BUSY_MS = 2_000;
const LIVE_MS = 15_000;

export const mediaQueries = {
  latest: (query: Query) => ({
    queryKey: ["library", "latest", query],
    queryFn: ({ signal }: { signal: AbortSignal }) => mediaApi.list({ sort: "-updatedAt", ...query }, { signal }),
  }),
  list: (query: Query) => ({
    queryKey: ["library", "list", query],
    queryFn: ({ signal, pageParam }: { signal: AbortSignal; pageParam: string | undefined }) =>
      mediaApi.list({ ...query, limit: PAGE, count: pageParam === undefined, cursor: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: MediaPage) => page.next ?? undefined,
  }),
  /** What is still being made, apart from the list: it moves several times a second, and the list does not. */
  underWay: (query: Query) => ({
    queryKey: ["library", "under-way", query],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      mediaApi.list({ ...query, state: "processing", limit: PAGE }, { signal }),
    refetchInterval: (found: { state: { data?: MediaPage | undefined } }) =>
      found.state.data?.items.length && !isLive() ? BUSY_MS : LIVE_MS,
  }),
  folders: (projectId: string | undefined) => ({
    queryKey: ["library", "folders", projectId ?? ""],
    queryFn: ({ signal }: { signal: AbortSignal }) => mediaApi.folders(projectId, { signal }),
  }),
  playlists: (projectId: string) => ({
    queryKey: ["library", "playlists", projectId],
    queryFn: ({ signal }: { signal: AbortSignal }) => mediaApi.playlists(projectId, { signal }),
  }),
  types: (projectId: string) => ({
    queryKey: ["media-types", projectId],
    queryFn: ({ signal }: { signal: AbortSignal }) => mediaApi.types(projectId, { signal }),
  }),
};
