import { useInfiniteQuery } from "@tanstack/solid-query";
import { Show } from "solid-js";
import { queries } from "../../data/queries.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { EventList } from "../../ui/event-list.tsx";
import { useProject } from "./context.ts";

export function ProjectActivity() {
  const project = useProject();
  const activity = useInfiniteQuery(() => queries.activity(project().id));
  const events = () => activity.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div class="max-w-3xl p-6">
      <Show
        when={!activity.error}
        fallback={
          <ErrorState error={activity.error} what="The activity did not load" onRetry={() => void activity.refetch()} />
        }
      >
        <Show
          when={!activity.data || events().length > 0}
          fallback={
            <EmptyState icon="clock" title="Nothing has happened yet">
              Changes to the project and to what lies in it are listed here.
            </EmptyState>
          }
        >
          <EventList events={events()} />
          <Show when={activity.hasNextPage}>
            <Button class="mt-4" busy={activity.isFetchingNextPage} onClick={() => void activity.fetchNextPage()}>
              Show more
            </Button>
          </Show>
        </Show>
      </Show>
    </div>
  );
}
