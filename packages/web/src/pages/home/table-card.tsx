import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { Show } from "solid-js";
import { plural, short } from "../../data/format.ts";
import { queries } from "../../data/queries.ts";
import type { Column, Table } from "../../data/types.ts";
import { Histogram } from "../../ui/histogram.tsx";
import { Icon } from "../../ui/icon.tsx";

/** The column whose shape says most: many filled bins, and no single one that dwarfs the rest. */
function telling(columns: Column[]): Column | undefined {
  const score = ({ stats }: Column) => {
    const counts = stats.histogram?.counts ?? [];
    const most = Math.max(1, ...counts);
    return counts.filter((count) => count > most / 40).length;
  };
  return columns.filter((column) => column.stats.histogram).sort((a, b) => score(b) - score(a))[0];
}

function about({ state, rows, columns }: Table): string {
  if (state === "failed") return "The import failed";
  if (rows === null) return "Importing…";
  return `${short(rows)} rows · ${plural(columns.length, "column")}`;
}

/** A table as a card: its most telling distribution is the picture. */
export function TableCard(props: { id: string; name: string; large?: boolean }) {
  const table = useQuery(() => ({ ...queries.table(props.id), staleTime: 60_000 }));
  const column = () => telling(table.data?.columns ?? []);
  return (
    <A href={`/tables/${props.id}`} class="card hoverable plain overflow-hidden">
      <div class={`thumb ${props.large ? "tall" : ""}`}>
        <Show when={column()}>
          {(shown) => (
            <>
              <span class="thumb-note">{shown().name}</span>
              <Histogram counts={shown().stats.histogram?.counts ?? []} height={80} class="h-4/5 w-full" />
            </>
          )}
        </Show>
      </div>
      <div class="px-3 pt-2 pb-2.5">
        <div class="flex items-center gap-1.5 font-medium">
          <Icon name="table" size="s" class="text-fg-2" />
          <span class="truncate">{props.name}</span>
        </div>
        <div class="mt-0.5 text-11 text-fg-3 tabular-nums">
          <Show when={table.data} fallback={"\u00a0"}>
            {(data) => about(data())}
          </Show>
        </div>
      </div>
    </A>
  );
}
