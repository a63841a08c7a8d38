import { useSearchParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For } from "solid-js";
import { queries } from "../../data/queries.ts";
import { PageTop } from "../../shell/top.tsx";
import { RunList } from "./run-list.tsx";

const STATES = [
  ["", "All"],
  ["running", "Running"],
  ["succeeded", "Succeeded"],
  ["failed", "Failed"],
  ["cancelled", "Cancelled"],
] as const;

export function RunsPage() {
  const [search, setSearch] = useSearchParams<{ state?: string }>();
  const runs = useQuery(() => queries.runs({ state: search.state ?? "" }));
  return (
    <div class="page">
      <PageTop crumbs={[{ label: "Runs", icon: "runs" }]} />
      <div class="page-head flex items-center gap-3 pb-3">
        <h1>Runs</h1>
        <span class="segmented" role="group" aria-label="State">
          <For each={STATES}>
            {([value, label]) => (
              <button
                type="button"
                aria-pressed={(search.state ?? "") === value}
                onClick={() => setSearch({ state: value || undefined }, { replace: true })}
              >
                {label}
              </button>
            )}
          </For>
        </span>
      </div>
      <RunList runs={runs.data?.items} error={runs.error} onRetry={() => void runs.refetch()} />
    </div>
  );
}
