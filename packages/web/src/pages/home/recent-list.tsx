import { A, useNavigate } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createMemo, createSignal, For, Show } from "solid-js";
import { eventWords } from "../../data/event-words.ts";
import { hrefOf, kindIcons } from "../../data/kinds.ts";
import { createListKeys } from "../../data/list-keys.ts";
import { loaded } from "../../data/loaded.ts";
import { queries } from "../../data/queries.ts";
import { useMe } from "../../data/session.ts";
import type { Event } from "../../data/types.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { When } from "../../ui/when.tsx";

const SHOWN = 10;
const FILTERS = [
  ["all", "All"],
  ["mine", "Mine"],
  ["shared", "Shared with me"],
] as const;

export function RecentList(props: { projectNames: Map<string, string> }) {
  const me = useMe();
  const navigate = useNavigate();
  const [filter, setFilter] = createSignal<(typeof FILTERS)[number][0]>("all");
  const found = useQuery(() => queries.search({ sort: "-updatedAt", limit: 50 }));
  const items = () =>
    (found.data?.items ?? [])
      .filter((item) => hrefOf(item))
      .filter((item) => filter() === "all" || (item.createdBy.id === me().user.id) === (filter() === "mine"))
      .slice(0, SHOWN);
  const changes = useQuery(() => ({
    ...queries.lastChanges(items().map(({ id }) => id)),
    enabled: items().length > 0,
    placeholderData: (before: { items: Event[] } | undefined) => before,
  }));
  const changeOf = createMemo(() => new Map(loaded(changes)?.items.map((event) => [event.entityId, event])));
  const keys = createListKeys({
    count: () => items().length,
    open: (index) => navigate(hrefOf(items()[index] ?? { kind: "", id: "" }) ?? "/"),
  });

  return (
    <section class="card self-start">
      <header>
        <h2>Recent</h2>
        <span class="segmented ml-auto font-medium" role="group" aria-label="Whose">
          <For each={FILTERS}>
            {([value, label]) => (
              <button type="button" aria-pressed={filter() === value} onClick={() => setFilter(value)}>
                {label}
              </button>
            )}
          </For>
        </span>
      </header>
      <Show
        when={!found.error}
        fallback={
          <ErrorState error={found.error} what="Recent work did not load" onRetry={() => void found.refetch()} />
        }
      >
        <table class="list">
          <thead>
            <tr>
              <th>Name</th>
              <th class="mid">Project</th>
              <th class="mid">Last change</th>
              <th class="num">Changed</th>
            </tr>
          </thead>
          <tbody>
            <Show when={found.data} fallback={<SkeletonRows columns={4} />}>
              <For each={items()}>
                {(item, index) => (
                  <tr {...keys.row(index())}>
                    <td class="w-1/3 max-w-0 max-[599px]:w-full">
                      <A class="name" href={hrefOf(item) ?? "/"}>
                        <Icon name={kindIcons[item.kind]} />
                        <span class="truncate">{item.name}</span>
                      </A>
                    </td>
                    <td class="mid w-1/5 max-w-0 truncate text-fg-2">
                      {props.projectNames.get(item.projectId ?? "") ?? ""}
                    </td>
                    <td class="mid w-[30%] max-w-0">
                      <LastChange maker={item.createdBy.name} event={changeOf().get(item.id)} />
                    </td>
                    <td class="num text-fg-3">
                      <When at={item.updatedAt} />
                    </td>
                  </tr>
                )}
              </For>
            </Show>
          </tbody>
        </table>
        <Show when={items().length === SHOWN}>
          <A class="link block px-4 py-2.5" href="/search?sort=-updatedAt">
            Show all
          </A>
        </Show>
        <Show when={found.data && items().length === 0}>
          <EmptyState icon="clock" title="Nothing here yet">
            What you and your team change shows up here.
          </EmptyState>
        </Show>
      </Show>
    </section>
  );
}

/** Who did what to it last; who made it where that is not told. */
function LastChange(props: { maker: string; event: Event | undefined }) {
  const name = () => props.event?.actor?.name ?? props.maker;
  return (
    <span class="flex items-center gap-2 text-fg-2">
      <Avatar name={name()} />
      <span class="truncate" title={props.event ? `${name()} ${eventWords(props.event)}` : name()}>
        {props.event ? sentence(eventWords(props.event)) : name()}
      </span>
    </span>
  );
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
