import { useQuery } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { queries } from "../../data/queries.ts";
import { complain } from "../../data/toast.ts";
import type { User } from "../../data/types.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Input } from "../../ui/input.tsx";
import { When } from "../../ui/when.tsx";
import { ServiceKeys } from "./service-keys.tsx";

export function ServiceSettings() {
  const services = useQuery(() => queries.services());
  const [name, setName] = createSignal("");
  const [busy, setBusy] = createSignal(false);
  const refresh = () => client.invalidateQueries({ queryKey: ["users"] });

  const make = () => {
    setBusy(true);
    api.services
      .create(name().trim())
      .then(() => setName(""))
      .then(refresh)
      .catch(complain("The service user was not made"))
      .finally(() => setBusy(false));
  };

  return (
    <>
      <p class="mb-3 text-fg-2">
        Users that no person is: no password, only the keys you make. Share projects with them as with anybody.
      </p>
      <form
        class="mb-4 flex max-w-md gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          make();
        }}
      >
        <Input
          required
          aria-label="Name of the service"
          placeholder="Nightly import"
          maxLength={200}
          value={name()}
          onText={setName}
        />
        <Button tone="primary" type="submit" busy={busy()} disabled={!name().trim()}>
          Make
        </Button>
      </form>
      <Show
        when={!services.error}
        fallback={
          <ErrorState error={services.error} what="The services did not load" onRetry={() => void services.refetch()} />
        }
      >
        <Show
          when={services.data?.items.length !== 0}
          fallback={
            <EmptyState icon="key" title="No service users yet">
              Make one for each program that works here by itself, so that it does not stop when somebody leaves.
            </EmptyState>
          }
        >
          <div class="flex flex-col gap-6">
            <For each={services.data?.items}>{(service) => <Service service={service} onChange={refresh} />}</For>
          </div>
        </Show>
      </Show>
    </>
  );
}

function Service(props: { service: User; onChange: () => Promise<void> }) {
  const isActive = () => props.service.state === "active";
  const turn = () => {
    const { id, name } = props.service;
    const change = isActive() ? api.users.deactivate(id) : api.users.reactivate(id);
    void change.then(props.onChange, complain(`${name} is as before`));
  };
  return (
    <section aria-label={props.service.name}>
      <header class="mb-2 flex items-center gap-2">
        <h2>{props.service.name}</h2>
        <Show when={!isActive()}>
          <span class="badge">deactivated</span>
        </Show>
        <span class="text-12 text-fg-3">
          <Show when={props.service.lastSeenAt} fallback="never seen">
            {(at) => (
              <>
                seen <When at={at()} />
              </>
            )}
          </Show>
        </span>
        <Button size="sm" tone="ghost" class="ml-auto" onClick={turn}>
          {isActive() ? "Deactivate" : "Let in again"}
        </Button>
      </header>
      <ServiceKeys service={props.service} />
    </section>
  );
}
