import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { bytesOf, count, percent } from "../../data/format.ts";
import { setImportRequest } from "../../data/import-request.ts";
import { createNow } from "../../data/now.ts";
import { isActive } from "../../data/poll.ts";
import { queries } from "../../data/queries.ts";
import { plannedSteps, stepWords } from "../../data/run-words.ts";
import { complain } from "../../data/toast.ts";
import type { Run, Table } from "../../data/types.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Progress } from "../../ui/progress.tsx";
import { RunStateWord } from "../../ui/run-state.tsx";
import { StepGraph } from "../runs/step-graph.tsx";

/** A table that has no rows yet: its import, live, or why there is none. */
export function Importing(props: { table: Table }) {
  const run = useQuery(() => ({ ...queries.run(props.table.run?.id ?? ""), enabled: props.table.run !== null }));
  const active = () => (run.data ? isActive(run.data.state) : props.table.state === "importing");
  const now = createNow(active);
  const refresh = () => {
    void client.invalidateQueries({ queryKey: ["run"] });
    void client.invalidateQueries({ queryKey: ["table", props.table.id] });
  };
  const act = (call: (id: string) => Promise<Run>, failure: string) => () => {
    if (run.data) call(run.data.id).then(refresh, complain(failure));
  };

  const correct = ({ fileId, name }: { fileId: string; name: string }) =>
    setImportRequest({ file: { id: fileId, name, projectId: props.table.projectId }, table: props.table });

  return (
    <div class="page">
      <div class="page-head flex items-center gap-2.5 pb-3">
        <RunStateWord state={run.data?.state ?? "queued"} class="text-13! font-semibold!">
          {active() ? "Importing" : undefined}
        </RunStateWord>
        <h1 class="truncate">{props.table.name}</h1>
        <span class="ml-auto flex gap-2">
          <Show when={props.table.run}>
            {(ref) => (
              <A class="btn" href={`/runs/${ref().id}`}>
                Open the run
              </A>
            )}
          </Show>
          <Show
            when={active()}
            fallback={
              <Button tone="primary" icon="retry" onClick={act(api.runs.retry, "The import did not start again")}>
                Retry
              </Button>
            }
          >
            <Button icon="stop" onClick={act(api.runs.cancel, "The import was not cancelled")}>
              Cancel
            </Button>
          </Show>
        </span>
      </div>
      <Show when={run.data}>
        {(data) => (
          <>
            <StepGraph steps={plannedSteps(data())} selected={undefined} onSelect={() => undefined} now={now()} />
            <div class="max-w-2xl p-6">
              <Show when={active()}>
                <Progress fraction={data().progress?.fraction ?? null} label="Import" />
                <div class="mt-2 flex gap-3 text-12 text-fg-2 tabular-nums">
                  <span>{stepWords(data())}</span>
                  <Show when={data().progress?.rows}>{(rows) => <span>{count(rows())} rows</span>}</Show>
                  <Show when={data().progress?.totalBytes}>
                    {(total) => <span>{bytesOf(data().progress?.bytes ?? 0, total())}</span>}
                  </Show>
                  <span class="ml-auto">
                    {data().progress?.fraction == null ? "" : percent(data().progress?.fraction ?? 0)}
                  </span>
                </div>
                <p class="mt-4 text-fg-2">The rows appear here by themselves. Leaving this page stops nothing.</p>
              </Show>
              <Show when={data().error}>
                {(error) => (
                  <Banner
                    tone="bad"
                    title={error().message}
                    actions={
                      <Show when={props.table.source}>
                        {(source) => <Button onClick={() => correct(source())}>Correct and import…</Button>}
                      </Show>
                    }
                  >
                    <span class="text-fg-2">
                      The file is kept as it is. Look at how it is read and import it again, into this table.{" "}
                      <code>{error().code}</code>
                    </span>
                  </Banner>
                )}
              </Show>
            </div>
          </>
        )}
      </Show>
    </div>
  );
}
