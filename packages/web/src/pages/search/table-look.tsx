import { useQuery } from "@tanstack/solid-query";
import { Match, Show, Switch } from "solid-js";
import { createDebounced } from "../../data/debounce.ts";
import { plural } from "../../data/format.ts";
import { loaded } from "../../data/loaded.ts";
import { queries } from "../../data/queries.ts";
import type { Hit, Table } from "../../data/types.ts";
import { Button } from "../../ui/button.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { ColumnLooks } from "./column-looks.tsx";
import { FirstRows } from "./first-rows.tsx";

/** Rows are read, and reading noted, for what somebody stays on: not for all that the arrow keys pass. */
const REST_MS = 300;
const ROWS = 8;
const COLUMNS = 6;

/** The picture of a table: its first rows, and how its columns are spread. */
export function TableLook(props: { hit: Hit }) {
  const mayRead = () => props.hit.privileges.includes("read");
  const ready = () => props.hit.state === "ready" && mayRead();
  const table = useQuery(() => ({ ...queries.table(props.hit.id), enabled: ready() }));
  const found = () => (loaded(table)?.id === props.hit.id ? loaded(table) : undefined);
  return (
    <Switch
      fallback={
        <Show when={found()} fallback={<Waiting />}>
          {(read) => <Look table={read()} />}
        </Show>
      }
    >
      <Match when={!mayRead()}>
        <p class="panel-section text-12 text-fg-2">Rows and columns are shown to whoever may read the table.</p>
      </Match>
      <Match when={props.hit.state === "importing"}>
        <p class="panel-section text-12 text-fg-2">It is being imported; its rows show when that is done.</p>
      </Match>
      <Match when={props.hit.state === "failed"}>
        <p class="panel-section text-12 text-fg-2">The import failed. Open it to see why and to try again.</p>
      </Match>
      <Match when={table.error}>
        <Failed what="The table did not load." onRetry={() => void table.refetch()} />
      </Match>
    </Switch>
  );
}

function Look(props: { table: Table }) {
  const names = () => props.table.columns.slice(0, COLUMNS).map(({ name }) => name);
  const rested = createDebounced(() => props.table.id, REST_MS);
  const rows = useQuery(() => ({
    ...queries.firstRows(props.table.id, props.table.version ?? 1, names(), ROWS),
    enabled: rested() === props.table.id && names().length > 0 && props.table.rows !== 0,
  }));
  return (
    <>
      <div class="panel-section">
        <h2>First rows</h2>
        <Switch fallback={<Skeleton height="168px" />}>
          <Match when={props.table.rows === 0}>
            <p class="text-12 text-fg-2">
              It has {plural(props.table.columns.length, "column")} and no rows. A new version brings some.
            </p>
          </Match>
          <Match when={rows.error}>
            <Failed what="The rows did not load." onRetry={() => void rows.refetch()} />
          </Match>
          <Match when={loaded(rows)}>
            {(read) => <FirstRows columns={props.table.columns.slice(0, COLUMNS)} rows={read().items} />}
          </Match>
        </Switch>
      </div>
      <ColumnLooks columns={props.table.columns} rows={props.table.rows ?? 0} />
    </>
  );
}

const Waiting = () => (
  <div class="panel-section flex flex-col gap-2" role="status" aria-label="Loading">
    <Skeleton width="72px" />
    <Skeleton height="168px" />
  </div>
);

const Failed = (props: { what: string; onRetry: () => void }) => (
  <p class="flex items-center gap-2 text-12 text-fg-2">
    {props.what}
    <Button size="sm" onClick={() => props.onRetry()}>
      Try again
    </Button>
  </p>
);
