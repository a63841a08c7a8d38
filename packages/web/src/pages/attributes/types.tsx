import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { dtypeWords } from "../../data/attribute-words.ts";
import { client } from "../../data/client.ts";
import { loaded } from "../../data/loaded.ts";
import { queries } from "../../data/queries.ts";
import { complain, toast } from "../../data/toast.ts";
import type { Project } from "../../data/types.ts";
import type { AttributeType } from "../../data/types-collaboration.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { TypeDialog } from "./type-dialog.tsx";

/** What can be said of the things in a project; the types of the projects around it are shown and not changed here. */
export function AttributeTypes(props: { project: Project }) {
  const found = useQuery(() => queries.attributeTypes(props.project.id));
  const [editing, setEditing] = createSignal<AttributeType | "new">();
  const changed = () => {
    const type = editing();
    return type === "new" ? undefined : type;
  };
  const mayManage = () => props.project.privileges.includes("manage");
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ["attribute-types"] }),
      client.invalidateQueries({ queryKey: ["attributes"] }),
    ]);
  const restore = (type: AttributeType) =>
    api.attributes
      .restore(type)
      .then(refresh)
      .catch(complain(`${type.name} was not brought back`));
  const remove = (type: AttributeType) =>
    api.attributes
      .remove(type)
      .then(refresh)
      .then(() =>
        toast(`${type.name} was deleted`, {
          detail: "Its values went with it.",
          action: { label: "Undo", run: () => void restore(type) },
        }),
      )
      .catch(complain(`${type.name} was not deleted`));

  return (
    <section class="mt-10 border-t border-line pt-5">
      <div class="mb-1 flex items-center">
        <h2>Attributes</h2>
        <Show when={mayManage()}>
          <Button size="sm" icon="plus" class="ml-auto" onClick={() => setEditing("new")}>
            New attribute
          </Button>
        </Show>
      </div>
      <p class="mb-3 text-fg-2">What can be said of the files and tables here, and in the projects below.</p>
      <Show
        when={!found.error}
        fallback={
          <ErrorState error={found.error} what="The attributes did not load" onRetry={() => void found.refetch()} />
        }
      >
        <Show when={loaded(found)} fallback={<Skeleton width="80%" height="14px" />}>
          <ul>
            <For each={loaded(found)?.items}>
              {(type) => (
                <li class="flex items-center gap-2 border-b border-line-soft py-1.5">
                  <div class="min-w-0 grow">
                    <div class="truncate font-medium">{type.name}</div>
                    <div class="truncate text-12 text-fg-3">
                      {[dtypeWords[type.dtype], type.required ? "required" : "", type.section, type.description]
                        .filter((word) => word !== "")
                        .join(" · ")}
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
                        onClick={() => setEditing(type)}
                      />
                      <IconButton
                        icon="trash"
                        size="sm"
                        label={`Delete ${type.name}`}
                        onClick={() => void remove(type)}
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
        <TypeDialog
          project={props.project.id}
          type={changed()}
          onClose={() => setEditing(undefined)}
          onSaved={() => {
            setEditing(undefined);
            void refresh();
          }}
        />
      </Show>
    </section>
  );
}
