import { createSignal, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { complain } from "../../data/toast.ts";
import type { DeploymentSettings } from "../../data/types-administration.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";

export function Maintenance(props: { maintenance: DeploymentSettings["maintenance"] }) {
  const [message, setMessage] = createSignal(props.maintenance.message);
  const [until, setUntil] = createSignal("");
  const [busy, setBusy] = createSignal(false);

  const turn = (active: boolean) => {
    setBusy(true);
    api.settings
      .change({
        maintenance: {
          active,
          message: message().trim(),
          until: active && until() ? new Date(until()).toISOString() : null,
        },
      })
      .then(() => client.invalidateQueries({ queryKey: ["deployment"] }))
      .catch(complain(active ? "Maintenance did not begin" : "Maintenance goes on"))
      .finally(() => setBusy(false));
  };

  return (
    <section>
      <h2 class="mb-1">Maintenance</h2>
      <p class="mb-3 text-fg-2">
        Nobody but administrators can change anything while it lasts. Reading goes on, and so do runs that have begun.
      </p>
      <Show
        when={!props.maintenance.active}
        fallback={
          <Banner
            tone="warn"
            title="There is maintenance"
            actions={
              <Button busy={busy()} onClick={() => turn(false)}>
                End it
              </Button>
            }
          >
            {props.maintenance.message}
          </Banner>
        }
      >
        <form
          class="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            turn(true);
          }}
        >
          <Field
            label="What people are told"
            value={message()}
            onText={setMessage}
            maxLength={300}
            placeholder="The storage is being moved."
          />
          <Field label="Over by" type="datetime-local" value={until()} onText={setUntil} help="In your time zone" />
          <div>
            <Button type="submit" busy={busy()}>
              Begin maintenance
            </Button>
          </div>
        </form>
      </Show>
    </section>
  );
}
