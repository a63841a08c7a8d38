import { A, useNavigate, useSearchParams } from "@solidjs/router";
import { keepPreviousData, useQuery } from "@tanstack/solid-query";
import { createMemo, For, Show } from "solid-js";
import { createDebounced } from "../data/debounce.ts";
import { bytes, count, plural } from "../data/format.ts";
import { hrefOf, kindIcons, kindWords } from "../data/kinds.ts";
import { createListKeys } from "../data/list-keys.ts";
import { marked } from "../data/palette.ts";
import { queries } from "../data/queries.ts";
import type { Hit, Kind } from "../data/types.ts";
import { PageTop } from "../shell/top.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { Icon } from "../ui/icon.tsx";
import { Input } from "../ui/input.tsx";
import { SkeletonRows } from "../ui/skeleton.tsx";
import { When } from "../ui/when.tsx";

const KINDS: [string, string][] = [
  ["", "Everything"],
  ["project", "Projects"],
  ["file", "Files"],
  ["table", "Tables"],
];

export function SearchPage() {
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams<{ q?: string; kind?: string }>();
  const text = () => search.q ?? "";
  const asked = createDebounced(() => text().trim(), 120);
  const found = useQuery(() => ({
    ...queries.search({ q: asked(), kind: search.kind ?? "", limit: 100 }),
    placeholderData: keepPreviousData,
  }));
  const projects = useQuery(() => queries.projects());
  const projectNames = createMemo(
    () => new Map((projects.data?.items ?? []).map((project) => [project.id, project.name])),
  );
  const hits = createMemo(() => (found.data?.items ?? []).filter((hit) => hrefOf(hit)));
  const keys = createListKeys({
    count: () => hits().length,
    open: (index) => {
      const hit = hits()[index];
      if (hit) navigate(hrefOf(hit) ?? "/");
    },
  });
  const size = (hit: Hit) => {
    if (hit.rows != null) return `${count(hit.rows)} rows`;
    return hit.bytes == null ? "" : bytes(hit.bytes);
  };

  return (
    <div class="page">
      <PageTop crumbs={[{ label: "Search", icon: "search" }]} />
      <h1 class="sr">Search</h1>
      <div class="page-head flex items-center gap-3 pb-3">
        <Input
          icon="search"
          class="lg max-w-xl"
          aria-label="Search"
          placeholder="Search projects, files and tables"
          autofocus
          ref={(box: HTMLInputElement) => queueMicrotask(() => box.focus())}
          value={text()}
          onText={(q) => setSearch({ q: q || undefined }, { replace: true })}
          onKeyDown={(event) => {
            if (event.key === "ArrowDown" || event.key === "Enter") event.currentTarget.blur();
          }}
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
        <span class="ml-auto text-12 text-fg-3 tabular-nums" aria-live="polite">
          {found.data ? plural(hits().length, "result") : ""}
        </span>
      </div>
      <Show
        when={!found.error}
        fallback={
          <ErrorState error={found.error} what="The search did not answer" onRetry={() => void found.refetch()} />
        }
      >
        <table class="list inset">
          <thead>
            <tr>
              <th>Name</th>
              <th class="mid">Kind</th>
              <th class="far">Project</th>
              <th class="mid num">Size</th>
              <th class="num">Changed</th>
            </tr>
          </thead>
          <tbody>
            <Show when={found.data} fallback={<SkeletonRows columns={5} />}>
              <For each={hits()}>
                {(hit, index) => (
                  <tr {...keys.row(index())}>
                    <td class="w-1/2 max-w-0">
                      <A class="name" href={hrefOf(hit) ?? "/"}>
                        <Icon name={kindIcons[hit.kind as Kind]} />
                        <Marked label={hit.name} text={asked()} />
                      </A>
                    </td>
                    <td class="mid text-fg-2">{kindWords[hit.kind as Kind]}</td>
                    <td class="far text-fg-2">
                      {hit.kind === "project" ? "" : (projectNames().get(hit.projectId ?? "") ?? "")}
                    </td>
                    <td class="mid num text-fg-2">{size(hit)}</td>
                    <td class="num text-fg-3">
                      <When at={hit.updatedAt} />
                    </td>
                  </tr>
                )}
              </For>
            </Show>
          </tbody>
        </table>
        <Show when={found.data && hits().length === 0}>
          <EmptyState icon="search" title={text() ? `Nothing matches “${text()}”` : "Nothing here yet"}>
            Names, descriptions and tags are searched, in every project you may see.
          </EmptyState>
        </Show>
      </Show>
    </div>
  );
}

function Marked(props: { label: string; text: string }) {
  const parts = () => marked(props.label, props.text);
  return (
    <span class="truncate">
      {parts()[0]}
      <mark class="bg-transparent font-semibold text-accent">{parts()[1]}</mark>
      {parts()[2]}
    </span>
  );
}
