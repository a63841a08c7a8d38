import { useQuery } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { plural } from "../../data/format.ts";
import { loaded } from "../../data/loaded.ts";
import { queries } from "../../data/queries.ts";
import { complain, toast } from "../../data/toast.ts";
import type { OutboxMessage } from "../../data/types-collaboration.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { When } from "../../ui/when.tsx";

const channels: Record<OutboxMessage["channel"], string> = {
  mail: "Mail",
  webhook: "Webhook",
  socket: "Open pages",
  notification: "Notification",
};
const STATES = [
  ["dead", "Given up"],
  ["waiting", "Waiting"],
] as const;

/** Messages that did not get through, for administrators, who may have them tried again. */
export function DeliverySettings() {
  const [state, setState] = createSignal<OutboxMessage["state"]>("dead");
  const found = useQuery(() => queries.deliveries(state()));
  const replay = (id?: string) =>
    api.deliveries
      .replay(id)
      .then(({ messages }) => toast(`${plural(messages, "message")} will be tried again`, { tone: "ok" }))
      .then(() => client.invalidateQueries({ queryKey: ["deliveries"] }))
      .catch(complain("Nothing was tried again"));
  const items = () => loaded(found)?.items ?? [];
  return (
    <>
      <div class="mb-3 flex flex-wrap items-center gap-2">
        <p class="text-fg-2">Mail, webhooks and notifications that are on their way, or that nobody took.</p>
        <span class="segmented ml-auto font-medium" role="group" aria-label="Which">
          <For each={STATES}>
            {([value, label]) => (
              <button type="button" aria-pressed={state() === value} onClick={() => setState(value)}>
                {label}
              </button>
            )}
          </For>
        </span>
        <Button icon="retry" disabled={state() !== "dead" || items().length === 0} onClick={() => void replay()}>
          Try all again
        </Button>
      </div>
      <Show
        when={!found.error}
        fallback={
          <ErrorState error={found.error} what="The messages did not load" onRetry={() => void found.refetch()} />
        }
      >
        <Show
          when={loaded(found) === undefined || items().length > 0}
          fallback={
            <EmptyState icon="mail" title={state() === "dead" ? "Everything got through" : "Nothing waits"}>
              Messages that fail are tried again for hours. Those that nobody takes in the end are kept here for 30
              days.
            </EmptyState>
          }
        >
          <table class="list">
            <thead>
              <tr>
                <th>To</th>
                <th class="num">Attempts</th>
                <th>Last failure</th>
                <th class="mid">Written</th>
                <th>
                  <span class="sr">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              <Show when={loaded(found)} fallback={<SkeletonRows rows={4} columns={5} />}>
                <For each={items()}>
                  {(message) => (
                    <tr>
                      <td class="font-medium">{channels[message.channel]}</td>
                      <td class="num">{message.attempts}</td>
                      <td class="max-w-0 w-1/2 truncate text-fg-2" title={message.error ?? undefined}>
                        {message.error ?? "none"}
                      </td>
                      <td class="mid text-fg-3">
                        <When at={message.createdAt} />
                      </td>
                      <td class="num">
                        <Show when={message.state === "dead"}>
                          <Button size="sm" tone="ghost" onClick={() => void replay(message.id)}>
                            Try again
                          </Button>
                        </Show>
                      </td>
                    </tr>
                  )}
                </For>
              </Show>
            </tbody>
          </table>
        </Show>
      </Show>
    </>
  );
}
