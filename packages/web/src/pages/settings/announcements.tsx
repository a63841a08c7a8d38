import { useQuery } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { exact } from "../../data/format.ts";
import { queries } from "../../data/queries.ts";
import { complain } from "../../data/toast.ts";
import type { Announcement } from "../../data/types-administration.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { NewAnnouncement } from "./new-announcement.tsx";

function when({ from, until }: Announcement): string {
  if (until !== null && Date.parse(until) <= Date.now()) return "over";
  if (Date.parse(from) > Date.now()) return `from ${exact(from)}`;
  return until === null ? "now" : `until ${exact(until)}`;
}

export function AnnouncementSettings() {
  const announcements = useQuery(() => queries.announcements());
  const [telling, setTelling] = createSignal(false);
  const refresh = () => client.invalidateQueries({ queryKey: ["announcements"] });
  const takeBack = ({ id, title }: Announcement) =>
    void api.announcements.remove(id).then(refresh, complain(`${title} is still told`));

  return (
    <>
      <div class="mb-3 flex items-center gap-2">
        <p class="text-fg-2">Shown above every page to everybody who is signed in.</p>
        <Button tone="primary" icon="plus" class="ml-auto" onClick={() => setTelling(true)}>
          New announcement
        </Button>
      </div>
      <Show
        when={!announcements.error}
        fallback={
          <ErrorState
            error={announcements.error}
            what="The announcements did not load"
            onRetry={() => void announcements.refetch()}
          />
        }
      >
        <Show
          when={announcements.data?.items.length !== 0}
          fallback={
            <EmptyState icon="info" title="Nothing is announced">
              Tell people of news, planned maintenance or rules before they stumble over them.
            </EmptyState>
          }
        >
          <table class="list">
            <thead>
              <tr>
                <th>Title</th>
                <th>Shown</th>
                <th class="mid">People may</th>
                <th>
                  <span class="sr">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              <Show when={announcements.data} fallback={<SkeletonRows rows={2} columns={4} />}>
                <For each={announcements.data?.items}>
                  {(announcement) => (
                    <tr>
                      <td class="font-medium">{announcement.title}</td>
                      <td class="text-fg-2">{when(announcement)}</td>
                      <td class="mid text-fg-2">{announcement.dismissible ? "put it away" : "only read it"}</td>
                      <td class="num">
                        <Button
                          size="sm"
                          tone="ghost"
                          aria-label={`Take back ${announcement.title}`}
                          onClick={() => takeBack(announcement)}
                        >
                          Take back
                        </Button>
                      </td>
                    </tr>
                  )}
                </For>
              </Show>
            </tbody>
          </table>
        </Show>
      </Show>
      <NewAnnouncement open={telling()} onClose={() => setTelling(false)} onMade={() => void refresh()} />
    </>
  );
}
