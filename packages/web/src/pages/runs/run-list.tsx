import { A, useNavigate } from "@solidjs/router";
import { For, Show } from "solid-js";
import { count, percent } from "../../data/format.ts";
import { createListKeys } from "../../data/list-keys.ts";
import { isActive } from "../../data/poll.ts";
import { runTitle, stepWords, took } from "../../data/run-words.ts";
import type { Run } from "../../data/types.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Progress } from "../../ui/progress.tsx";
import { RunStateWord } from "../../ui/run-state.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { When } from "../../ui/when.tsx";

export function RunList(props: { runs: Run[] | undefined; error: unknown; onRetry: () => void }) {
  const navigate = useNavigate();
  const keys = createListKeys({
    count: () => props.runs?.length ?? 0,
    open: (index) => props.runs?.[index] && navigate(`/runs/${props.runs[index]?.id}`),
  });
  return (
    <Show
      when={!props.error}
      fallback={<ErrorState error={props.error} what="The runs did not load" onRetry={props.onRetry} />}
    >
      <Show
        when={props.runs?.length !== 0}
        fallback={
          <EmptyState icon="runs" title="No runs here">
            Imports and other work show up here, with their steps and their log.
          </EmptyState>
        }
      >
        <table class="list inset">
          <thead>
            <tr>
              <th>State</th>
              <th>Run</th>
              <th class="mid">Progress</th>
              <th class="far">Started by</th>
              <th class="mid num">Took</th>
              <th class="num">Started</th>
            </tr>
          </thead>
          <tbody>
            <Show when={props.runs} fallback={<SkeletonRows columns={6} />}>
              <For each={props.runs}>{(run, index) => <Row run={run} row={keys.row(index())} />}</For>
            </Show>
          </tbody>
        </table>
      </Show>
    </Show>
  );
}

function Row(props: { run: Run; row: Record<string, unknown> }) {
  const run = () => props.run;
  return (
    <tr {...props.row}>
      <td class="w-32">
        <RunStateWord state={run().state} />
      </td>
      <td class="w-2/5 max-w-0 overflow-hidden">
        <A class="name" href={`/runs/${run().id}`}>
          <Icon name="runs" />
          <span class="max-w-full shrink-0 truncate">{runTitle(run())}</span>
          <span class="truncate font-normal text-bad">{run().error?.message}</span>
        </A>
      </td>
      <td class="mid w-56">
        <Show when={isActive(run().state)}>
          <div class="flex items-center gap-2 text-11 text-fg-3 tabular-nums">
            <Progress fraction={run().progress?.fraction ?? null} label={runTitle(run())} class="w-24 shrink-0" />
            <span class="truncate">
              <Show when={run().progress?.fraction != null} fallback={stepWords(run())}>
                {percent(run().progress?.fraction ?? 0)}
              </Show>
            </span>
          </div>
        </Show>
        <Show when={!isActive(run().state) && run().progress?.rows}>
          {(rows) => <span class="text-fg-2">{count(rows())} rows</span>}
        </Show>
      </td>
      <td class="far">
        <span class="flex items-center gap-2 text-fg-2">
          <Avatar name={run().requestedBy.name} />
          {run().requestedBy.name}
        </span>
      </td>
      <td class="mid num text-fg-2">{took(run()) || "—"}</td>
      <td class="num text-fg-3">
        <When at={run().startedAt ?? run().queuedAt} />
      </td>
    </tr>
  );
}
