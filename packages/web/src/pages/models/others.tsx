import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { loaded } from "../../data/loaded.ts";
import { METHODS, METRICS, metric } from "../../data/model-words.ts";
import type { Model, ModelBrief } from "../../data/models.ts";
import { queries } from "../../data/queries.ts";
import { Checkbox } from "../../ui/checkbox.tsx";

/** Models of the same table or outcome, side by side with this one. */
export function Others(props: { model: Model }) {
  const found = useQuery(() => queries.otherModels(props.model.id));
  const [chosen, setChosen] = createSignal<string[]>([]);
  const items = () => loaded(found)?.items ?? [];
  const compared = (): ModelBrief[] => [props.model, ...items().filter(({ id }) => chosen().includes(id))];
  const names = () => Object.keys(METRICS).filter((name) => compared().some(({ metrics }) => name in metrics));
  const toggle = (id: string, on: boolean) =>
    setChosen(on ? [...chosen(), id] : chosen().filter((other) => other !== id));
  return (
    <section class="card" aria-label="Compare">
      <header>
        <h2>Compare</h2>
      </header>
      <div class="flex flex-col gap-3 p-4">
        <Show
          when={items().length > 0}
          fallback={<p class="text-fg-2">Another model of the same table or outcome is compared with this one here.</p>}
        >
          <ul class="flex flex-col gap-1.5">
            <For each={items()}>
              {(other) => (
                <li class="flex items-center gap-2">
                  <Checkbox checked={chosen().includes(other.id)} onChange={(on) => toggle(other.id, on)}>
                    {other.name}
                  </Checkbox>
                  <span class="ml-auto text-12 text-fg-2">{METHODS[other.method] ?? other.method}</span>
                </li>
              )}
            </For>
          </ul>
        </Show>
        <Show when={compared().length > 1}>
          <div class="overflow-x-auto" role="region" aria-label="Metrics side by side" tabindex="0">
            <table class="confusion">
              <thead>
                <tr>
                  <td />
                  <For each={compared()}>
                    {({ id, name }) => (
                      <th scope="col">
                        <A href={`/models/${id}`}>{name}</A>
                      </th>
                    )}
                  </For>
                </tr>
              </thead>
              <tbody>
                <For each={names()}>
                  {(name) => (
                    <tr>
                      <th scope="row">{METRICS[name]}</th>
                      <For each={compared()}>
                        {({ metrics }) => <td style={{ "--share": "0%" }}>{metric(metrics[name])}</td>}
                      </For>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
          </div>
        </Show>
      </div>
    </section>
  );
}
