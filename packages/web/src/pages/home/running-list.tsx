import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { count, percent } from "../../data/format.ts";
import { isActive } from "../../data/poll.ts";
import { queries } from "../../data/queries.ts";
import { runTitle, stepWords, took } from "../../data/run-words.ts";
import { complain } from "../../data/toast.ts";
import type { Run } from "../../data/types.ts";
import { Progress } from "../../ui/progress.tsx";
import { RunStateWord } from "../../ui/run-state.tsx";
import { When } from "../../ui/when.tsx";

const SHOWN = 5;

export function RunningList() {
  const runs = useQuery(() => queries.runs({ limit: 12 }));
  const active = () => (runs.data?.items ?? []).filter((run) => isActive(run.state));
  const shown = () => [...active(), ...(runs.data?.items ?? []).filter((run) => !isActive(run.state))].slice(0, SHOWN);
  return (
    <section class="card">
      <header>
        <h2>Runs</h2>
        <Show when={active().length > 0}>
          <span class="badge acc">{active().length} running</span>
        </Show>
        <A class="link ml-auto" href="/runs">
          All runs
        </A>
      </header>
      <Show when={runs.data?.items.length === 0}>
        <p class="px-4 py-3 text-12 text-fg-2">Imports and other work show up here while they run.</p>
      </Show>
      <For each={shown()}>{(run) => <Entry run={run} />}</For>
    </section>
  );
}

function Entry(props: { run: Run }) {
  const run = () => props.run;
  const cancel = () =>
    api.runs
      .cancel(run().id)
      .then(() => client.invalidateQueries({ queryKey: ["runs"] }))
      .catch(complain("The run was not cancelled"));
  return (
    <div class="run-entry">
      <div class="flex items-center gap-2">
        <A class="plain truncate font-medium" href={`/runs/${run().id}`}>
          {runTitle(run())}
        </A>
        <RunStateWord state={run().state} class="ml-auto">
          {run().state === "running" && run().progress?.fraction != null
            ? percent(run().progress?.fraction ?? 0)
            : undefined}
        </RunStateWord>
      </div>
      <Show when={isActive(run().state)}>
        <Progress fraction={run().progress?.fraction ?? null} label={runTitle(run())} class="mt-1.5 mb-1" />
      </Show>
      <div class="flex gap-2 text-11 text-fg-3">
        <Show
          when={isActive(run().state)}
          fallback={
            <span class="truncate">
              {run().error?.message ?? took(run())} · <When at={run().endedAt ?? run().queuedAt} />
            </span>
          }
        >
          <span class="truncate">
            {stepWords(run())}
            <Show when={run().progress?.rows}>{(rows) => <> · {count(rows())} rows</>}</Show>
          </span>
          <button type="button" class="link ml-auto text-11!" onClick={() => void cancel()}>
            Cancel
          </button>
        </Show>
      </div>
    </div>
  );
}
