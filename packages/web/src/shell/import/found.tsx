import { For, Match, Show, Switch } from "solid-js";
import { count, plural } from "../../data/format.ts";
import { isProblem, sentence } from "../../data/problem.ts";
import type { ImportPreview } from "../../data/types.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { PreviewGrid } from "../../ui/preview-grid.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";

const SHOWN = 3;
const LINES = Array.from({ length: 12 });

type Props = {
  preview: ImportPreview | undefined;
  /** What stands in the way, when no control is to blame for it. */
  error: unknown;
  /** The last request was refused, so that what is shown is of the options before. */
  refused: boolean;
  loading: boolean;
  refuses: boolean;
  onRetry: () => void;
};

/** What the import would make of the file: its first rows, the rows it could not read, and what is worth knowing. */
export function Found(props: Props) {
  const isFinal = () => isProblem(props.error) && props.error.status >= 400 && props.error.status < 500;
  return (
    <div class="flex min-h-0 min-w-0 flex-col gap-2">
      <Show when={props.error}>
        {(error) => (
          <Banner
            tone="bad"
            title={isFinal() ? "This is not a table as it is read now" : "The preview did not load"}
            actions={
              <Show when={!isFinal()}>
                <Button size="sm" icon="retry" onClick={() => props.onRetry()}>
                  Try again
                </Button>
              </Show>
            }
          >
            <span class="text-fg-2">{sentence(error())}</span>
          </Banner>
        )}
      </Show>
      <Show when={!props.refused && props.preview?.rejected.length}>
        {(rejected) => (
          <Banner
            tone="warn"
            title={`${plural(rejected(), "row")} ${rejected() === 1 ? "does" : "do"} not fit${props.refuses ? ", so the import would stop" : " and will be left out"}`}
          >
            <ul>
              <For each={props.preview?.rejected.slice(0, SHOWN)}>
                {(row) => (
                  <li class="flex min-w-0 gap-2 text-fg-2">
                    <span class="shrink-0 tabular-nums">line {count(row.line)}</span>
                    <span class="truncate" title={`${row.reason}: ${row.text}`}>
                      {row.reason}
                    </span>
                  </li>
                )}
              </For>
            </ul>
          </Banner>
        )}
      </Show>
      <Switch>
        <Match when={props.preview}>
          {(found) => (
            <>
              <Show when={props.refused}>
                <p class="text-11 text-fg-3">As it was read before</p>
              </Show>
              <div class="relative flex min-h-0 grow flex-col">
                <Show when={props.loading}>
                  <div class="bar unknown absolute! inset-x-0 top-0 z-10 h-0.5!">
                    <i />
                  </div>
                </Show>
                <PreviewGrid columns={found().columns} rows={found().rows} label="First rows" busy={props.loading} />
              </div>
            </>
          )}
        </Match>
        <Match when={props.loading}>
          <div class="preview-grid flex flex-col gap-3.5 p-3" aria-busy="true">
            <For each={LINES}>{() => <Skeleton />}</For>
          </div>
        </Match>
      </Switch>
      <For each={props.preview?.notes}>{(note) => <p class="text-11 text-fg-2">{note}</p>}</For>
    </div>
  );
}
