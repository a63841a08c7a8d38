import { value } from "@atrium/core/search-language";
import { A } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import { changeEntity, loadEntity, refreshEntity } from "../../data/change-entity.ts";
import { kindWords } from "../../data/kinds.ts";
import type { Entity } from "../../data/types.ts";
import { Button } from "../../ui/button.tsx";
import { EditDialog, type EditField } from "../edit-dialog.tsx";

const FIELDS: EditField[] = [
  { name: "name", label: "Name", maxLength: 255, required: true },
  { name: "description", label: "Description", as: "lines", maxLength: 20_000 },
  { name: "tags", label: "Tags", as: "list", help: "With commas between them" },
];

/** What a file or a table is said to be, in words and tags; changed here by whoever may. */
export function Description(props: { entity: Entity }) {
  const [editing, setEditing] = createSignal(false);
  const word = () => kindWords[props.entity.kind].toLowerCase();
  return (
    <section aria-label="Description">
      <div class="mb-2 flex items-center">
        <h2 class="text-13">Description</h2>
        <Show when={props.entity.privileges.includes("edit")}>
          <Button size="sm" tone="ghost" icon="edit" class="ml-auto" onClick={() => setEditing(true)}>
            Change
          </Button>
        </Show>
      </div>
      <p class="text-12 break-words whitespace-pre-line text-fg-2">{props.entity.description || "No description"}</p>
      <Show when={props.entity.tags.length > 0}>
        <p class="mt-1 flex flex-wrap gap-x-2 text-12">
          <For each={props.entity.tags}>
            {(tag) => (
              <A class="plain text-fg-2" href={`/search?q=${encodeURIComponent(`tag = ${value(tag)} `)}`}>
                #{tag}
              </A>
            )}
          </For>
        </p>
      </Show>
      <Show when={editing()}>
        <EditDialog<Entity>
          thing={props.entity}
          title={`Change ${props.entity.name}`}
          what={`this ${word()}`}
          fields={FIELDS}
          load={() => loadEntity(props.entity)}
          save={(change, revision) => changeEntity(props.entity, change, revision)}
          onSaved={() => void refreshEntity(props.entity)}
          onClose={() => setEditing(false)}
        />
      </Show>
    </section>
  );
}
