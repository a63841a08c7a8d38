import { createEffect, createSignal, For, onCleanup, Show } from "solid-js";
import { bytes, bytesOf, plural, timeLeft } from "../data/format.ts";
import { importsTables, setImportsTables, uploads } from "../data/upload/index.ts";
import { summarize } from "../data/upload/summary.ts";
import { Checkbox } from "../ui/checkbox.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Progress } from "../ui/progress.tsx";
import { TrayRow } from "./tray-row.tsx";

const SHOWN = 6;

/** Uploads go on under every page; this is where they are seen and steered. */
export function Tray() {
  const [folded, setFolded] = createSignal(false);
  const [all, setAll] = createSignal(false);
  const summary = () => summarize(uploads.items);
  const ended = () => uploads.items.filter((item) => item.state === "done").length;
  const paused = () => uploads.items.some((item) => item.state === "paused");
  const shown = () => (all() ? uploads.items : uploads.items.slice(0, SHOWN));

  const title = () => {
    const { moving } = summary();
    const project = uploads.items[0]?.projectName ?? "";
    if (moving > 0) return `Uploading ${plural(moving, "file")} to ${project}`;
    const rest = uploads.items.length - ended();
    return rest > 0 ? `${plural(rest, "upload")} waiting for you` : `${plural(ended(), "file")} uploaded`;
  };

  const warn = (event: BeforeUnloadEvent) => event.preventDefault();
  createEffect(() => {
    if (summary().moving === 0) return;
    window.addEventListener("beforeunload", warn);
    onCleanup(() => window.removeEventListener("beforeunload", warn));
  });

  return (
    <Show when={uploads.items.length > 0}>
      <section class="tray" aria-label="Uploads">
        <header class="panel-head border-0!">
          <h2 class="min-w-0 truncate text-12!">{title()}</h2>
          <span class="ml-auto flex">
            <Show when={summary().moving > 0}>
              <IconButton icon="pause" label="Pause all" size="sm" onClick={uploads.pauseAll} />
            </Show>
            <Show when={summary().moving === 0 && paused()}>
              <IconButton icon="play" label="Resume all" size="sm" onClick={uploads.resumeAll} />
            </Show>
            <IconButton
              icon={folded() ? "chevronUp" : "chevronDown"}
              label={folded() ? "Show uploads" : "Fold uploads"}
              size="sm"
              aria-expanded={!folded()}
              onClick={() => setFolded(!folded())}
            />
            <Show when={summary().moving === 0}>
              <IconButton icon="close" label="Clear finished" size="sm" onClick={uploads.clearEnded} />
            </Show>
          </span>
        </header>
        <Show when={summary().moving > 0}>
          <div class="px-3.5 pb-2.5">
            <Progress fraction={summary().bytes ? summary().sent / summary().bytes : 0} label="All uploads" />
            <div class="mt-1.5 flex gap-1 text-11 tabular-nums text-fg-2">
              <b class="font-semibold">{bytesOf(summary().sent, summary().bytes)}</b>
              <Show when={summary().rate > 0}>
                <span>· {bytes(summary().rate)}/s</span>
                <span class="ml-auto">{timeLeft(summary().secondsLeft ?? Number.POSITIVE_INFINITY)}</span>
              </Show>
            </div>
          </div>
        </Show>
        <Show when={!folded()}>
          <ul class="scroll max-h-80">
            <For each={shown()}>{(item) => <TrayRow item={item} />}</For>
            <Show when={uploads.items.length > SHOWN && !all()}>
              <li class="tray-row">
                <span />
                <span class="text-fg-3">{uploads.items.length - SHOWN} more</span>
                <button type="button" class="link" onClick={() => setAll(true)}>
                  Show
                </button>
              </li>
            </Show>
          </ul>
          <footer class="border-t border-line-soft px-3.5 py-2 text-fg-2">
            <Checkbox checked={importsTables()} onChange={setImportsTables}>
              Import CSV, NDJSON, Parquet and Arrow as tables
            </Checkbox>
          </footer>
        </Show>
      </section>
    </Show>
  );
}
