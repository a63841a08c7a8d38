import { useParams, useSearchParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createEffect, Match, on, Show, Switch } from "solid-js";
import { queries } from "../../data/queries.ts";
import { noteOpened } from "../../data/recent.ts";
import { useSignedIn } from "../../data/session.ts";
import { tablePoll } from "../../data/table-poll.ts";
import type { Table } from "../../data/types.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { AskAccess } from "../requests/ask-access.tsx";
import { TableHead } from "./head.tsx";
import { Importing } from "./importing.tsx";
import { OlderBanner } from "./older-banner.tsx";
import { Workbench } from "./workbench.tsx";

export function TablePage() {
  const signedIn = useSignedIn();
  const params = useParams<{ id: string }>();
  const [search] = useSearchParams<{ version?: string }>();
  const table = useQuery(() => ({ ...queries.table(params.id), ...tablePoll }));
  /** The older version that the address asks for. */
  const wanted = () => {
    const version = Number(search.version);
    return Number.isInteger(version) && version > 0 && version !== table.data?.version ? version : undefined;
  };
  const older = useQuery(() => ({
    ...queries.version(params.id, wanted() ?? 0),
    enabled: wanted() !== undefined && table.data !== undefined,
  }));
  createEffect(
    on(
      () => table.data?.name,
      () => signedIn && table.data && noteOpened(table.data),
    ),
  );
  const current = () => (table.data?.state === "ready" && table.data.version !== null ? table.data : undefined);
  const shown = (): Table | undefined => {
    if (wanted() === undefined) return current();
    const found = older.data;
    if (!table.data || found?.version !== wanted() || !found) return undefined;
    const { version, rows, bytes, columns, report, source } = found;
    return { ...table.data, version, rows, bytes, columns, report, source };
  };

  return (
    <>
      <TableHead table={table.data} version={shown()?.version ?? undefined} />
      <Switch>
        <Match when={table.error && !table.data}>
          <ErrorState error={table.error} what="The table did not load" onRetry={() => void table.refetch()} />
        </Match>
        <Match when={table.data && !table.data.privileges.includes("read") && table.data}>
          {(found) => <AskAccess entity={found()} />}
        </Match>
        <Match when={wanted() !== undefined && older.error}>
          {(error) => (
            <ErrorState
              error={error()}
              what={`Version ${wanted()} did not load`}
              onRetry={() => void older.refetch()}
            />
          )}
        </Match>
        <Match when={shown() && `${shown()?.id}/${shown()?.version}`} keyed>
          {(_) => (
            <div class="flex h-full flex-col">
              <OlderBanner table={table.data as Table} version={wanted()} at={older.data?.createdAt} />
              <div class="min-h-0 grow">
                <Workbench table={shown() as Table} older={wanted() !== undefined} />
              </div>
            </div>
          )}
        </Match>
        <Match when={wanted() === undefined && table.data}>
          {(data) => (
            <Show
              when={signedIn}
              fallback={
                <EmptyState icon="table" title="No rows yet">
                  They appear here as soon as the import is done.
                </EmptyState>
              }
            >
              <Importing table={data()} />
            </Show>
          )}
        </Match>
      </Switch>
    </>
  );
}
