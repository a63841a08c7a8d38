import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, Match, Show, Switch } from "solid-js";
import { plural, short } from "../../data/format.ts";
import { typeIcons } from "../../data/kinds.ts";
import { queries } from "../../data/queries.ts";
import { telling, tellingShares } from "../../data/telling.ts";
import type { Table } from "../../data/types.ts";
import { Histogram } from "../../ui/histogram.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";

const NAMED = 6;

function about({ state, rows, columns, version }: Table): string {
  if (state === "failed") return "The import failed";
  if (rows === null) return "Importing…";
  const counts = `${short(rows)} ${rows === 1 ? "row" : "rows"} · ${plural(columns.length, "column")}`;
  return version !== null && version > 1 ? `${counts} · v${version}` : counts;
}

/** A table as a card: its most telling distribution is the picture. */
export function TableCard(props: { id: string; name: string; large?: boolean }) {
  const table = useQuery(() => ({ ...queries.table(props.id), staleTime: 60_000 }));
  return (
    <A href={`/tables/${props.id}`} class="card hoverable plain overflow-hidden">
      <div class={`thumb ${props.large ? "tall" : ""}`}>
        <Show when={table.data}>{(data) => <Picture table={data()} />}</Show>
      </div>
      <div class="px-3 pt-2 pb-2.5">
        <div class="flex items-center gap-1.5 font-medium">
          <Icon name="table" size="s" class="text-fg-2" />
          <span class="truncate">{props.name}</span>
        </div>
        <div class="mt-0.5 text-11 text-fg-3 tabular-nums">
          <Show when={table.data} fallback={<Skeleton width="96px" class="my-0.5" />}>
            {(data) => about(data())}
          </Show>
        </div>
      </div>
    </A>
  );
}

/** A distribution; without one the shares of common values, else the columns by name, else why there is nothing. */
function Picture(props: { table: Table }) {
  const columns = () => props.table.columns;
  const distribution = () => telling(columns());
  const shares = () => tellingShares(columns(), props.table.rows ?? 0);
  return (
    <Switch fallback={<ThumbMark state={props.table.state} />}>
      <Match when={distribution()}>
        {(column) => (
          <>
            <span class="thumb-note">{column().name}</span>
            <Histogram counts={column().stats.histogram?.counts ?? []} height={80} class="h-4/5 w-full" />
          </>
        )}
      </Match>
      <Match when={shares()}>
        {(found) => (
          <>
            <span class="thumb-note">{found().column.name}</span>
            <ul class="thumb-shares">
              <For each={found().shares}>
                {(share) => (
                  <li>
                    <span class="truncate">{share.value || "empty"}</span>
                    <i style={{ width: `${100 * share.length}%` }} />
                  </li>
                )}
              </For>
            </ul>
          </>
        )}
      </Match>
      <Match when={columns().length > 0}>
        <ul class="thumb-names">
          <For each={columns().slice(0, NAMED)}>
            {(column) => (
              <li>
                <Icon name={typeIcons[column.type]} size="xs" />
                <span class="truncate">{column.name}</span>
              </li>
            )}
          </For>
        </ul>
      </Match>
    </Switch>
  );
}

const ThumbMark = (props: { state: Table["state"] }) => (
  <span class={`place-self-center ${props.state === "failed" ? "text-bad" : "text-fg-3"}`}>
    <Icon name={props.state === "failed" ? "warning" : "running"} size="l" />
  </span>
);
