import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { client } from "../../../data/client.ts";
import { loaded } from "../../../data/loaded.ts";
import { mediaApi, mediaQueries } from "../../../data/media/api.ts";
import { typeWords } from "../../../data/media/type-form.ts";
import type { MediaType } from "../../../data/media/types.ts";
import { complain, toast } from "../../../data/toast.ts";
import type { Project } from "../../../data/types.ts";
import { Button } from "../../../ui/button.tsx";
import { Confirm } from "../../../ui/confirm.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { MediaTypeDialog } from "./type-dialog.tsx";

/** How a project's videos are made playable; the types of the projects around it are shown and not changed here. */
export function MediaTypes(props: { project: Project }) {
  const found = useQuery(() => mediaQueries.types(props.project.id));
  const [editing, setEditing] = createSignal<{ type?: MediaType }>();
  const [removing, setRemoving] = createSignal<MediaType>();
  const mayManage = () => props.project.privileges.includes("manage");
  const refresh = () => client.invalidateQueries({ queryKey: ["media-types"] });
  const remove = (type: MediaType) =>
    mediaApi
      .removeType(type.id)
      .then(refresh)
      .then(() => toast(`${type.name} was deleted`, { detail: "Its media stay, without a type." }))
      .catch(complain(`${type.name} was not deleted`));
  return (
    <section class="mt-10 border-t border-line pt-5">
      <div class="mb-1 flex items-center">
        <h2>Types of media</h2>
        <Show when={mayManage()}>
          <Button size="sm" icon="plus" class="ml-auto" onClick={() => setEditing({})}>
            New type of media
          </Button>
        </Show>
      </div>
      <p class="mb-3 text-fg-2">
        How videos here, and in the projects below, are made playable. Media without a type are made as H.264 up to 1080
        lines.
      </p>
      <Show
        when={!found.error}
        fallback={<ErrorState error={found.error} what="The types did not load" onRetry={() => void found.refetch()} />}
      >
        <Show when={loaded(found)} fallback={<Skeleton width="80%" height="14px" />}>
          <ul>
            <For each={loaded(found)?.items}>
              {(type) => (
                <li class="flex items-center gap-2 border-b border-line-soft py-1.5">
                  <div class="min-w-0 grow">
                    <div class="truncate font-medium">{type.name}</div>
                    <div class="truncate text-12 text-fg-3">
                      {[typeWords(type), type.description].filter((word) => word !== "").join(" · ")}
                    </div>
                  </div>
                  <Show
                    when={type.projectId === props.project.id}
                    fallback={
                      <A class="link text-12" href={`/projects/${type.projectId}/settings`}>
                        from the project around
                      </A>
                    }
                  >
                    <Show when={mayManage()}>
                      <IconButton
                        icon="edit"
                        size="sm"
                        label={`Change ${type.name}`}
                        onClick={() => setEditing({ type })}
                      />
                      <IconButton
                        icon="trash"
                        size="sm"
                        label={`Delete ${type.name}`}
                        onClick={() => setRemoving(type)}
                      />
                    </Show>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </Show>
      <Show when={editing()} keyed>
        {({ type }) => (
          <MediaTypeDialog
            projectId={props.project.id}
            type={type}
            onClose={() => setEditing(undefined)}
            onSaved={() => {
              setEditing(undefined);
              void refresh();
            }}
          />
        )}
      </Show>
      <Show when={removing()} keyed>
        {(type) => (
          <Confirm
            open
            title={`Delete ${type.name}?`}
            action="Delete"
            onClose={() => setRemoving(undefined)}
            onConfirm={() => {
              setRemoving(undefined);
              void remove(type);
            }}
          >
            Its media stay, without a type. A deleted type cannot be brought back.
          </Confirm>
        )}
      </Show>
    </section>
  );
}
