import { downloadTable } from "../../data/download.ts";
import { type ExportFormat, exportFormats, exportRows } from "../../data/export.ts";
import type { View } from "../../data/rows/fetch.ts";
import { Icon } from "../../ui/icon.tsx";
import { Menu, type MenuEntry } from "../../ui/menu.tsx";

type Props = {
  table: { id: string; name: string };
  version: number;
  columns: string[];
  /** The version is not the newest, so the file's name says which it is. */
  older: boolean;
  /** What the grid shows, when that is less than everything or in another order. */
  view?: View | undefined;
  /** May have the stored file as it is. */
  mayTransfer: boolean;
  class?: string;
};

/** Every format, of all rows and, beside it, of those that are filtered, sorted and chosen. */
export function DownloadMenu(props: Props) {
  const title = () => (props.older ? `${props.table.name} v${props.version}` : props.table.name);
  const whole = (format: ExportFormat) => {
    // What is stored is Parquet already: no need to write it anew.
    if (format === "parquet" && props.mayTransfer) return void downloadTable(props.table.id, props.version);
    const { version, columns } = props;
    void exportRows({ tableId: props.table.id, version, columns, where: undefined, sort: "" }, format, title());
  };
  const entries = (): MenuEntry[] => {
    const { view } = props;
    const list = (run: (format: ExportFormat) => void) =>
      exportFormats.map(
        ({ format, label, help }): MenuEntry => ({ label, help, icon: "download", run: () => run(format) }),
      );
    const shown: MenuEntry[] = view
      ? [
          { caption: "What the grid shows" },
          ...list((format) => void exportRows(view, format, `${title()} view`)),
          "line",
        ]
      : [];
    return [...shown, { caption: "The whole table" }, ...list(whole)];
  };
  return (
    <Menu label="Download" entries={entries()} class={props.class ?? "btn"}>
      <Icon name="download" size="s" />
      Download
      <Icon name="chevronDown" size="xs" />
    </Menu>
  );
}
