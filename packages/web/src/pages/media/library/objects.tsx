import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createMemo, For, Show } from "solid-js";
import { annotationQueries } from "../../../annotator/remote/queries.ts";
import { createDebounced } from "../../../data/debounce.ts";
import { loaded } from "../../../data/loaded.ts";
import { filterOf } from "../../../data/media/conditions.ts";
import { drawingQueries, ofMedia } from "../../../data/media/drawings.ts";
import { Skeleton } from "../../../ui/skeleton.tsx";
import type { Library } from "./state.ts";

/** More are not counted while somebody chooses. */
const MOST = 200;

/** What is drawn on what is chosen, class by class; each leads to the pictures of it. */
export function Objects(props: { library: Library }) {
  const chosen = createMemo(() => props.library.selected().map(({ id }) => id));
  const asked = createDebounced(chosen, 200);
  const projectId = () => props.library.projectOf() ?? "";
  const isCounted = () => projectId() !== "" && asked().length > 0 && asked().length <= MOST;
  const found = useQuery(() => ({ ...drawingQueries.types(projectId(), asked()), enabled: isCounted() }));
  const types = useQuery(() => ({ ...annotationQueries.types(projectId()), enabled: projectId() !== "" }));
  const rows = () =>
    (loaded(found)?.items ?? []).flatMap(({ typeId, count }) => {
      const type = loaded(types)?.find(({ id }) => id === typeId);
      return type ? [{ type, count }] : [];
    });
  const gallery = (typeId: string) => {
    const filter = filterOf([{ field: "$type", op: "eq", value: typeId }, ofMedia(asked())]);
    return `/projects/${projectId()}/gallery?filter=${encodeURIComponent(JSON.stringify(filter))}`;
  };
  return (
    <Show when={isCounted()}>
      <section class="panel-section" aria-busy={found.isFetching}>
        <h2>Objects</h2>
        <Show when={loaded(found)} fallback={<Skeleton width="70%" height="12px" />}>
          <ul class="object-counts">
            <For each={rows()} fallback={<li class="text-12 text-fg-3">Nothing is drawn yet.</li>}>
              {({ type, count }) => (
                <li>
                  <i style={{ background: type.color }} aria-hidden="true" />
                  <A class="link truncate" href={gallery(type.id)}>
                    {type.name}
                  </A>
                  <span class="library-count">{count.toLocaleString("en")}</span>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </section>
    </Show>
  );
}
