import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createEffect, on, Show } from "solid-js";
import { client } from "../data/client.ts";
import { count } from "../data/format.ts";
import { isActive } from "../data/poll.ts";
import { queries } from "../data/queries.ts";
import { stepWords } from "../data/run-words.ts";
import { Progress } from "../ui/progress.tsx";
import { RunStateWord } from "../ui/run-state.tsx";

/** The import of an uploaded file, live, in the file's row. */
export function TrayImport(props: { runId: string; tableId: string }) {
  const run = useQuery(() => queries.run(props.runId));
  const active = () => (run.data ? isActive(run.data.state) : true);

  createEffect(
    on(active, (now) => {
      if (now) return;
      void client.invalidateQueries({ queryKey: ["items"] });
      void client.invalidateQueries({ queryKey: ["table", props.tableId] });
      void client.invalidateQueries({ queryKey: ["tables"] });
    }),
  );

  return (
    <div class="col-span-2 col-start-2 mt-1">
      <Show when={active()}>
        <Progress fraction={run.data?.progress?.fraction ?? null} label="Import" />
      </Show>
      <div class="tray-note mt-1">
        <Show when={run.data} fallback="Starting the import">
          {(data) => (
            <Show
              when={active()}
              fallback={
                <RunStateWord state={data().state}>
                  {data().state === "succeeded" ? "Table is ready" : undefined}
                </RunStateWord>
              }
            >
              <span>
                {stepWords(data())}
                <Show when={data().progress?.rows}>{(rows) => <> · {count(rows())} rows</>}</Show>
              </span>
            </Show>
          )}
        </Show>
        <span class="ml-auto flex gap-3">
          <Show when={run.data?.state === "failed"}>
            <A class="link" href={`/runs/${props.runId}`}>
              What happened
            </A>
          </Show>
          <Show
            when={run.data?.state === "succeeded"}
            fallback={
              <Show when={active()}>
                <A class="link" href={`/runs/${props.runId}`}>
                  Follow
                </A>
              </Show>
            }
          >
            <A class="link" href={`/tables/${props.tableId}`}>
              Open table
            </A>
          </Show>
        </span>
      </div>
      <Show when={run.data?.error}>{(error) => <p class="mt-0.5 text-11 text-bad">{error().message}</p>}</Show>
    </div>
  );
}
