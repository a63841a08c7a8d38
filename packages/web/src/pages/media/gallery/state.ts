import { useNavigate, useParams, useSearchParams } from "@solidjs/router";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/solid-query";
import { createEffect, createMemo, createSignal, on } from "solid-js";
import { annotationQueries } from "../../../annotator/remote/queries.ts";
import { loaded } from "../../../data/loaded.ts";
import { askables, type Filter, filterOf, readConditions } from "../../../data/media/conditions.ts";
import { type Drawing, drawingQueries } from "../../../data/media/drawings.ts";
import { kept, NOTHING, type Selection } from "../../../data/media/selection.ts";
import { queries } from "../../../data/queries.ts";

export type Size = "small" | "medium" | "large";
type Search = { filter?: string; sort?: string; size?: Size };

/** In pixels, of a card and of the picture asked for it. */
const WIDTHS: Record<Size, number> = { small: 112, medium: 176, large: 280 };
const NEWEST = "-modifiedAt";

/** What the gallery shows: the question stands in the address, and so can be shared. */
export function createGallery() {
  const params = useParams<{ id: string }>();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams<Search>();
  const set = (changes: Partial<Search>) => setSearch(changes, { replace: true });
  const conditions = createMemo(() => readConditions(search.filter));
  const asked = createMemo(() => ({ filter: filterOf(conditions()), sort: search.sort ?? NEWEST }));
  const found = useInfiniteQuery(() => ({
    ...drawingQueries.list(params.id, asked()),
    placeholderData: keepPreviousData,
  }));
  const project = useQuery(() => queries.project(params.id));
  const types = useQuery(() => annotationQueries.types(params.id));
  const layers = useQuery(() => annotationQueries.layers(params.id));
  const pages = () => (found.isPending ? [] : (found.data?.pages ?? []));
  const items = createMemo(() => pages().flatMap((page) => page.items));
  const idOf = ({ layerId, elementalId }: Drawing) => `${layerId}/${elementalId}`;
  const ids = createMemo(() => items().map(idOf));
  const [selection, setSelection] = createSignal<Selection>(NOTHING);
  /** Not what is chosen one by one, but all that fits. */
  const [everything, setEverything] = createSignal(false);
  createEffect(on(ids, (now) => setSelection((before) => kept(now, before)), { defer: true }));
  createEffect(
    on(
      () => search.filter,
      () => setEverything(false),
      { defer: true },
    ),
  );
  const size = (): Size => (search.size && search.size in WIDTHS ? search.size : "medium");

  return {
    ...{ found, items, ids, idOf, selection, setSelection, everything, setEverything, conditions, asked, size, set },
    projectId: () => params.id,
    project: () => loaded(project),
    types: () => loaded(types) ?? [],
    layers: () => loaded(layers) ?? [],
    askables: createMemo(() => askables({ types: loaded(types) ?? [], layers: loaded(layers) ?? [] })),
    total: () => pages()[0]?.total,
    width: () => WIDTHS[size()],
    sort: () => search.sort ?? NEWEST,
    selected: createMemo(() => items().filter((item) => selection().ids.has(idOf(item)))),
    ask(filters: readonly Filter[]) {
      const filter = filterOf(filters);
      set({ filter: filter && JSON.stringify(filter) });
    },
    open: ({ mediaId, frame, elementalId }: Drawing) =>
      navigate(`/media/${mediaId}?frame=${frame}&select=${elementalId}`),
  };
}

export type Gallery = ReturnType<typeof createGallery>;
