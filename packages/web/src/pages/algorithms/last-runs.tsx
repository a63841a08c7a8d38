import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import type { Algorithm } from "../../data/algorithms.ts";
import { loaded } from "../../data/loaded.ts";
import { queries } from "../../data/queries.ts";
import { RunStateWord } from "../../ui/run-state.tsx";
import { When } from "../../ui/when.tsx";

const SHOWN = 3;

/** How the latest runs of an algorithm went. */
export function LastRuns(props: { algorithm: Algorithm }) {
  const found = useQuery(() => queries.algorithmRuns(props.algorithm.id));
  const runs = () => (loaded(found)?.items ?? []).slice(0, SHOWN);
  return (
    <Show when={runs().length > 0}>
      <ul class="mt-1 flex flex-wrap gap-x-4 text-12">
        <For each={runs()}>
          {(run) => (
            <li class="flex items-center gap-1.5">
              <RunStateWord state={run.state} />
              <A class="link" href={`/runs/${run.id}`}>
                <When at={run.queuedAt} />
              </A>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
