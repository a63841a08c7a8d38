import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, Match, Show, Switch } from "solid-js";
import { loaded } from "../../../data/loaded.ts";
import { isActive } from "../../../data/poll.ts";
import { queries } from "../../../data/queries.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Progress } from "../../../ui/progress.tsx";
import { RunStateWord } from "../../../ui/run-state.tsx";

type Outputs = Partial<{
  fileId: string;
  name: string;
  count: number;
  left: Record<string, number> | number;
  read: number;
  created: number;
  kept: number;
  cut: number;
  problemCount: number;
  problems: { at: string; message: string }[];
}>;

/** An export says for what reasons something was left out, an import how much somebody left out. */
const reasonsIn = ({ left }: Outputs): Record<string, number> => (typeof left === "object" ? left : {});

const many = (n: number) => n.toLocaleString("en");

/** How far the run of an export or an import is, and what it left. */
export function FileRun(props: { id: string }) {
  const found = useQuery(() => queries.run(props.id));
  const run = () => loaded(found);
  const outputs = (): Outputs => (run()?.outputs ?? {}) as Outputs;
  const state = () => run()?.state ?? "queued";
  const left = () => Object.entries(reasonsIn(outputs()));
  return (
    <div class="flex flex-col gap-3" aria-live="polite">
      <p class="flex items-center gap-2">
        <RunStateWord state={state()} />
        <Show when={run()?.progress?.rows}>{(rows) => <span class="text-fg-2">{many(rows())} annotations</span>}</Show>
        <A class="link ml-auto" href={`/runs/${props.id}`}>
          Open the run
        </A>
      </p>
      <Switch>
        <Match when={isActive(state())}>
          <Progress fraction={null} label="Annotations" />
          <p class="text-fg-2">This goes on when you close this window.</p>
        </Match>
        <Match when={state() === "failed"}>
          <Banner tone="bad">
            <span class="block whitespace-pre-wrap">{run()?.error?.message ?? "The run failed."}</span>
          </Banner>
        </Match>
        <Match when={outputs().fileId}>
          {(id) => (
            <p>
              <A class="link" href={`/files/${id()}`}>
                {outputs().name}
              </A>{" "}
              holds {many(outputs().count ?? 0)} annotations.
            </p>
          )}
        </Match>
        <Match when={outputs().created !== undefined}>
          <p>
            {many(outputs().created ?? 0)} new of {many(outputs().read ?? 0)}.{" "}
            <Show when={outputs().kept}>{(kept) => `${many(kept())} stood there already. `}</Show>
            <Show when={outputs().cut}>{(cut) => `${many(cut())} were cut at the picture's edge.`}</Show>
          </p>
        </Match>
      </Switch>
      <Show when={left().length > 0}>
        <ul class="text-12 text-fg-2">
          <For each={left()}>
            {([reason, n]) => (
              <li>
                {many(Number(n))} left out: {reason}
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={state() === "succeeded" && outputs().problemCount}>
        {(n) => (
          <div>
            <p class="mb-1 font-medium">{many(n())} were not taken:</p>
            <ul class="max-h-40 overflow-auto text-12 text-fg-2">
              <For each={outputs().problems}>
                {({ at, message }) => (
                  <li>
                    {at}: {message}
                  </li>
                )}
              </For>
            </ul>
          </div>
        )}
      </Show>
    </div>
  );
}
