import { useQuery } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { loaded } from "../../data/loaded.ts";
import { sentence } from "../../data/problem.ts";
import { queries } from "../../data/queries.ts";
import { createSubmit } from "../../data/submit.ts";
import type { SignIn } from "../../data/types.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";

/** A button for each provider that does not yet let this person in. */
export function LinkButtons(props: { linked: SignIn[]; back: string }) {
  const deployment = useQuery(() => queries.deployment());
  const { busy, error, submit } = createSubmit();
  const missing = () =>
    loaded(deployment)?.providers.filter(
      ({ id }) => !props.linked.some(({ provider, works }) => works && provider?.id === id),
    );

  const link = (provider: string) =>
    submit(async () => {
      const { url } = await api.auth.link({ provider, callbackURL: props.back, errorCallbackURL: props.back });
      location.assign(url);
    });

  return (
    <>
      <div class="mt-3 flex flex-wrap gap-2 empty:hidden">
        <For each={missing()}>
          {({ id, name }) => (
            <Button size="sm" icon="plus" busy={busy()} onClick={() => void link(id)}>
              Link {name}
            </Button>
          )}
        </For>
      </div>
      <Show when={error()}>
        <Banner tone="bad">{sentence(error())}</Banner>
      </Show>
    </>
  );
}
