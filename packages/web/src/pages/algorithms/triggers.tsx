import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { type Algorithm, algorithmsAPI, type Trigger } from "../../data/algorithms.ts";
import { client } from "../../data/client.ts";
import { loaded } from "../../data/loaded.ts";
import { queries } from "../../data/queries.ts";
import { complain } from "../../data/toast.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { When } from "../../ui/when.tsx";
import { TriggerDialog } from "./trigger-dialog.tsx";

const WORDS = { "media.ready": "When media are ready", "annotations.changed": "When annotations change" };

/** What runs an algorithm by itself: switched on and off, and how it went the last time. */
export function Triggers(props: { algorithm: Algorithm; mayEdit: boolean }) {
  const found = useQuery(() => queries.triggers(props.algorithm.id));
  const [adding, setAdding] = createSignal(false);
  const refresh = () => client.invalidateQueries({ queryKey: ["triggers", props.algorithm.id] });
  const change = (trigger: Trigger, enabled: boolean) =>
    algorithmsAPI.switchTrigger(trigger, enabled).catch(complain("The trigger was not changed")).finally(refresh);
  const remove = (trigger: Trigger) =>
    algorithmsAPI.removeTrigger(trigger.id).catch(complain("The trigger was not taken away")).finally(refresh);
  const mayAdd = () => props.mayEdit && props.algorithm.privileges.includes("execute");
  return (
    <>
      <ul>
        <For each={loaded(found)?.items}>
          {(trigger) => (
            <li class="flex flex-wrap items-center gap-3 text-12">
              <Checkbox
                checked={trigger.enabled}
                disabled={!mayAdd()}
                onChange={(enabled) => void change(trigger, enabled)}
              >
                {WORDS[trigger.event]}
                {trigger.chain ? ", by algorithms too" : ""}
              </Checkbox>
              <span class="text-fg-3">as {trigger.runAs.name}</span>
              <Show when={trigger.waiting > 0}>
                <span class="text-fg-3">{trigger.waiting} waiting</span>
              </Show>
              <Show when={trigger.lastError}>{(error) => <span class="text-bad">{error().message}</span>}</Show>
              <Show when={trigger.lastError === null && trigger.lastRunId}>
                {(id) => (
                  <A class="link" href={`/runs/${id()}`}>
                    ran <Show when={trigger.lastAt}>{(at) => <When at={at()} />}</Show>
                  </A>
                )}
              </Show>
              <Show when={props.mayEdit}>
                <IconButton icon="trash" label="Take the trigger away" size="sm" onClick={() => void remove(trigger)} />
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={mayAdd()}>
        <Button size="sm" tone="ghost" icon="plus" onClick={() => setAdding(true)}>
          Run by itself
        </Button>
      </Show>
      <Show when={adding()}>
        <TriggerDialog
          algorithm={props.algorithm}
          onClose={() => setAdding(false)}
          onSaved={() => {
            setAdding(false);
            void refresh();
          }}
        />
      </Show>
    </>
  );
}
