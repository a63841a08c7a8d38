import { useQuery } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { client } from "../../data/client.ts";
import { plural } from "../../data/format.ts";
import { queries } from "../../data/queries.ts";
import { useMe } from "../../data/session.ts";
import type { Entity } from "../../data/types.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { AddHolder } from "./add.tsx";
import { Holder } from "./holder.tsx";
import { ShareLinks } from "./links.tsx";
import { Why } from "./why.tsx";

/** Who has access to something, to change and to explain. */
export function SharePanel(props: { entity: Entity }) {
  const me = useMe();
  const grants = useQuery(() => queries.grants(props.entity.id));
  const [asked, setAsked] = createSignal<string>();
  // A person holds rights through the group that stands for them, which shares their id's end.
  const own = () => me().user.id.replace(/^usr_/, "grp_");
  const mayShare = () => props.entity.privileges.includes("share");
  const refresh = () => void client.invalidateQueries({ queryKey: ["grants", props.entity.id] });
  const mayAsk = (principal: string) => mayShare() || principal === own();

  return (
    <div class={`share ${asked() ? "explained" : ""}`}>
      <div class="min-w-0">
        <Show when={mayShare()}>
          <AddHolder entity={props.entity} onDone={refresh} />
        </Show>
        <Show
          when={!grants.error}
          fallback={
            <ErrorState error={grants.error} what="The members did not load" onRetry={() => void grants.refetch()} />
          }
        >
          <h2 class="mt-4 mb-1 text-12! text-fg-2">
            {plural(grants.data?.items.length ?? 0, "has access", "have access")}
          </h2>
          <ul>
            <For each={grants.data?.items}>
              {(grant) => (
                <Holder
                  entity={props.entity}
                  grant={grant}
                  own={grant.principalId === own()}
                  asked={asked() === grant.principalId}
                  onWhy={mayAsk(grant.principalId) ? () => setAsked(grant.principalId) : undefined}
                  onChanged={refresh}
                />
              )}
            </For>
          </ul>
        </Show>
        <Show when={mayShare()}>
          <ShareLinks entity={props.entity} />
        </Show>
      </div>
      <Show when={asked()}>
        {(principal) => <Why entity={props.entity} principal={principal()} onClose={() => setAsked(undefined)} />}
      </Show>
    </div>
  );
}
