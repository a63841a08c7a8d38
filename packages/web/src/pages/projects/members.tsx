import { useQuery } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { plural } from "../../data/format.ts";
import { sentence } from "../../data/problem.ts";
import { queries } from "../../data/queries.ts";
import { useMe } from "../../data/session.ts";
import { complain, toast } from "../../data/toast.ts";
import type { Bundle, Grant, Principal } from "../../data/types.ts";
import { bundles, bundleWord } from "../../data/visibility.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Select } from "../../ui/select.tsx";
import { PrincipalInput } from "../principal-input.tsx";
import { useProject } from "./context.ts";

export function ProjectMembers() {
  const me = useMe();
  const project = useProject();
  const grants = useQuery(() => queries.grants(project().id));
  // A person holds rights through the group that stands for them, which shares their id's end.
  const own = () => me().user.id.replace(/^usr_/, "grp_");
  const mayShare = () => project().privileges.includes("share");
  const [text, setText] = createSignal("");
  const [chosen, setChosen] = createSignal<Principal>();
  const [bundle, setBundle] = createSignal<Bundle>("viewer");
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const refresh = () => client.invalidateQueries({ queryKey: ["grants", project().id] });

  async function add() {
    setBusy(true);
    setError(undefined);
    try {
      const principal = chosen();
      const whom = principal ? { principalId: principal.principalId } : { email: text().trim() };
      await api.grants.create(project().id, { ...whom, bundle: bundle() });
      toast(`${text().trim()} can use ${project().name}`, { tone: "ok" });
      setText("");
      setChosen(undefined);
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
          <PrincipalInput
            label="Person or group to share with"
            text={text()}
            onText={setText}
            chosen={chosen()}
            onChoose={setChosen}
            accepts={({ kind }) => kind === "personal" || kind === "team"}
          />
          <Select hideLabel label="Role" class="w-44" options={bundles} value={bundle()} onChange={setBundle} />
          <Button tone="primary" type="submit" busy={busy()} disabled={!chosen() && !text().includes("@")}>
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
        <h2 class="mb-1 text-12! text-fg-2">{plural(grants.data?.items.length ?? 0, "has access", "have access")}</h2>
        <ul>
          <For each={grants.data?.items}>
            {(grant) => (
              <li class="flex h-12 items-center gap-3 border-b border-line-soft">
                <Avatar name={grant.name} size="l" />
                <div class="min-w-0 grow">
                  <div class="truncate font-medium">{grant.name}</div>
                  <div class="truncate text-12 text-fg-3">{grant.principalId === own() ? "you" : grant.email}</div>
                </div>
                <Show
                  when={mayShare() && grant.principalId !== own() && grant.bundle}
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
