import { useQuery } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { client } from "../../data/client.ts";
import { follow } from "../../data/download.ts";
import { bytes } from "../../data/format.ts";
import { loaded } from "../../data/loaded.ts";
import { type NotebookEntity, notebooksAPI } from "../../data/notebook/api.ts";
import { queries } from "../../data/queries.ts";
import { complain, toast } from "../../data/toast.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Menu, type MenuEntry } from "../../ui/menu.tsx";
import { When } from "../../ui/when.tsx";

/** Every content it has had; an earlier one can be looked at elsewhere, or taken again. */
export function Versions(props: { notebook: NotebookEntity }) {
  const versions = useQuery(() => queries.notebookVersions(props.notebook.id));
  const entries = (version: number): MenuEntry[] => [
    {
      ...{ label: "Download", icon: "download" },
      run: () =>
        void notebooksAPI
          .content(props.notebook.id, version)
          .then(({ url }) => follow(url))
          .catch(complain("The download did not start")),
    },
    {
      ...{ label: "Take it again", icon: "undo", help: "as the newest" },
      disabled: version === props.notebook.version || !props.notebook.privileges.includes("edit"),
      run: () =>
        void notebooksAPI
          .restoreVersion(props.notebook.id, version)
          .then(() => client.invalidateQueries({ queryKey: ["notebook", props.notebook.id] }))
          .then(() => toast(`Version ${version} is the newest again`, { tone: "ok" }))
          .catch(complain(`Version ${version} was not taken again`)),
    },
  ];
  return (
    <Show
      when={!versions.error}
      fallback={
        <ErrorState error={versions.error} what="The versions did not load" onRetry={() => void versions.refetch()} />
      }
    >
      <ul class="flex flex-col gap-1 p-3">
        <For each={loaded(versions)?.items}>
          {(version) => (
            <li class="flex items-center gap-2 text-12">
              <span class="font-semibold">v{version.version}</span>
              <span class="min-w-0 grow truncate text-fg-2">
                {version.createdBy.name} · {bytes(version.bytes)}
                <Show when={version.restoredFrom}>{(from) => <> · again v{from()}</>}</Show>
              </span>
              <span class="shrink-0 text-11 text-fg-3">
                <When at={version.createdAt} />
              </span>
              <Menu label={`Actions for version ${version.version}`} entries={entries(version.version)}>
                <Icon name="more" size="s" />
              </Menu>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
