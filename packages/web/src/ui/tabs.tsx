import * as Kobalte from "@kobalte/core/tabs";
import { For, type JSX, Show } from "solid-js";

export type Tab = { value: string; label: string; count?: string | undefined; content: () => JSX.Element };

/** Tabs inside a panel; tabs that are pages of their own are TabLinks. */
export function Tabs(props: { tabs: Tab[]; value: string; onChange: (value: string) => void; label: string }) {
  return (
    <Kobalte.Root value={props.value} onChange={props.onChange} class="flex min-h-0 grow flex-col">
      <Kobalte.List class="tabs px-1" aria-label={props.label}>
        <For each={props.tabs}>
          {(tab) => (
            <Kobalte.Trigger value={tab.value} class="tab">
              {tab.label}
              <Show when={tab.count}>{(count) => <span class="count">{count()}</span>}</Show>
            </Kobalte.Trigger>
          )}
        </For>
      </Kobalte.List>
      <For each={props.tabs}>
        {(tab) => (
          <Kobalte.Content value={tab.value} class="scroll min-h-0 grow">
            {tab.content()}
          </Kobalte.Content>
        )}
      </For>
    </Kobalte.Root>
  );
}
