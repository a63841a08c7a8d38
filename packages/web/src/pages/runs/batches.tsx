import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { count, plural } from "../../data/format.ts";
import { loaded } from "../../data/loaded.ts";
import { queries } from "../../data/queries.ts";
import type { Run } from "../../data/types.ts";

/** Of a run of an algorithm: what each batch wrote, or why not, and where to look at it. */
export function Batches(props: { run: Run }) {
  const found = useQuery(() => queries.batches(props.run));
  const layer = () => (props.run.inputs as { layer?: string } | null)?.layer;
  const href = (mediaId: string) => `/media/${mediaId}${layer() ? `?layer=${layer()}&show=${layer()}` : ""}`;
  return (
    <section class="border-b border-line px-6 py-3" aria-label="Batches">
      <ul class="max-h-60 overflow-auto">
        <For each={loaded(found)?.items}>
          {(batch) => (
            <li class="flex items-baseline gap-3 py-0.5 text-12">
              <span class="w-20 shrink-0 font-medium">Batch {batch.number}</span>
              <span class="w-20 shrink-0 text-fg-3">{plural(batch.mediaIds.length, "file")}</span>
              <Show
                when={batch.error}
                fallback={
                  <span class="text-fg-2">
                    {batch.state === "succeeded" ? `${count(batch.annotations)} annotations` : "Not written yet"}
                  </span>
                }
              >
                {(error) => <span class="truncate text-bad">{error().message}</span>}
              </Show>
              <Show when={batch.state === "succeeded" && batch.mediaIds[0]}>
                {(id) => (
                  <A class="link ml-auto shrink-0" href={href(id())}>
                    Look at what it found
                  </A>
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
