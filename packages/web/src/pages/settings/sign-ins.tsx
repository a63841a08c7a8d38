import { useSearchParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { loaded } from "../../data/loaded.ts";
import { sentence } from "../../data/problem.ts";
import { providerError } from "../../data/provider-error.ts";
import { queries } from "../../data/queries.ts";
import { createSubmit } from "../../data/submit.ts";
import { toast } from "../../data/toast.ts";
import type { SignIn } from "../../data/types.ts";
import { Banner } from "../../ui/banner.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { LinkButtons } from "./link-buttons.tsx";
import { SignInRow } from "./sign-in-row.tsx";

const PAGE = "/settings";

/** The ways somebody comes in: what is linked to them, when it was last used, and what else could be linked. */
export function SignIns() {
  const [search] = useSearchParams<{ error?: string }>();
  const signIns = useQuery(() => queries.signIns());
  const items = () => loaded(signIns)?.items;
  const [leaving, setLeaving] = createSignal<SignIn>();
  const { busy, error, submit } = createSubmit();

  const unlink = async ({ id, provider }: SignIn) => {
    await submit(async () => {
      await api.signIns.unlink(id);
      toast(`${provider?.name ?? "The password"} no longer lets you in`, { tone: "ok" });
      await client.invalidateQueries({ queryKey: ["sign-ins"] });
    });
    setLeaving(undefined);
  };

  return (
    <section>
      <h2 class="mb-3">Ways to sign in</h2>
      <div class="mb-3 flex flex-col gap-2 empty:hidden">
        <Show when={providerError(search.error)}>{(told) => <Banner tone="bad">{told()}</Banner>}</Show>
        <Show when={error()}>
          <Banner tone="bad" title="Nothing was unlinked">
            {sentence(error())}
          </Banner>
        </Show>
      </div>
      <Show
        when={!signIns.error}
        fallback={
          <ErrorState
            error={signIns.error}
            what="The ways to sign in did not load"
            onRetry={() => void signIns.refetch()}
          />
        }
      >
        <Show when={items()} fallback={<Skeleton class="h-12 w-full" />}>
          {(known) => (
            <>
              <ul>
                <For each={known()}>{(way) => <SignInRow way={way} onUnlink={() => setLeaving(way)} />}</For>
              </ul>
              <LinkButtons linked={known()} back={PAGE} />
            </>
          )}
        </Show>
      </Show>
      <Confirm
        open={leaving() !== undefined}
        title={`Unlink ${leaving()?.provider?.name ?? "the password"}?`}
        action="Unlink"
        busy={busy()}
        onClose={() => setLeaving(undefined)}
        onConfirm={() => {
          const way = leaving();
          if (way) void unlink(way);
        }}
      >
        You no longer sign in this way. Browsers that are signed in stay so, and you can link it again.
      </Confirm>
    </section>
  );
}
