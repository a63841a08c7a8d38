import { createSignal } from "solid-js";
import { count } from "../../data/format.ts";
import { typeIcons } from "../../data/kinds.ts";
import type { RowSource } from "../../data/rows/source.ts";
import type { Column, Table } from "../../data/types.ts";
import { Icon } from "../../ui/icon.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { ColumnFacts } from "./column-facts.tsx";
import { ImportFacts } from "./import-facts.tsx";
import { RowFacts } from "./row-facts.tsx";

type Props = {
  table: Table;
  column: Column;
  columns: Column[];
  row: number;
  source: RowSource | undefined;
  tick: number;
  onFilter: (column: string) => void;
};

export function RightPanel(props: Props) {
  const [tab, setTab] = createSignal("column");
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
              <ColumnFacts column={props.column} rows={props.table.rows ?? 0} report={props.table.report} />
            ),
          },
          { value: "row", label: "Row", content: () => <RowFacts {...props} /> },
          {
            value: "import",
            label: "Import",
            count: props.table.report?.rejected ? count(props.table.report.rejected) : undefined,
            content: () => <ImportFacts table={props.table} />,
          },
        ]}
      />
    </aside>
  );
}
