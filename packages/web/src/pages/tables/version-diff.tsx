import { For, Show } from "solid-js";
import { count, plural } from "../../data/format.ts";
import type { Column, SchemaDiff } from "../../data/types.ts";
import { diffWords, signed } from "../../data/version-words.ts";
import { Icon, type IconName } from "../../ui/icon.tsx";

type Change = { name: string; words: string; sign: IconName; tone: string; spoken: string };

/** Columns and counts against the version before. Signs and words say what the colours say. */
export function VersionDiff(props: { diff: SchemaDiff | null; rows: number; columns: Column[] }) {
  return (
    <Show
      when={props.diff}
      fallback={
        <div class="panel-section">
          <h2>The first version</h2>
          <p class="text-12 text-fg-2">
            It began with {plural(props.rows, "row")} and {plural(props.columns.length, "column")}.
          </p>
        </div>
      }
    >
      {(diff) => (
        <div class="panel-section">
          <h2>Since version {diff().against}</h2>
          <p class="mb-2 text-12 text-fg-2">{diffWords(diff())}.</p>
          <dl class="kv tabular-nums">
            <dt>Rows</dt>
            <dd>
              {count(props.rows - diff().rows)} → <b class="font-semibold">{count(props.rows)}</b>{" "}
              <span class={`ml-1 ${diff().rows < 0 ? "text-bad" : "text-ok"}`}>{signed(diff().rows)}</span>
            </dd>
            <dt>Columns</dt>
            <dd>
              {count(props.columns.length - diff().added.length + diff().removed.length)} →{" "}
              <b class="font-semibold">{count(props.columns.length)}</b>
            </dd>
          </dl>
          <ul class="mt-3" aria-label="Changed columns">
            <For each={changes(diff())}>
              {(change) => (
                <li class="flex min-h-6 items-center gap-2 text-12">
                  <Icon name={change.sign} size="xs" class={change.tone} />
                  <span class="sr">{change.spoken}</span>
                  <span class="min-w-0 truncate font-medium" title={change.name}>
                    {change.name}
                  </span>
                  <span class="ml-auto shrink-0 text-fg-3">{change.words}</span>
                </li>
              )}
            </For>
          </ul>
        </div>
      )}
    </Show>
  );
}

const changes = (diff: SchemaDiff): Change[] => [
  ...diff.added.map(
    ({ name, type }) => ({ name, words: type, sign: "plus", tone: "text-ok", spoken: "Added" }) as const,
  ),
  ...diff.removed.map(
    ({ name, type }) => ({ name, words: type, sign: "minus", tone: "text-bad", spoken: "Removed" }) as const,
  ),
  ...diff.changed.map(
    ({ name, from, to }) =>
      ({ name, words: `${from} → ${to}`, sign: "edit", tone: "text-warn", spoken: "Changed" }) as const,
  ),
];
