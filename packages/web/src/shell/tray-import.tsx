import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createEffect, on, Show } from "solid-js";
import { client } from "../data/client.ts";
import { tableName } from "../data/files.ts";
import { count } from "../data/format.ts";
import { setImportRequest } from "../data/import-request.ts";
import { isActive } from "../data/poll.ts";
import { queries } from "../data/queries.ts";
import { stepWords } from "../data/run-words.ts";
import type { UploadItem } from "../data/upload/store.ts";
import { Progress } from "../ui/progress.tsx";
import { RunStateWord } from "../ui/run-state.tsx";

/** The import of an uploaded file, live, in the file's row. */
export function TrayImport(props: { runId: string; item: UploadItem }) {
  const run = useQuery(() => queries.run(props.runId));
  const tableId = () => props.item.tableId ?? "";
  /** The same file into the same table, read in another way. */
  const correct = () => {
    const { id, fileId, name, projectId } = props.item;
    const table = props.item.into ?? { id: tableId(), name: tableName(name), projectId, version: null };
    if (fileId) setImportRequest({ file: { id: fileId, name, projectId }, table, uploadItem: id });
  };
  const active = () => (run.data ? isActive(run.data.state) : true);

  createEffect(
    on(active, (now) => {
      if (now) return;
      void client.invalidateQueries({ queryKey: ["items"] });
      void client.invalidateQueries({ queryKey: ["table", tableId()] });
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
            <button type="button" class="link" onClick={correct}>
              Correct…
            </button>
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
            <A class="link" href={`/tables/${tableId()}`}>
              Open table
            </A>
          </Show>
        </span>
      </div>
      <Show when={run.data?.error}>{(error) => <p class="mt-0.5 text-11 text-bad">{error().message}</p>}</Show>
    </div>
  );
}
