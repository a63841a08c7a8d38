import { createEffect, createMemo, createSignal, For, on, Show } from "solid-js";
import { save } from "../../data/download.ts";
import { clock, exact, plural } from "../../data/format.ts";
import { createLog, findIn, logText } from "../../data/log.ts";
import { isActive } from "../../data/poll.ts";
import { stepName } from "../../data/run-words.ts";
import { useShortcuts } from "../../data/shortcuts.ts";
import type { Run } from "../../data/types.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Input } from "../../ui/input.tsx";

type Props = { run: Run; step: string | undefined; onStep: (step: string | undefined) => void };

export function LogViewer(props: Props) {
  const log = createLog(
    () => props.run.id,
    () => isActive(props.run.state),
  );
  const [text, setText] = createSignal("");
  const [follow, setFollow] = createSignal(true);
  const shown = createMemo(() => findIn(log.entries, text(), props.step));
  let box: HTMLElement | undefined;

  createEffect(
    on([() => shown().length, follow], () => {
      if (follow() && box) box.scrollTop = box.scrollHeight;
    }),
  );
  const nextError = () => {
    const rows = [...(box?.querySelectorAll('[data-level="error"]') ?? [])];
    const top = (box?.getBoundingClientRect().top ?? 0) + 24;
    const next = rows.find((row) => row.getBoundingClientRect().top > top) ?? rows[0];
    setFollow(false);
    next?.scrollIntoView({ block: "start" });
  };
  useShortcuts([
    { keys: "f", label: "Follow the log", group: "Run", run: () => setFollow(!follow()) },
    { keys: "n", label: "Next error", group: "Run", run: nextError },
  ]);

  return (
    <section class="flex min-h-0 grow flex-col" aria-label="Log">
      <div class="flex h-10 items-center gap-2 border-b border-line px-6">
        <h2 class="text-12!">Log</h2>
        <span class="text-11 text-fg-3 tabular-nums">{plural(shown().length, "line")}</span>
        <span class="ml-auto" />
        <Input
          icon="search"
          small
          class="w-52!"
          aria-label="Find in log"
          placeholder="Find in log"
          value={text()}
          onText={setText}
        />
        <span class="segmented" role="group" aria-label="Step">
          <button type="button" aria-pressed={!props.step} onClick={() => props.onStep(undefined)}>
            All steps
          </button>
          <Show when={props.step}>
            {(step) => (
              <button type="button" aria-pressed="true">
                {stepName(step())}
              </button>
            )}
          </Show>
        </span>
        <Checkbox checked={follow()} onChange={setFollow}>
          Follow
        </Checkbox>
        <IconButton
          icon="download"
          label="Download the log"
          size="sm"
          onClick={() => save(new Blob([logText(log.entries)], { type: "text/plain" }), `${props.run.id}.log`)}
        />
      </div>
      <div
        class="log scroll"
        ref={(element) => (box = element)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        role="log"
        aria-label="Lines of the log"
        aria-live="off"
      >
        <For
          each={shown()}
          fallback={
            <p class="px-6 py-2 font-sans text-12 text-fg-3">
              {log.error()
                ? "The log cannot be read just now; trying again."
                : log.ready()
                  ? "No lines here."
                  : "Reading the log…"}
            </p>
          }
        >
          {(entry) => (
            <div class="log-line" data-level={entry.level}>
              <span>{entry.seq}</span>
              <span title={exact(entry.at)}>{clock(entry.at)}</span>
              <span class={entry.level === "info" ? "text-fg-3" : entry.level === "warn" ? "text-warn" : "text-bad"}>
                {entry.level}
              </span>
              <span class="whitespace-pre-wrap">{entry.message}</span>
            </div>
          )}
        </For>
      </div>
    </section>
  );
}
