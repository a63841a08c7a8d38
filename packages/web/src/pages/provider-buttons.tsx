import { createSignal, For, Show } from "solid-js";
import { api } from "../data/api.ts";
import { sentence } from "../data/problem.ts";
import type { Deployment } from "../data/types.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";

/** A button for each OpenID Connect provider; its page comes back to where the person wanted to go. */
export function ProviderButtons(props: { providers: Deployment["providers"]; to: string }) {
  const [leaving, setLeaving] = createSignal<string>();
  const [error, setError] = createSignal<unknown>();

  const leave = (provider: string) => {
    setLeaving(provider);
    api.auth
      .signInBy({ provider, callbackURL: props.to, errorCallbackURL: "/sign-in" })
      .then(({ url }) => location.assign(url))
      .catch((error: unknown) => {
        setLeaving(undefined);
        setError(error);
      });
  };

  return (
    <Show when={props.providers.length > 0}>
      <div class="mb-4 flex flex-col gap-2">
        <For each={props.providers}>
          {({ id, name }) => (
            <Button size="lg" busy={leaving() === id} onClick={() => leave(id)}>
              Sign in with {name}
            </Button>
          )}
        </For>
        <Show when={error()}>
          <Banner tone="bad">{sentence(error())}</Banner>
        </Show>
        <p class="text-center text-12 text-fg-3">or with a password</p>
      </div>
    </Show>
  );
}
