import { keepPreviousData, useQuery } from "@tanstack/solid-query";
import { createSignal } from "solid-js";
import { createDebounced } from "../../data/debounce.ts";
import { count } from "../../data/format.ts";
import { typeIcons } from "../../data/kinds.ts";
import { loaded } from "../../data/loaded.ts";
import { queries } from "../../data/queries.ts";
import type { RowSource } from "../../data/rows/source.ts";
import { useSignedIn } from "../../data/session.ts";
import type { Column, Table, Where } from "../../data/types.ts";
import { Icon } from "../../ui/icon.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { AboutTable } from "./about-table.tsx";
import { ColumnFacts } from "./column-facts.tsx";
import { ImportFacts } from "./import-facts.tsx";
import { TableModels } from "./models.tsx";
import { RowFacts } from "./row-facts.tsx";

type Props = {
  table: Table;
  column: Column;
  columns: Column[];
  row: number;
  source: RowSource | undefined;
  tick: number;
  where: Where | undefined;
  onFilter: (column: string) => void;
};

/** Arrows that run through the columns ask for the one they end at. */
const REST_MS = 200;

export function RightPanel(props: Props) {
  const [tab, setTab] = createSignal("column");
  const signedIn = useSignedIn();
  const comments = useQuery(() => ({ ...queries.unreadComments(props.table.id), enabled: signedIn }));
  const unreadComments = () => {
    const unread = loaded(comments)?.unread ?? 0;
    return unread > 0 ? count(unread) : undefined;
  };
  const asked = createDebounced(() => ({ column: props.column.name, where: props.where }), REST_MS);
  const statistics = useQuery(() => ({
    ...queries.statistics(
      props.table.id,
      props.table.version ?? 1,
      asked().column,
      asked().where ? JSON.stringify(asked().where) : "",
    ),
    enabled: asked().where !== undefined && tab() === "column",
    placeholderData: keepPreviousData,
  }));
  /** Of the rows that are left; those of another column would be worse than none. */
  const filtered = () => {
    const found = props.where ? statistics.data : undefined;
    return found?.column.name === props.column.name ? found : undefined;
  };
  const type = () => {
    const { type: name, precision, scale } = props.column;
    return name === "decimal" && precision ? `decimal(${precision}, ${scale ?? 0})` : name;
  };
  return (
    <aside class="panel right drawer" aria-label={`Details of ${props.column.name}`}>
      <div class="panel-head">
        <Icon name={typeIcons[props.column.type]} size="s" />
        <span class="truncate">{props.column.name}</span>
        <span class="badge">{type()}</span>
        <span class="ml-auto">
          <IconButton
            icon="filter"
            size="sm"
            label={`Filter ${props.column.name}`}
            onClick={() => props.onFilter(props.column.name)}
          />
        </span>
      </div>
      <Tabs
        label="Details"
        value={tab()}
        onChange={setTab}
        tabs={[
          {
            value: "column",
            label: "Column",
            content: () => (
              <ColumnFacts
                column={props.column}
                rows={props.table.rows ?? 0}
                report={props.table.report}
                isFiltered={props.where !== undefined}
                filtered={filtered()}
                error={statistics.error}
              />
            ),
          },
          { value: "row", label: "Row", content: () => <RowFacts {...props} /> },
          {
            value: "import",
            label: "Import",
            count: props.table.report?.rejected ? count(props.table.report.rejected) : undefined,
            content: () => <ImportFacts table={props.table} />,
          },
          { value: "models", label: "Models", content: () => <TableModels table={props.table} /> },
          {
            value: "about",
            label: "About",
            count: unreadComments(),
            content: () => <AboutTable table={props.table} />,
          },
        ]}
      />
    </aside>
  );
}
