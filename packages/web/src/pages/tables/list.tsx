import { A, useNavigate } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createMemo, createSignal, For, Show } from "solid-js";
import { bytes, count } from "../../data/format.ts";
import { createListKeys } from "../../data/list-keys.ts";
import { queries } from "../../data/queries.ts";
import type { TableSummary } from "../../data/types.ts";
import { PageTop } from "../../shell/top.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Input } from "../../ui/input.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { State } from "../../ui/state.tsx";
import { When } from "../../ui/when.tsx";

const LIVE_MS = 1_000;

export function TablesPage() {
  const navigate = useNavigate();
  const [text, setText] = createSignal("");
  const tables = useQuery(() => ({
    ...queries.tables({ sort: "-updatedAt" }),
    refetchInterval: (query: { state: { data?: { items: TableSummary[] } | undefined } }) =>
      query.state.data?.items.some((table) => table.state === "importing") ? LIVE_MS : false,
  }));
  const projects = useQuery(() => queries.projects());
  const projectNames = createMemo(
    () => new Map((projects.data?.items ?? []).map((project) => [project.id, project.name])),
  );
  const shown = () =>
    (tables.data?.items ?? []).filter((table) => table.name.toLowerCase().includes(text().trim().toLowerCase()));
  const keys = createListKeys({
    count: () => shown().length,
    open: (index) => shown()[index] && navigate(`/tables/${shown()[index]?.id}`),
  });

  return (
    <div class="page">
      <PageTop crumbs={[{ label: "Data", icon: "table" }]} />
      <div class="page-head flex items-center gap-2 pb-3">
        <h1>Tables</h1>
        <Input
          icon="search"
          class="ml-auto w-64!"
          aria-label="Find a table"
          placeholder="Find a table"
          value={text()}
          onText={setText}
        />
      </div>
      <Show
        when={!tables.error}
        fallback={
          <ErrorState error={tables.error} what="The tables did not load" onRetry={() => void tables.refetch()} />
        }
      >
        <table class="list inset">
          <thead>
            <tr>
              <th>Name</th>
              <th class="mid">Project</th>
              <th>State</th>
              <th class="num">Rows</th>
              <th class="far num">Size</th>
              <th class="far num">Version</th>
              <th class="mid num">Changed</th>
            </tr>
          </thead>
          <tbody>
            <Show when={tables.data} fallback={<SkeletonRows columns={7} />}>
              <For each={shown()}>
                {(table, index) => (
                  <tr {...keys.row(index())}>
                    <td class="w-2/5 max-w-0">
                      <A class="name" href={`/tables/${table.id}`}>
                        <Icon name="table" />
                        <span class="truncate">{table.name}</span>
                      </A>
                    </td>
                    <td class="mid text-fg-2">{projectNames().get(table.projectId ?? "") ?? "—"}</td>
                    <td>
                      <TableStateWord state={table.state} />
                    </td>
                    <td class="num text-fg-2">{table.rows === null ? "—" : count(table.rows)}</td>
                    <td class="far num text-fg-2">{table.bytes === null ? "—" : bytes(table.bytes)}</td>
                    <td class="far num text-fg-2">{table.version === null ? "—" : `v${table.version}`}</td>
                    <td class="mid num text-fg-3">
                      <When at={table.updatedAt} />
                    </td>
                  </tr>
                )}
              </For>
            </Show>
          </tbody>
        </table>
        <Show when={tables.data && shown().length === 0}>
          <EmptyState icon="table" title={text() ? `No table is called “${text()}”` : "No tables yet"}>
            Drop a CSV, TSV, NDJSON or Parquet file into a project, and it becomes a table.
          </EmptyState>
        </Show>
      </Show>
    </div>
  );
}

function TableStateWord(props: { state: TableSummary["state"] }) {
  return (
    <Show when={props.state !== "ready"} fallback={<State tone="ok">Ready</State>}>
      <State tone={props.state === "failed" ? "bad" : "run"}>{props.state === "failed" ? "Failed" : "Importing"}</State>
    </Show>
  );
}
