import { useQuery } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { queries } from "../../data/queries.ts";
import { useMe } from "../../data/session.ts";
import { complain, toast } from "../../data/toast.ts";
import type { ApiKey } from "../../data/types.ts";
import { Button } from "../../ui/button.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { KeyTable } from "./key-table.tsx";
import { NewKey } from "./new-key.tsx";

export function KeySettings() {
  const me = useMe();
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
          <KeyTable keys={keys.data?.items} onRevoke={setRevoking} />
        </Show>
      </Show>
      <NewKey
        open={asking()}
        onClose={() => setAsking(false)}
        mayExecute={me().user.mayExecute}
        create={api.keys.create}
      />
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
