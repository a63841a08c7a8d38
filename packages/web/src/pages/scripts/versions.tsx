import { useQuery } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { client } from "../../data/client.ts";
import { bytes } from "../../data/format.ts";
import { loaded } from "../../data/loaded.ts";
import { queries } from "../../data/queries.ts";
import { type Script, scriptsAPI } from "../../data/scripts.ts";
import { createSubmit } from "../../data/submit.ts";
import { complain, toast } from "../../data/toast.ts";
import { Button } from "../../ui/button.tsx";
import { When } from "../../ui/when.tsx";

/** Every source that was kept, newest first; an earlier one can be taken again. */
export function ScriptVersions(props: { script: Script; onRestored: () => void }) {
  const versions = useQuery(() => queries.scriptVersions(props.script.id));
  const { busy, submit } = createSubmit();
  const restore = (version: number) =>
    void submit(() =>
      scriptsAPI
        .restoreVersion(props.script.id, version)
        .then((next) => {
          client.setQueryData(["script", next.id], next);
          props.onRestored();
          toast(`Version ${version} is the newest again`);
          return client.invalidateQueries({ queryKey: ["script", next.id, "versions"] });
        })
        .catch(complain(`Version ${version} was not restored`)),
    );
  return (
    <div class="panel-section">
      <ol class="flex flex-col gap-1">
        <For each={loaded(versions)?.items}>
          {(item) => (
            <li class="flex min-h-8 items-center gap-2 text-12">
              <span class="font-medium tabular-nums">v{item.version}</span>
              <span class="min-w-0 grow truncate text-fg-2">
                {item.createdBy.name}, <When at={item.createdAt} />
                {item.restoredFrom === null ? "" : `, from v${item.restoredFrom}`}
              </span>
              <span class="text-fg-3 tabular-nums">{bytes(item.bytes)}</span>
              <Show when={item.version !== props.script.version && props.script.privileges.includes("edit")}>
                <Button
                  size="sm"
                  icon="undo"
                  busy={busy()}
                  aria-label={`Restore version ${item.version}`}
                  onClick={() => restore(item.version)}
                >
                  Restore
                </Button>
              </Show>
            </li>
          )}
        </For>
      </ol>
    </div>
  );
}
