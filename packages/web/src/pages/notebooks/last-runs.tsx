import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { loaded } from "../../data/loaded.ts";
import { queries } from "../../data/queries.ts";
import { took } from "../../data/run-words.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { RunStateWord } from "../../ui/run-state.tsx";
import { When } from "../../ui/when.tsx";

const MOST = 8;

export function LastRuns(props: { functionId: string }) {
  const runs = useQuery(() => queries.runs({ functionId: props.functionId, limit: MOST }));
  return (
    <section class="panel-section" aria-labelledby="last-runs">
      <h2 id="last-runs">Runs</h2>
      <Show
        when={(loaded(runs)?.items.length ?? 0) > 0}
        fallback={<p class="text-12 text-fg-2">{loaded(runs) ? "None yet" : "…"}</p>}
      >
        <ul class="flex flex-col gap-1">
          <For each={loaded(runs)?.items}>
            {(run) => (
              <li>
                <A class="plain flex items-center gap-2 text-12" href={`/runs/${run.id}`}>
                  <Avatar name={run.requestedBy.name} />
                  <RunStateWord state={run.state} />
                  <span class="min-w-0 grow truncate text-fg-2" title={run.error?.message}>
                    {run.error?.message ?? took(run)}
                  </span>
                  <span class="shrink-0 text-11 text-fg-3">
                    <When at={run.startedAt ?? run.queuedAt} />
                  </span>
                </A>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}
