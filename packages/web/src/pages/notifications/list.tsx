import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { loaded } from "../../data/loaded.ts";
import { queries } from "../../data/queries.ts";
import { PageTop } from "../../shell/top.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { mark, NotificationEntry } from "./entry.tsx";

export function NotificationsPage() {
  const [unread, setUnread] = createSignal(false);
  const found = useQuery(() => queries.notifications(unread()));
  const count = useQuery(() => queries.unread());
  return (
    <div class="page">
      <PageTop crumbs={[{ label: "Notifications", icon: "bell" }]} />
      <div class="mx-auto max-w-2xl px-6 py-8 max-[599px]:px-4">
        <div class="mb-4 flex flex-wrap items-center gap-2">
          <h1>Notifications</h1>
          <span class="segmented ml-auto font-medium" role="group" aria-label="Which">
            <button type="button" aria-pressed={!unread()} onClick={() => setUnread(false)}>
              All
            </button>
            <button type="button" aria-pressed={unread()} onClick={() => setUnread(true)}>
              Unread
            </button>
          </span>
          <Button icon="check" disabled={(loaded(count)?.unread ?? 0) === 0} onClick={() => void mark({})}>
            Mark all as read
          </Button>
        </div>
        <Show
          when={!found.error}
          fallback={
            <ErrorState error={found.error} what="Notifications did not load" onRetry={() => void found.refetch()} />
          }
        >
          <Show when={loaded(found)} fallback={<Waiting />}>
            {(page) => (
              <Show when={page().items.length > 0} fallback={<Nothing unread={unread()} />}>
                <ul class="card">
                  <For each={page().items}>{(one) => <NotificationEntry notification={one} />}</For>
                </ul>
              </Show>
            )}
          </Show>
        </Show>
        <p class="mt-4 text-12 text-fg-2">
          You choose what you hear of, and how, in the{" "}
          <A class="link" href="/settings/notifications">
            settings
          </A>
          .
        </p>
      </div>
    </div>
  );
}

const Waiting = () => (
  <div class="card">
    <For each={[1, 2, 3]}>
      {() => (
        <div class="note">
          <Skeleton width="20px" height="20px" />
          <Skeleton width="60%" height="14px" />
        </div>
      )}
    </For>
  </div>
);

const Nothing = (props: { unread: boolean }) => (
  <EmptyState icon="bell" title={props.unread ? "You have read everything" : "Nothing yet"}>
    When somebody mentions you, answers you, shares something with you or asks for access, it shows up here.
  </EmptyState>
);
