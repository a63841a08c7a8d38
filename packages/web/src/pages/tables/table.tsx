import { useParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createEffect, Match, on, Switch } from "solid-js";
import { isActive } from "../../data/poll.ts";
import { queries } from "../../data/queries.ts";
import { noteOpened } from "../../data/recent.ts";
import type { Table } from "../../data/types.ts";
import { PageTop } from "../../shell/top.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Importing } from "./importing.tsx";
import { Workbench } from "./workbench.tsx";

const LIVE_MS = 700;

export function TablePage() {
  const params = useParams<{ id: string }>();
  const table = useQuery(() => ({
    ...queries.table(params.id),
    refetchInterval: (query: { state: { data?: Table | undefined } }) => {
      const data = query.state.data;
      return data && (data.state === "importing" || (data.run && isActive(data.run.state))) ? LIVE_MS : false;
    },
  }));
  const project = useQuery(() => ({
    ...queries.project(table.data?.projectId ?? ""),
    enabled: Boolean(table.data?.projectId),
  }));
  createEffect(
    on(
      () => table.data?.name,
      () => table.data && noteOpened(table.data),
    ),
  );
  const isReady = () => table.data?.state === "ready" && table.data.version !== null;

  return (
    <>
      <PageTop
        title={table.data?.name ?? "Table"}
        crumbs={[
          { label: project.data?.name ?? "…", href: `/projects/${table.data?.projectId ?? ""}`, icon: "folder" },
          { label: "Tables", href: `/projects/${table.data?.projectId ?? ""}?kind=table` },
          { label: table.data?.name ?? "…", icon: "table" },
        ]}
      >
        {table.data?.version != null && <span class="badge line">v{table.data.version}</span>}
      </PageTop>
      <Switch>
        <Match when={table.error && !table.data}>
          <ErrorState error={table.error} what="The table did not load" onRetry={() => void table.refetch()} />
        </Match>
        <Match when={isReady() && `${table.data?.id}/${table.data?.version}`} keyed>
          {(_) => <Workbench table={table.data as Table} />}
        </Match>
        <Match when={table.data}>{(data) => <Importing table={data()} />}</Match>
      </Switch>
    </>
  );
}
