import { useQuery } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { queries } from "../../data/queries.ts";
import { complain } from "../../data/toast.ts";
import type { ApiKey, User } from "../../data/types.ts";
import { Button } from "../../ui/button.tsx";
import { KeyTable } from "./key-table.tsx";
import { NewKey } from "./new-key.tsx";

export function ServiceKeys(props: { service: User }) {
  const keys = useQuery(() => queries.serviceKeys(props.service.id));
  const [asking, setAsking] = createSignal(false);
  const remove = (key: ApiKey) =>
    void api.services
      .removeKey(props.service.id, key.id)
      .then(() => client.invalidateQueries({ queryKey: ["keys", props.service.id] }))
      .catch(complain(`${key.name} still works`));
  return (
    <>
      <Show when={(keys.data?.items.length ?? 0) > 0} fallback={<p class="text-fg-3">It has no key yet.</p>}>
        <KeyTable keys={keys.data?.items} onRevoke={remove} />
      </Show>
      <Button
        size="sm"
        icon="plus"
        class="mt-2"
        disabled={props.service.state !== "active"}
        onClick={() => setAsking(true)}
      >
        New key
      </Button>
      <NewKey
        open={asking()}
        onClose={() => setAsking(false)}
        mayExecute={props.service.mayExecute}
        create={(body) => api.services.createKey(props.service.id, body)}
      />
    </>
  );
}
