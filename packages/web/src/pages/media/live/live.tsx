import { useQuery } from "@tanstack/solid-query";
import { createSignal, For, Show, untrack } from "solid-js";
import type { MediaEntity } from "../../../annotator/remote/media.ts";
import { client } from "../../../data/client.ts";
import { loaded } from "../../../data/loaded.ts";
import { queries } from "../../../data/queries.ts";
import { noteOpened } from "../../../data/recent.ts";
import { useSignedIn } from "../../../data/session.ts";
import { PageTop } from "../../../shell/top.tsx";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ShareButton } from "../../share/share-button.tsx";
import { StreamsDialog } from "../placed/streams-dialog.tsx";
import { StreamView } from "./stream.tsx";

/** What cameras send now. Nothing of it is kept, so there is nothing to draw on. */
export function LivePage(props: { media: MediaEntity }) {
  const signedIn = useSignedIn();
  const projectId = () => props.media.projectId ?? "";
  const project = useQuery(() => ({ ...queries.project(projectId()), enabled: projectId() !== "" }));
  const [editing, setEditing] = createSignal(false);
  if (signedIn) noteOpened(untrack(() => props.media));
  const live = () => props.media.live;
  const grid = () => live()?.layout ?? { rows: 1, columns: 1 };
  return (
    <div class="live-page">
      <PageTop
        crumbs={[
          { label: loaded(project)?.name ?? "Project", icon: "folder", href: `/projects/${projectId()}/media` },
          { label: props.media.name, icon: "video" },
        ]}
        actions={
          <>
            <Show when={props.media.privileges.includes("edit") && live()}>
              <Button icon="edit" onClick={() => setEditing(true)}>
                Streams
              </Button>
            </Show>
            <ShareButton entity={props.media} path={`/media/${props.media.id}`} />
          </>
        }
      />
      <h1 class="sr">{props.media.name}</h1>
      <Show when={live()} fallback={<EmptyState icon="video" title="It has no streams" />}>
        {(found) => (
          <div
            class="live-grid"
            data-theme="dark"
            style={{
              "grid-template": `repeat(${grid().rows}, minmax(220px, 1fr)) / repeat(${grid().columns}, minmax(0, 1fr))`,
            }}
          >
            <For each={found().streams}>{(stream, at) => <StreamView stream={stream} number={at() + 1} />}</For>
          </div>
        )}
      </Show>
      <Show when={editing() && live()}>
        {(found) => (
          <StreamsDialog
            projectId={projectId()}
            now={{ id: props.media.id, revision: props.media.revision, live: untrack(found) }}
            onClose={() => setEditing(false)}
            onDone={(id) => void client.invalidateQueries({ queryKey: ["media", id] })}
          />
        )}
      </Show>
    </div>
  );
}
