import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import type { RunOrigin } from "../../data/algorithms.ts";
import { loaded } from "../../data/loaded.ts";
import { queries } from "../../data/queries.ts";
import type { Run } from "../../data/types.ts";

/** What started a run of an algorithm by itself, and what runs came of it. */
export function Origin(props: { run: Run }) {
  const found = useQuery(() => queries.runOrigin(props.run));
  return (
    <Show when={loaded(found)}>
      {(origin) => (
        <Show when={origin().triggerId !== null || origin().led.length > 0}>
          <p class="border-b border-line px-6 py-2 text-12 text-fg-2">
            <Show when={origin().triggerId !== null}>
              {origin().causes.length > 0 ? "Started by itself after " : "Started by itself. "}
            </Show>
            <Runs of={origin().causes} />
            <Show when={origin().led.length > 0}>
              {" It led to "}
              <Runs of={origin().led} />
            </Show>
          </p>
        </Show>
      )}
    </Show>
  );
}

const Runs = (props: { of: RunOrigin["causes"] }) => (
  <For each={props.of}>
    {({ runId, name }, at) => (
      <>
        {at() > 0 ? ", " : ""}
        <A class="link" href={`/runs/${runId}`}>
          {name || "a run"}
        </A>
        {at() === props.of.length - 1 ? "." : ""}
      </>
    )}
  </For>
);
