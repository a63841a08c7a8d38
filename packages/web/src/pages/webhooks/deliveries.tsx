import { useQuery } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { loaded } from "../../data/loaded.ts";
import { queries } from "../../data/queries.ts";
import { complain } from "../../data/toast.ts";
import type { Webhook, WebhookDelivery } from "../../data/types-collaboration.ts";
import { Button } from "../../ui/button.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { State } from "../../ui/state.tsx";
import { When } from "../../ui/when.tsx";

const tones = { waiting: "wait", succeeded: "ok", failed: "bad" } as const;

const words = ({ state, status, error, attempts }: WebhookDelivery) => {
  if (state === "succeeded") return `answered ${status}`;
  const reason = error ?? (status === null ? "not sent yet" : `answered ${status}`);
  return attempts > 1 ? `${reason}, after ${attempts} attempts` : reason;
};

/** What a webhook was told lately and how it answered. */
export function Deliveries(props: { webhook: Webhook }) {
  const found = useQuery(() => queries.webhookDeliveries(props.webhook));
  const replay = (id: string) =>
    api.webhooks
      .replay(props.webhook, id)
      .catch(complain("The event was not sent again"))
      .finally(
        () => void client.invalidateQueries({ queryKey: ["webhooks", props.webhook.projectId, props.webhook.id] }),
      );
  return (
    <Show when={loaded(found)} fallback={<Skeleton width="60%" height="14px" />}>
      {(page) => (
        <ul class="mt-2 pl-3">
          <For each={page().items} fallback={<li class="text-12 text-fg-3">Nothing was sent yet.</li>}>
            {(delivery) => (
              <li class="flex items-center gap-2 py-1 text-12">
                <State tone={tones[delivery.state]}>{delivery.type}</State>
                <span class="truncate text-fg-2" title={delivery.error ?? undefined}>
                  {words(delivery)}
                </span>
                <When at={delivery.createdAt} class="ml-auto text-11 text-fg-3" />
                <Button
                  size="sm"
                  tone="ghost"
                  disabled={delivery.state === "waiting"}
                  aria-label={`Send again: ${delivery.type}`}
                  onClick={() => void replay(delivery.id)}
                >
                  Send again
                </Button>
              </li>
            )}
          </For>
        </ul>
      )}
    </Show>
  );
}
