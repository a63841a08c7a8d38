import { useQuery } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { loaded } from "../../data/loaded.ts";
import { queries } from "../../data/queries.ts";
import { complain, toast } from "../../data/toast.ts";
import type { Project } from "../../data/types.ts";
import type { Webhook } from "../../data/types-collaboration.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Menu, type MenuEntry } from "../../ui/menu.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { EditDialog, type EditField } from "../edit-dialog.tsx";
import { Deliveries } from "./deliveries.tsx";
import { NewWebhookDialog } from "./new-webhook.tsx";
import { SecretDialog } from "./secret-dialog.tsx";

const FIELDS: EditField[] = [
  { name: "url", label: "Address", required: true, help: "An https address on the public internet" },
  { name: "types", label: "Events", as: "list", required: true, help: "* for all, or types with commas between them" },
];

/** Where a project's events are sent; for whoever manages it. */
export function Webhooks(props: { project: Project }) {
  const found = useQuery(() => queries.webhooks(props.project.id));
  const [adding, setAdding] = createSignal(false);
  const [editing, setEditing] = createSignal<Webhook>();
  const [secret, setSecret] = createSignal<string>();
  const [opened, setOpened] = createSignal<string>();
  const refresh = () => client.invalidateQueries({ queryKey: ["webhooks", props.project.id] });

  const restore = (webhook: Webhook) =>
    api.webhooks.restore(webhook).then(refresh).catch(complain("The webhook was not brought back"));
  const remove = (webhook: Webhook) =>
    api.webhooks
      .remove(webhook)
      .then(refresh)
      .then(() => toast("The webhook was deleted", { action: { label: "Undo", run: () => void restore(webhook) } }))
      .catch(complain("The webhook was not deleted"));
  const toggle = (webhook: Webhook) =>
    api.webhooks
      .update(webhook, { active: !webhook.active })
      .catch(complain("The webhook stays as it was"))
      .finally(() => void refresh());
  const rotate = (webhook: Webhook) =>
    api.webhooks
      .rotate(webhook)
      .then((made) => setSecret(made.secret))
      .catch(complain("The secret is still the old one"))
      .finally(() => void refresh());
  const entries = (webhook: Webhook): MenuEntry[] => [
    { label: "Change…", icon: "edit", run: () => setEditing(webhook) },
    { label: webhook.active ? "Switch off" : "Switch on", icon: "toggle", run: () => void toggle(webhook) },
    { label: "New secret", icon: "key", run: () => void rotate(webhook) },
    "line",
    { label: "Delete", icon: "trash", danger: true, run: () => void remove(webhook) },
  ];

  return (
    <section class="mt-10 border-t border-line pt-5">
      <div class="mb-1 flex items-center">
        <h2>Webhooks</h2>
        <Button size="sm" icon="plus" class="ml-auto" onClick={() => setAdding(true)}>
          New webhook
        </Button>
      </div>
      <p class="mb-3 text-fg-2">Tell another system of what happens here. Each message is signed with a secret.</p>
      <Show
        when={!found.error}
        fallback={
          <ErrorState error={found.error} what="The webhooks did not load" onRetry={() => void found.refetch()} />
        }
      >
        <Show when={loaded(found)} fallback={<Skeleton width="80%" height="14px" />}>
          <ul>
            <For each={loaded(found)?.items}>
              {(webhook) => (
                <li class="border-b border-line-soft py-2">
                  <div class="flex items-center gap-2">
                    <div class="min-w-0 grow">
                      <div class="truncate font-medium" title={webhook.url}>
                        {webhook.url}
                      </div>
                      <div class="truncate text-12 text-fg-3">{webhook.types.join(", ")}</div>
                    </div>
                    <Show when={!webhook.active}>
                      <span class="badge">off</span>
                    </Show>
                    <Button
                      size="sm"
                      tone="ghost"
                      aria-expanded={opened() === webhook.id}
                      onClick={() => setOpened(opened() === webhook.id ? undefined : webhook.id)}
                    >
                      Deliveries
                    </Button>
                    <Menu label={`More about ${webhook.url}`} entries={entries(webhook)}>
                      <Icon name="more" size="s" />
                    </Menu>
                  </div>
                  <Show when={opened() === webhook.id}>
                    <Deliveries webhook={webhook} />
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </Show>
      <NewWebhookDialog
        project={props.project.id}
        open={adding()}
        onClose={() => setAdding(false)}
        onMade={(made) => {
          setAdding(false);
          setSecret(made.secret);
          void refresh();
        }}
      />
      <Show when={editing()} keyed>
        {(webhook) => (
          <EditDialog<Webhook>
            thing={webhook}
            title="Change the webhook"
            what="this webhook"
            fields={FIELDS}
            load={() => api.webhooks.get(webhook)}
            save={(change, revision) => api.webhooks.update({ ...webhook, revision }, change)}
            onSaved={() => void refresh()}
            onClose={() => setEditing(undefined)}
          />
        )}
      </Show>
      <SecretDialog secret={secret()} onClose={() => setSecret(undefined)} />
    </section>
  );
}
