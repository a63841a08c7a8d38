import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { loaded } from "../../data/loaded.ts";
import { METHODS } from "../../data/model-words.ts";
import { queries } from "../../data/queries.ts";
import { useSignedIn } from "../../data/session.ts";
import type { Table } from "../../data/types.ts";
import { buttonClass } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";

/** Models that can be applied to the table, and where to train another. */
export function TableModels(props: { table: Table }) {
  const found = useQuery(() => queries.modelsForTable(props.table.id));
  const items = () => loaded(found)?.items ?? [];
  return (
    <div class="panel-section border-0! flex flex-col gap-3">
      <Show
        when={items().length > 0}
        fallback={<p class="text-fg-2">A model learns to predict one column from others. None fits this table yet.</p>}
      >
        <ul class="flex flex-col gap-2">
          <For each={items()}>
            {(model) => (
              <li>
                <A href={`/models/${model.id}`} class="flex items-center gap-2">
                  <Icon name="chip" size="s" />
                  <span class="truncate">{model.name}</span>
                </A>
                <p class="text-12 text-fg-2">
                  Predicts {model.outcome.name} · {METHODS[model.method] ?? model.method}
                </p>
                <Show when={model.missing.length > 0}>
                  <p class="text-12 text-warn">Missing here: {model.missing.map(({ name }) => name).join(", ")}</p>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={useSignedIn()}>
        <A href={`/tables/${props.table.id}/train`} class={buttonClass()}>
          <Icon name="chip" size="s" />
          Train a model
        </A>
      </Show>
    </div>
  );
}
