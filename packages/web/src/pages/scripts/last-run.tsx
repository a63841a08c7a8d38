import { A } from "@solidjs/router";
import { Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { createNow } from "../../data/now.ts";
import { isActive } from "../../data/poll.ts";
import { stepWords, took } from "../../data/run-words.ts";
import { createSubmit } from "../../data/submit.ts";
import { complain } from "../../data/toast.ts";
import type { Run } from "../../data/types.ts";
import { Button } from "../../ui/button.tsx";
import { RunStateWord } from "../../ui/run-state.tsx";
import { Outputs } from "../runs/outputs.tsx";

/** The run that this page began: how it stands, why it failed, what it made. */
export function LastRun(props: { run: Run; onLine: (line: number) => void }) {
  const active = () => isActive(props.run.state);
  const now = createNow(active);
  const { busy, submit } = createSubmit();
  const cancel = () =>
    void submit(async () => {
      const next = await api.runs.cancel(props.run.id).catch(complain("The run was not cancelled"));
      if (next) client.setQueryData(["run", next.id], next);
    });
  return (
    <div class="shrink-0">
      <div class="flex min-h-10 flex-wrap items-center gap-3 px-6 text-12">
        <RunStateWord state={props.run.state} class="font-semibold!" />
        <span class="text-fg-2 tabular-nums">
          {active() ? stepWords(props.run) : ""} {took(props.run, now())}
        </span>
        <Show when={props.run.error}>
          {(error) => (
            <span class="min-w-0 grow text-bad" role="alert">
              {error().message}{" "}
              <Show when={error().line}>
                {(line) => (
                  <button type="button" class="link" onClick={() => props.onLine(line())}>
                    Go to line {line()}
                  </button>
                )}
              </Show>
            </span>
          )}
        </Show>
        <span class="ml-auto flex items-center gap-2">
          <Show when={active()}>
            <Button size="sm" icon="stop" busy={busy()} onClick={cancel}>
              Cancel
            </Button>
          </Show>
          <A class="link" href={`/runs/${props.run.id}`}>
            Open the run
          </A>
        </span>
      </div>
      <Outputs run={props.run} compact />
    </div>
  );
}
