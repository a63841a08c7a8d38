import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { loaded } from "../../data/loaded.ts";
import { queries } from "../../data/queries.ts";
import { took } from "../../data/run-words.ts";
import type { Script } from "../../data/scripts.ts";
import { RunStateWord } from "../../ui/run-state.tsx";
import { When } from "../../ui/when.tsx";

const SHOWN = 20;

export function ScriptRuns(props: { script: Script }) {
  const runs = useQuery(() => queries.runs({ functionId: props.script.id, limit: SHOWN }));
  return (
    <div class="panel-section">
      <ul class="flex flex-col">
        <For each={loaded(runs)?.items}>
          {(run) => (
            <li class="flex h-8 items-center gap-2 text-12">
              <A class="link" href={`/runs/${run.id}`}>
                <RunStateWord state={run.state} />
              </A>
              <span class="truncate text-fg-2">{run.requestedBy.name}</span>
              <span class="ml-auto text-fg-3 tabular-nums">{took(run)}</span>
              <span class="text-fg-3">
                <When at={run.queuedAt} />
              </span>
            </li>
          )}
        </For>
      </ul>
      <Show when={loaded(runs)?.items.length === 0}>
        <p class="text-12 text-fg-2">It has not run yet.</p>
      </Show>
    </div>
  );
}
