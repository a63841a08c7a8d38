import { useNavigate, useParams, useSearchParams } from "@solidjs/router";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/solid-query";
import { createEffect, createMemo, createSignal, on } from "solid-js";
import type { Chosen } from "../../../data/algorithms.ts";
import { client } from "../../../data/client.ts";
import { createDebounced } from "../../../data/debounce.ts";
import { useFollow } from "../../../data/live.ts";
import { loaded } from "../../../data/loaded.ts";
import { mediaQueries } from "../../../data/media/api.ts";
import { sum, treeOf } from "../../../data/media/folders.ts";
import { kept, NOTHING, type Selection } from "../../../data/media/selection.ts";
import type { MediaDtype, MediaState } from "../../../data/media/types.ts";
import { queries } from "../../../data/queries.ts";

export type Sort = "-createdAt" | "createdAt" | "name" | "-updatedAt" | "-duration" | "duration" | "position";
type Search = {
  q?: string;
  folder?: string;
  playlist?: string;
  sort?: Sort;
  view?: "list";
  state?: MediaState;
  dtype?: MediaDtype;
};

/** So many folders are followed by the socket: whatever is made in them shows by itself. */
const FOLLOWED = 100;

/** What the library shows: all of it stands in the URL but what is chosen. */
export function createLibrary() {
  const params = useParams<{ id?: string }>();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams<Search>();
  const set = (changes: Partial<Search>) => setSearch(changes, { replace: true });
  const root = () => params.id;
  const place = () => search.folder ?? root();
  const text = () => search.q ?? "";
  const asked = createDebounced(() => text().trim(), 150);
  const sort = (): Sort => search.sort ?? (search.playlist ? "position" : "-createdAt");
  const filter = () => ({ projectId: place(), playlistId: search.playlist, recursive: true });
  const query = () => ({ ...filter(), q: asked(), sort: sort(), state: search.state, dtype: search.dtype });

  const found = useInfiniteQuery(() => ({ ...mediaQueries.list(query()), placeholderData: keepPreviousData }));
  const pages = () => loaded(found)?.pages ?? [];
  const listed = createMemo(() => pages().flatMap((page) => page.items));
  const underWay = useQuery(() => mediaQueries.underWay({ projectId: place(), recursive: true }));
  const moving = createMemo(() => new Map((loaded(underWay)?.items ?? []).map((item) => [item.id, item.progress])));
  /** The list with what has moved on since it was read. */
  const items = createMemo(() =>
    listed().map((item) => {
      const progress = moving().get(item.id);
      return progress === undefined ? item : { ...item, state: "processing" as const, progress };
    }),
  );
  // What ended or began since then has more to show than its progress.
  createEffect(
    on(
      () => [...moving().keys()].sort().join(),
      (now, before) => {
        if (before === undefined || now === before) return;
        void client.invalidateQueries({ queryKey: ["library", "list"] });
        void client.invalidateQueries({ queryKey: ["library", "folders"] });
      },
    ),
  );

  const folderQuery = useQuery(() => mediaQueries.folders(root()));
  const folders = createMemo(() => treeOf(loaded(folderQuery)?.items ?? [], root()));
  useFollow(() => [root(), ...folders().map(({ id }) => id)].slice(0, FOLLOWED));

  const ids = createMemo(() => items().map(({ id }) => id));
  const [selection, setSelection] = createSignal<Selection>(NOTHING);
  createEffect(on(ids, (now) => setSelection((before) => kept(now, before)), { defer: true }));
  const selected = createMemo(() => items().filter(({ id }) => selection().ids.has(id)));
  /** Whose attributes there are: of what is shown, or of the one project that all that is chosen lies in. */
  const attributesOf = () => {
    const projects = new Set(selected().map(({ projectId }) => projectId));
    const [only] = projects;
    return place() ?? (projects.size === 1 ? (only ?? undefined) : undefined);
  };
  const typeQuery = useQuery(() => ({
    ...queries.attributeTypes(attributesOf() ?? ""),
    enabled: attributesOf() !== undefined,
  }));
  const types = createMemo(() =>
    attributesOf() === undefined ? [] : (loaded(typeQuery)?.items ?? []).filter(({ kinds }) => kinds.includes("media")),
  );

  return {
    root,
    place,
    search,
    set,
    text,
    sort,
    found,
    items,
    ids,
    total: () => pages()[0]?.total,
    folders,
    hasFolders: () => loaded(folderQuery) !== undefined,
    /** How much there is, in all folders. */
    whole: () => sum((loaded(folderQuery)?.items ?? []).map(({ count }) => count)),
    selection,
    setSelection,
    selected,
    types,
    /** The project that what is shown, or chosen, is of. */
    projectOf: attributesOf,
    /** What is chosen, or else all that is shown, as one that works on it takes it. */
    chosen: (): Chosen | undefined => {
      const mediaIds = selected().map(({ id }) => id);
      if (mediaIds.length > 0) return { mediaIds };
      const { sort: _, ...rest } = query();
      const count = pages()[0]?.total;
      return typeof count === "number" && count > 0 ? { query: { ...rest, q: rest.q || undefined }, count } : undefined;
    },
    isFiltered: () => Boolean(text() || search.state || search.dtype || search.playlist),
    open: (id: string) => navigate(`/media/${id}`),
    clearFilters: () => set({ q: undefined, state: undefined, dtype: undefined, playlist: undefined }),
  };
}

export type Library = ReturnType<typeof createLibrary>;
