import { useQuery } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { sections, shown } from "../../data/attribute-words.ts";
import { loaded } from "../../data/loaded.ts";
import { queries } from "../../data/queries.ts";
import type { Entity } from "../../data/types.ts";
import type { Attributes, AttributeType } from "../../data/types-collaboration.ts";
import { Button } from "../../ui/button.tsx";
import { EditAttributes } from "./edit-attributes.tsx";

type Props = { entity: Pick<Entity, "id" | "kind" | "name" | "revision" | "attributes" | "privileges"> };

/** What a thing is said to be, by the attributes of its project. Nothing where the project has none. */
export function AttributesPanel(props: Props) {
  const found = useQuery(() => queries.attributes(props.entity.id));
  const [editing, setEditing] = createSignal(false);
  return (
    <Show when={(loaded(found)?.types.length ?? 0) > 0 && loaded(found)}>
      {(data) => (
        <section aria-label="Attributes">
          <div class="mb-2 flex items-center">
            <h2 class="text-13">Attributes</h2>
            <Show when={props.entity.privileges.includes("edit")}>
              <Button size="sm" tone="ghost" icon="edit" class="ml-auto" onClick={() => setEditing(true)}>
                Edit
              </Button>
            </Show>
          </div>
          <Values data={data()} />
          <Show when={editing()}>
            <EditAttributes entity={props.entity} types={data().types} onClose={() => setEditing(false)} />
          </Show>
        </section>
      )}
    </Show>
  );
}

function Values(props: { data: Attributes }) {
  const [all, setAll] = createSignal(false);
  const parts = () => sections(props.data.types);
  return (
    <>
      <For each={parts().shown}>
        {([name, types]) => (
          <>
            <Show when={name}>
              <h3 class="mt-2 text-11 text-fg-3">{name}</h3>
            </Show>
            <List types={types} data={props.data} />
          </>
        )}
      </For>
      <Show when={parts().hidden.length > 0}>
        <Show
          when={all()}
          fallback={
            <Button size="sm" tone="ghost" onClick={() => setAll(true)}>
              {parts().hidden.length} more
            </Button>
          }
        >
          <List types={parts().hidden} data={props.data} />
        </Show>
      </Show>
    </>
  );
}

const List = (props: { types: AttributeType[]; data: Attributes }) => (
  <dl class="kv">
    <For each={props.types}>
      {(type) => (
        <>
          <dt title={type.description || undefined}>{type.name}</dt>
          <dd class="break-words">
            <Show
              when={shown(type, props.data.values[type.name])}
              fallback={<span class={type.required ? "text-bad" : "text-fg-3"}>{type.required ? "missing" : "–"}</span>}
            >
              {(text) => text()}
            </Show>
          </dd>
        </>
      )}
    </For>
  </dl>
);
