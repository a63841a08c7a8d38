import { useNavigate, useSearchParams } from "@solidjs/router";
import { keepPreviousData, useQuery } from "@tanstack/solid-query";
import { createMemo, createSignal, For, Show } from "solid-js";
import { createDebounced } from "../../data/debounce.ts";
import { bytes, plural } from "../../data/format.ts";
import { hrefOf } from "../../data/kinds.ts";
import { createListKeys } from "../../data/list-keys.ts";
import { queries } from "../../data/queries.ts";
import { useShortcuts } from "../../data/shortcuts.ts";
import type { Item } from "../../data/types.ts";
import { filesOfInput } from "../../data/upload/drop.ts";
import { choose, take } from "../../data/upload/target.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Input } from "../../ui/input.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { useProject } from "./context.ts";
import { FileRow } from "./file-row.tsx";
import { MoveItem } from "./move-item.tsx";
import { createTrash } from "./trash.ts";

const KINDS = [
  ["", "All"],
  ["project", "Projects"],
  ["file", "Files"],
  ["table", "Tables"],
  ["script", "Scripts"],
  ["notebook", "Notebooks"],
  ["model", "Models"],
  ["media", "Media"],
] as const;
const LIVE_MS = 1_000;

export function ProjectFiles() {
  const project = useProject();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams<{ q?: string; kind?: string; sort?: string }>();
  const asked = createDebounced(() => search.q ?? "", 150);
  const sort = () => search.sort ?? "-updatedAt";
  const items = useQuery(() => ({
    ...queries.items(project().id, { kind: search.kind ?? "", q: asked(), sort: sort() }),
    placeholderData: keepPreviousData,
    // A table that is being imported changes by itself.
    refetchInterval: (query: { state: { data?: { items: Item[] } | undefined } }) =>
      query.state.data?.items.some((item) => item.kind === "table" && item.state === "importing") ? LIVE_MS : false,
  }));
  const list = createMemo(() => items.data?.items ?? []);
  const stored = () => list().reduce((sum, item) => sum + (item.bytes ?? 0), 0);
  const keys = createListKeys({
    count: () => list().length,
    open: (index) => {
      const item = list()[index];
      if (item) navigate(hrefOf(item) ?? "/");
    },
  });
  const [moving, setMoving] = createSignal<Item>();
  const trash = createTrash(() => project().id);

  useShortcuts([
    {
      ...{ keys: "Backspace", label: "Move to trash", group: "List" },
      run: () => {
        const item = list()[keys.current()];
        if (item?.privileges.includes("remove")) void trash(item);
      },
    },
  ]);

  const sortBy = (column: string) => setSearch({ sort: sort() === column ? `-${column}` : column });
  const pick = async () => {
    const chosen = await choose();
    if (chosen) take(filesOfInput(chosen));
  };
  const Head = (props: { column: string; label: string }) => (
    <button type="button" onClick={() => sortBy(props.column)}>
      {props.label}
      <Show when={sort().replace("-", "") === props.column}>
        <Icon name={sort().startsWith("-") ? "chevronDown" : "chevronUp"} size="xs" />
      </Show>
    </button>
  );
  const ariaSort = (column: string) =>
    sort() === column ? "ascending" : sort() === `-${column}` ? "descending" : undefined;

  return (
    <>
      <div class="flex items-center gap-2 px-6 py-2">
        <Input
          icon="search"
          class="w-64!"
          aria-label="Find in this project"
          placeholder="Find in this project"
          value={search.q ?? ""}
          onText={(q) => setSearch({ q: q || undefined }, { replace: true })}
        />
        <span class="segmented" role="group" aria-label="Kind">
          <For each={KINDS}>
            {([value, label]) => (
              <button
                type="button"
                aria-pressed={(search.kind ?? "") === value}
                onClick={() => setSearch({ kind: value || undefined }, { replace: true })}
              >
                {label}
              </button>
            )}
          </For>
        </span>
        <Show when={items.data}>
          <span class="ml-auto text-12 text-fg-3 tabular-nums">
            {plural(list().length, "item")}, {bytes(stored())}
          </span>
        </Show>
      </div>
      <Show
        when={!items.error}
        fallback={<ErrorState error={items.error} what="The files did not load" onRetry={() => void items.refetch()} />}
      >
        <Show when={!items.data || list().length > 0}>
          <table class="list inset">
            <thead>
              <tr>
                <th aria-sort={ariaSort("name")}>
                  <Head column="name" label="Name" />
                </th>
                <th>Holds</th>
                <th class="mid num">Size</th>
                <th class="far">By</th>
                <th class="num" aria-sort={ariaSort("updatedAt")}>
                  <Head column="updatedAt" label="Changed" />
                </th>
              </tr>
            </thead>
            <tbody>
              <Show when={items.data} fallback={<SkeletonRows columns={5} />}>
                <For each={list()}>
                  {(item, index) => (
                    <FileRow
                      item={item}
                      row={keys.row(index())}
                      onTrash={() => void trash(item)}
                      onMove={() => setMoving(item)}
                    />
                  )}
                </For>
              </Show>
            </tbody>
          </table>
        </Show>
        <Show when={moving()} keyed>
          {(item) => <MoveItem item={item} onClose={() => setMoving(undefined)} />}
        </Show>
        <Show when={items.data && list().length === 0}>
          <Show
            when={!search.q && !search.kind}
            fallback={
              <EmptyState
                icon="filter"
                title="Nothing matches"
                actions={<Button onClick={() => setSearch({ q: undefined, kind: undefined })}>Show everything</Button>}
              >
                No item of this project has “{search.q || search.kind}”.
              </EmptyState>
            }
          >
            <Show
              when={project().privileges.includes("create")}
              fallback={
                <EmptyState icon="folder" title="Nothing lies here yet">
                  Files, tables and projects appear here when somebody adds them.
                </EmptyState>
              }
            >
              <EmptyState
                icon="upload"
                title="Drop files or a folder here"
                actions={
                  <Button tone="primary" icon="upload" onClick={() => void pick()}>
                    Choose files
                  </Button>
                }
              >
                CSV, NDJSON, Parquet and Arrow become tables by themselves. Uploads of any size resume if interrupted.
              </EmptyState>
            </Show>
          </Show>
        </Show>
      </Show>
    </>
  );
}
