import { A, useParams, useSearchParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createEffect, For, on, Show } from "solid-js";
import { bytes, count } from "../../data/format.ts";
import { createListKeys } from "../../data/list-keys.ts";
import { queries } from "../../data/queries.ts";
import { tablePoll } from "../../data/table-poll.ts";
import { signed } from "../../data/version-words.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { When } from "../../ui/when.tsx";
import { TableHead } from "./head.tsx";
import { VersionPanel } from "./version-panel.tsx";

/** A table's history: who made which version of what, and what each changed. */
export function VersionsPage() {
  const params = useParams<{ id: string }>();
  const [search, setSearch] = useSearchParams<{ v?: string }>();
  const table = useQuery(() => ({ ...queries.table(params.id), ...tablePoll }));
  const versions = useQuery(() => queries.versions(params.id));
  const list = () => versions.data?.items ?? [];
  const chosen = () => Number(search.v) || list()[0]?.version;
  const keys = createListKeys({
    count: () => list().length,
    open: (index) => setSearch({ v: String(list()[index]?.version ?? "") }, { replace: true, scroll: false }),
  });
  // An import that ends while this page is open adds a row.
  createEffect(
    on(
      () => table.data?.version,
      () => void versions.refetch(),
      { defer: true },
    ),
  );
  const href = (version: number) =>
    `/tables/${params.id}${version === table.data?.version ? "" : `?version=${version}`}`;

  return (
    <>
      <TableHead table={table.data} history />
      <Show
        when={!versions.error}
        fallback={
          <ErrorState error={versions.error} what="The history did not load" onRetry={() => void versions.refetch()} />
        }
      >
        <div class="split">
          <div class="scroll min-w-0 grow">
            <div class="page-head pb-3">
              <h1>Versions</h1>
              <p class="text-12 text-fg-2">
                Every import is kept. Choose one to see what it changed, or open its rows.
              </p>
            </div>
            <table class="list inset">
              <thead>
                <tr>
                  <th>Version</th>
                  <th class="num">Rows</th>
                  <th class="num">Columns</th>
                  <th class="num max-[799px]:hidden">Size</th>
                  <th class="max-[799px]:hidden">From</th>
                  <th class="max-[599px]:hidden">By</th>
                  <th class="num">Made</th>
                </tr>
              </thead>
              <tbody>
                <Show when={versions.data} fallback={<SkeletonRows columns={7} rows={3} />}>
                  <For each={list()}>
                    {(entry, index) => {
                      const before = () => list()[index() + 1];
                      return (
                        <tr {...keys.row(index())} aria-selected={chosen() === entry.version}>
                          <td>
                            <span class="flex items-center gap-2">
                              <A class="name" href={href(entry.version)}>
                                v{entry.version}
                              </A>
                              <Show when={entry.version === table.data?.version}>
                                <span class="badge ok">current</span>
                              </Show>
                            </span>
                          </td>
                          <td class="num tabular-nums">
                            <By by={before() ? entry.rows - (before()?.rows ?? 0) : 0} /> {count(entry.rows)}
                          </td>
                          <td class="num tabular-nums">
                            <By by={before() ? entry.columns - (before()?.columns ?? 0) : 0} /> {count(entry.columns)}
                          </td>
                          <td class="num text-fg-2 max-[799px]:hidden">{bytes(entry.bytes)}</td>
                          <td class="max-w-48 max-[799px]:hidden">
                            <Show when={entry.source} fallback={<span class="text-fg-3">—</span>}>
                              {(source) => (
                                <A class="plain block truncate text-fg-2" href={`/files/${source().fileId}`}>
                                  {source().name}
                                </A>
                              )}
                            </Show>
                          </td>
                          <td class="max-[599px]:hidden">
                            <Show when={entry.createdBy} fallback={<span class="text-fg-3">—</span>}>
                              {(person) => (
                                <span class="flex items-center gap-2 text-fg-2">
                                  <Avatar name={person().name} />
                                  {person().name}
                                </span>
                              )}
                            </Show>
                          </td>
                          <td class="num text-fg-3">
                            <When at={entry.createdAt} />
                          </td>
                        </tr>
                      );
                    }}
                  </For>
                </Show>
              </tbody>
            </table>
            <Show when={versions.data && list().length === 0}>
              <EmptyState icon="clock" title="No version yet">
                The first import makes version 1.
              </EmptyState>
            </Show>
          </div>
          <Show when={table.data && chosen()}>
            {(version) => <VersionPanel table={table.data} version={version()} href={href(version())} />}
          </Show>
        </div>
      </Show>
    </>
  );
}

/** How much more or fewer than in the version before. */
const By = (props: { by: number }) => (
  <Show when={props.by !== 0}>
    <span class={`mr-2 text-11 ${props.by > 0 ? "text-ok" : "text-bad"}`}>{signed(props.by)}</span>
  </Show>
);
