import { useQuery } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { day } from "../../data/format.ts";
import { queries } from "../../data/queries.ts";
import { complain, toast } from "../../data/toast.ts";
import type { ApiKey } from "../../data/types.ts";
import { Button } from "../../ui/button.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { When } from "../../ui/when.tsx";
import { NewKey } from "./new-key.tsx";

export function KeySettings() {
  const keys = useQuery(() => queries.keys());
  const [asking, setAsking] = createSignal(false);
  const [revoking, setRevoking] = createSignal<ApiKey>();
  const [busy, setBusy] = createSignal(false);

  const revoke = (key: ApiKey) => {
    setBusy(true);
    api.keys
      .remove(key.id)
      .then(() => {
        setRevoking(undefined);
        toast(`${key.name} no longer works`);
        return client.invalidateQueries({ queryKey: ["keys"] });
      })
      .catch(complain(`${key.name} was not revoked`))
      .finally(() => setBusy(false));
  };

  return (
    <>
      <div class="mb-3 flex items-center gap-2">
        <p class="text-fg-2">For scripts and the command line. A key can never do more than you can.</p>
        <Button tone="primary" icon="plus" class="ml-auto" onClick={() => setAsking(true)}>
          New key
        </Button>
      </div>
      <Show
        when={!keys.error}
        fallback={<ErrorState error={keys.error} what="The keys did not load" onRetry={() => void keys.refetch()} />}
      >
        <Show
          when={keys.data?.items.length !== 0}
          fallback={
            <EmptyState icon="key" title="No API keys yet">
              Make one to upload, import and read rows from a script.
            </EmptyState>
          }
        >
          <table class="list">
            <thead>
              <tr>
                <th>Name</th>
                <th class="far">Key</th>
                <th class="mid">May</th>
                <th class="mid">Last used</th>
                <th class="mid">Expires</th>
                <th>
                  <span class="sr">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              <Show when={keys.data} fallback={<SkeletonRows rows={3} columns={6} />}>
                <For each={keys.data?.items}>
                  {(key) => (
                    <tr>
                      <td class="font-medium">{key.name}</td>
                      <td class="far">
                        <code>{key.prefix}…</code>
                      </td>
                      <td class="mid">
                        <span class="flex gap-1">
                          <For each={key.scopes}>{(scope) => <span class="badge">{scope}</span>}</For>
                        </span>
                      </td>
                      <td class="mid text-fg-2">
                        <Show when={key.lastUsedAt} fallback="never">
                          {(at) => <When at={at()} />}
                        </Show>
                      </td>
                      <td class="mid text-fg-2">{key.expiresAt ? day(key.expiresAt) : "never"}</td>
                      <td class="num">
                        <Button
                          size="sm"
                          tone="ghost"
                          aria-label={`Revoke ${key.name}`}
                          onClick={() => setRevoking(key)}
                        >
                          Revoke
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
      <NewKey open={asking()} onClose={() => setAsking(false)} />
      <Confirm
        open={revoking() !== undefined}
        title={`Revoke “${revoking()?.name}”?`}
        action="Revoke"
        busy={busy()}
        onClose={() => setRevoking(undefined)}
        onConfirm={() => {
          const key = revoking();
          if (key) revoke(key);
        }}
      >
        Everything that uses this key stops working at once. This cannot be undone.
      </Confirm>
    </>
  );
}
