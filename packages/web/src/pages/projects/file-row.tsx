import { A, useNavigate } from "@solidjs/router";
import { type JSX, Show } from "solid-js";
import { downloadFile, downloadTable } from "../../data/download.ts";
import { formatName, isTabular } from "../../data/files.ts";
import { bytes, count } from "../../data/format.ts";
import { setImportRequest } from "../../data/import-request.ts";
import { hrefOf, kindIcons, kindWords } from "../../data/kinds.ts";
import { useSignedIn } from "../../data/session.ts";
import type { Item } from "../../data/types.ts";
import { Icon } from "../../ui/icon.tsx";
import { Menu, type MenuEntry } from "../../ui/menu.tsx";
import { State } from "../../ui/state.tsx";
import { When } from "../../ui/when.tsx";

type Props = { item: Item; row: JSX.HTMLAttributes<HTMLTableRowElement>; onTrash: () => void; onMove: () => void };

export function FileRow(props: Props) {
  const navigate = useNavigate();
  const signedIn = useSignedIn();
  const item = () => props.item;
  const href = () => hrefOf(item()) ?? "/";
  const entries = (): MenuEntry[] => {
    const entity = item();
    if (entity.kind === "project") return [{ label: "Open", icon: "enter", run: () => navigate(href()) }];
    const open: MenuEntry = { label: "Open", icon: "enter", run: () => navigate(href()) };
    const downloads = downloadsOf(entity);
    if (!signedIn) return entity.privileges.includes("transfer") ? [open, ...downloads] : [open];
    const imports: MenuEntry[] =
      entity.kind === "file" && isTabular(entity.name)
        ? [{ label: "Import as table…", icon: "table", run: () => setImportRequest({ file: entity }) }]
        : [];
    return [
      open,
      ...downloads,
      ...imports,
      "line",
      {
        ...{ label: "Move to…", icon: "folder", run: props.onMove },
        disabled: !entity.privileges.includes("remove"),
      },
      {
        ...{ label: "Move to trash", icon: "trash", keys: "⌫", danger: true, run: props.onTrash },
        disabled: !entity.privileges.includes("remove"),
      },
    ];
  };
  return (
    <tr {...props.row}>
      <td class="w-2/5 max-w-0">
        <A class="name" href={href()}>
          <Icon name={kindIcons[item().kind]} />
          <span class="truncate">{item().name}</span>
        </A>
      </td>
      <td class="text-fg-2">
        <Holds item={item()} />
      </td>
      <td class="mid num text-fg-2">{item().bytes == null ? "—" : bytes(item().bytes ?? 0)}</td>
      <td class="far text-fg-2">{item().createdBy.name}</td>
      <td class="num relative text-fg-3">
        <When at={item().updatedAt} />
        <span class="row-actions over">
          <Menu label={`Actions for ${item().name}`} entries={entries()}>
            <Icon name="more" size="s" />
          </Menu>
        </span>
      </td>
    </tr>
  );
}

function downloadsOf({ kind, id }: Item): MenuEntry[] {
  if (kind === "file") return [{ label: "Download", icon: "download", run: () => void downloadFile(id) }];
  if (kind === "table") return [{ label: "Download as Parquet", icon: "download", run: () => void downloadTable(id) }];
  return [];
}

function Holds(props: { item: Item }) {
  const item = () => props.item;
  const table = () => {
    const entity = item();
    return entity.kind === "table" ? entity : undefined;
  };
  const file = () => {
    const entity = item();
    return entity.kind === "file" ? entity : undefined;
  };
  return (
    <>
      <Show when={!file() && !table()}>{kindWords[item().kind]}</Show>
      <Show when={file()}>{(entity) => formatName(entity().name, entity().contentType)}</Show>
      <Show when={table()}>
        {(entity) => (
          <Show
            when={entity().state === "ready"}
            fallback={
              <State tone={entity().state === "failed" ? "bad" : "run"}>
                {entity().state === "failed" ? "Import failed" : "Importing"}
              </State>
            }
          >
            {count(entity().rows ?? 0)} rows
          </Show>
        )}
      </Show>
    </>
  );
}
