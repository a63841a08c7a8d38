import { useQuery } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { plural } from "../../data/format.ts";
import { sentence } from "../../data/problem.ts";
import { queries } from "../../data/queries.ts";
import { useMe } from "../../data/session.ts";
import { complain, toast } from "../../data/toast.ts";
import type { Bundle, Grant } from "../../data/types.ts";
import { bundles, bundleWord } from "../../data/visibility.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Input } from "../../ui/input.tsx";
import { Select } from "../../ui/select.tsx";
import { useProject } from "./context.ts";

export function ProjectMembers() {
  const me = useMe();
  const project = useProject();
  const grants = useQuery(() => queries.grants(project().id));
  const mayShare = () => project().privileges.includes("share");
  const [email, setEmail] = createSignal("");
  const [bundle, setBundle] = createSignal<Bundle>("viewer");
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const refresh = () => client.invalidateQueries({ queryKey: ["grants", project().id] });

  async function add() {
    setBusy(true);
    setError(undefined);
    try {
      await api.grants.create(project().id, { email: email().trim(), bundle: bundle() });
      toast(`${email().trim()} can use ${project().name}`, { tone: "ok" });
      setEmail("");
      await refresh();
    } catch (cause) {
      setError(cause);
    } finally {
      setBusy(false);
    }
  }
  const change = (grant: Grant, next: Bundle) =>
    api.grants
      .create(project().id, { principalId: grant.principalId, bundle: next })
      .then(refresh, complain(`The role of ${grant.name} is as before`));
  const remove = (grant: Grant) =>
    api.grants.remove(project().id, grant.principalId).then(refresh, complain(`${grant.name} still has access`));

  return (
    <div class="max-w-3xl p-6">
      <Show when={mayShare()}>
        <form
          class="mb-5 flex items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <Input
            icon="mail"
            type="email"
            required
            aria-label="E-mail of the person"
            placeholder="name@example.org"
            value={email()}
            onText={setEmail}
          />
          <Select hideLabel label="Role" class="w-44" options={bundles} value={bundle()} onChange={setBundle} />
          <Button tone="primary" type="submit" busy={busy()} disabled={!email().trim()}>
            Share
          </Button>
        </form>
        <Show when={error()}>
          <div class="-mt-2 mb-5">
            <Banner tone="bad">{sentence(error())}</Banner>
          </div>
        </Show>
      </Show>
      <Show
        when={!grants.error}
        fallback={
          <ErrorState error={grants.error} what="The members did not load" onRetry={() => void grants.refetch()} />
        }
      >
        <h2 class="mb-1 text-12! text-fg-2">
          {plural(grants.data?.items.length ?? 0, "person has access", "people have access")}
        </h2>
        <ul>
          <For each={grants.data?.items}>
            {(grant) => (
              <li class="flex h-12 items-center gap-3 border-b border-line-soft">
                <Avatar name={grant.name} size="l" />
                <div class="min-w-0 grow">
                  <div class="truncate font-medium">{grant.name}</div>
                  <div class="truncate text-12 text-fg-3">
                    {grant.principalId === me().user.id ? "you" : grant.email}
                  </div>
                </div>
                <Show
                  when={mayShare() && grant.principalId !== me().user.id && grant.bundle}
                  fallback={<span class="text-12 text-fg-2">{bundleWord(grant.bundle)}</span>}
                >
                  {(current) => (
                    <>
                      <Select
                        hideLabel
                        label={`Role of ${grant.name}`}
                        class="w-36"
                        options={bundles}
                        value={current()}
                        onChange={(next) => void change(grant, next)}
                      />
                      <IconButton
                        icon="close"
                        label={`Remove ${grant.name}`}
                        size="sm"
                        onClick={() => void remove(grant)}
                      />
                    </>
                  )}
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </div>
  );
}
