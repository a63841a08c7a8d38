import { useQuery } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { plural } from "../../data/format.ts";
import { loaded } from "../../data/loaded.ts";
import { queries } from "../../data/queries.ts";
import { complain } from "../../data/toast.ts";
import type { Entity, NewShareLink, ShareLink } from "../../data/types.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { LinkRow } from "./link-row.tsx";
import { NewLink } from "./new-link.tsx";

/** The links that open a thing to whoever has them, for who may share it. */
export function ShareLinks(props: { entity: Entity }) {
  const found = useQuery(() => queries.shareLinks(props.entity.id));
  const deployment = useQuery(() => queries.deployment());
  const [made, setMade] = createSignal<NewShareLink>();
  /** Taken back here: a toast lies outside of the dialog, where nobody gets at it. */
  const [revoked, setRevoked] = createSignal<ShareLink>();
  const links = () => loaded(found)?.items ?? [];
  const refresh = () => client.invalidateQueries({ queryKey: ["share-links", props.entity.id] });

  const restore = ({ id }: ShareLink) =>
    api.shareLinks
      .restore(props.entity.id, id)
      .then(() => {
        setRevoked(undefined);
        return refresh();
      })
      .catch(complain("The link stays revoked"));
  const revoke = (link: ShareLink) =>
    api.shareLinks
      .revoke(props.entity.id, link.id)
      .then(() => {
        if (made()?.id === link.id) setMade(undefined);
        setRevoked(link);
        return refresh();
      })
      .catch(complain("The link still works"));

  return (
    <section class="mt-5" aria-label="Links">
      <h2 class="mb-1 text-12! text-fg-2">{links().length === 0 ? "Links" : plural(links().length, "link")}</h2>
      <p class="mb-2 text-12 text-fg-2">
        {loaded(deployment)?.readWithoutAccount === false
          ? "Whoever is signed in and has the link can read this. An administrator has closed reading without an account."
          : "Whoever has the link can read this, without an account. It opens nothing around it."}
      </p>
      <NewLink
        entity={props.entity}
        onMade={(link) => {
          setMade(link);
          void refresh();
        }}
      />
      <Show when={made()}>
        {(link) => (
          <div class="mt-2">
            <Banner
              tone="ok"
              title="Copy the link now; it is not shown again"
              actions={<CopyButton text={link().url} />}
            >
              <code class="break-all">{link().url}</code>
            </Banner>
          </div>
        )}
      </Show>
      <Show when={revoked()}>
        {(link) => (
          <div class="mt-2">
            <Banner
              tone="info"
              title={`${link().label || "The link"} opens nothing any more`}
              actions={
                <Button size="sm" onClick={() => void restore(link())}>
                  Undo
                </Button>
              }
            />
          </div>
        )}
      </Show>
      <Show
        when={!found.error}
        fallback={<ErrorState error={found.error} what="The links did not load" onRetry={() => void found.refetch()} />}
      >
        <ul class="mt-2">
          <For each={links()}>{(link) => <LinkRow link={link} onRevoke={() => void revoke(link)} />}</For>
        </ul>
      </Show>
    </section>
  );
}
