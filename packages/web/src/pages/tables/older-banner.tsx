import { A } from "@solidjs/router";
import { Show } from "solid-js";
import type { Table } from "../../data/types.ts";
import { Icon } from "../../ui/icon.tsx";
import { When } from "../../ui/when.tsx";

/** Over the rows of an older version, so that nobody takes them for today's. */
export function OlderBanner(props: { table: Table; version: number | undefined; at: string | undefined }) {
  return (
    <Show when={props.version}>
      {(version) => (
        <div class="older" role="status">
          <Icon name="clock" size="s" />
          <span class="min-w-0 truncate">
            <b class="font-semibold">Version {version()}</b> of {props.table.version}, read-only
            <Show when={props.at}>
              {(at) => (
                <>
                  {" "}
                  · imported <When at={at()} />
                </>
              )}
            </Show>
          </span>
          <span class="ml-auto flex shrink-0 items-center gap-3">
            <A class="link" href={`/tables/${props.table.id}/versions?v=${version()}`}>
              What changed
            </A>
            <A class="btn sm" href={`/tables/${props.table.id}`}>
              Back to v{props.table.version}
            </A>
          </span>
        </div>
      )}
    </Show>
  );
}
