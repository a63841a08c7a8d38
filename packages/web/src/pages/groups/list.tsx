import { A, useNavigate } from "@solidjs/router";
import { keepPreviousData, useQuery } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { createDebounced } from "../../data/debounce.ts";
import { count } from "../../data/format.ts";
import { createListKeys } from "../../data/list-keys.ts";
import { queries } from "../../data/queries.ts";
import { PageTop } from "../../shell/top.tsx";
import { Avatar } from "../../ui/avatar.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Input } from "../../ui/input.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { NewGroup } from "./new-group.tsx";

export function GroupsPage() {
  const navigate = useNavigate();
  const [text, setText] = createSignal("");
  const [making, setMaking] = createSignal(false);
  const settled = createDebounced(text, 250);
  const groups = useQuery(() => ({
    ...queries.groups({ q: settled().trim() }),
    placeholderData: keepPreviousData,
  }));
  const items = () => groups.data?.items ?? [];
  const keys = createListKeys({
    count: () => items().length,
    open: (index) => items()[index] && navigate(`/groups/${items()[index]?.id}`),
  });

  return (
    <div class="page">
      <PageTop crumbs={[{ label: "Groups", icon: "people" }]} />
      <div class="page-head flex items-center gap-2 pb-3">
        <h1>Groups</h1>
        <span class="ml-auto" />
        <Input
          icon="search"
          class="w-64!"
          aria-label="Find a group"
          placeholder="Find a group"
          value={text()}
          onText={setText}
        />
        <Button tone="primary" icon="plus" onClick={() => setMaking(true)}>
          New group
        </Button>
      </div>
      <Show
        when={!groups.error}
        fallback={
          <ErrorState error={groups.error} what="The groups did not load" onRetry={() => void groups.refetch()} />
        }
      >
        <table class="list inset">
          <thead>
            <tr>
              <th>Name</th>
              <th>You</th>
              <th>Found by</th>
              <th class="num">Members</th>
            </tr>
          </thead>
          <tbody>
            <Show when={groups.data} fallback={<SkeletonRows columns={4} />}>
              <For each={items()}>
                {(group, index) => (
                  <tr {...keys.row(index())}>
                    <td class="w-1/2 max-w-0">
                      <A class="name" href={`/groups/${group.id}`}>
                        <Avatar name={group.name} group />
                        <span class="truncate">{group.name}</span>
                        <span class="truncate font-normal text-fg-3">{group.description}</span>
                      </A>
                    </td>
                    <td class="text-fg-2">{group.role ?? "—"}</td>
                    <td>
                      <span class="flex items-center gap-1.5 text-fg-2">
                        <Icon name={group.listed ? "people" : "lock"} size="s" />
                        {group.listed ? "everyone signed in" : "its members"}
                      </span>
                    </td>
                    <td class="num text-fg-2">{count(group.members)}</td>
                  </tr>
                )}
              </For>
            </Show>
          </tbody>
        </table>
        <Show when={groups.data && items().length === 0}>
          <EmptyState
            icon="people"
            title={settled().trim() ? `No group is called “${settled().trim()}”` : "No groups yet"}
            actions={
              <Button tone="primary" icon="plus" onClick={() => setMaking(true)}>
                New group
              </Button>
            }
          >
            Share a project with a group, and everybody in it has access. Groups may lie in groups.
          </EmptyState>
        </Show>
      </Show>
      <NewGroup open={making()} onClose={() => setMaking(false)} />
    </div>
  );
}
