import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { Show } from "solid-js";
import { bytes, count } from "../../data/format.ts";
import { formatWords } from "../../data/import-words.ts";
import { queries } from "../../data/queries.ts";
import { useSignedIn } from "../../data/session.ts";
import type { HistoryVersion, ImportFormat, Table } from "../../data/types.ts";
import { Banner } from "../../ui/banner.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { When } from "../../ui/when.tsx";
import { DownloadMenu } from "./download-menu.tsx";
import { VersionDiff } from "./version-diff.tsx";

/** One version: what it changed, where it came from, and its rows to open or to take away. */
export function VersionPanel(props: { table: Table | undefined; version: number; href: string }) {
  const detail = useQuery(() => ({
    ...queries.version(props.table?.id ?? "", props.version),
    enabled: props.table !== undefined,
  }));
  return (
    <aside class="panel right below" aria-label={`Version ${props.version}`}>
      <div class="panel-head">
        Version {props.version}
        <span class="ml-auto flex gap-1">
          <A class="btn sm" href={props.href}>
            Open
          </A>
          <Show when={props.table}>
            {(table) => (
              <DownloadMenu
                table={table()}
                version={props.version}
                columns={detail.data?.columns.map((column) => column.name) ?? []}
                older={props.version !== table().version}
                mayTransfer={table().privileges.includes("transfer")}
                class="btn sm"
              />
            )}
          </Show>
        </span>
      </div>
      <div class="scroll">
        <Show
          when={!detail.error}
          fallback={
            <ErrorState error={detail.error} what="This version did not load" onRetry={() => void detail.refetch()} />
          }
        >
          <Show
            when={detail.data?.version === props.version && detail.data}
            fallback={
              <div class="panel-section flex flex-col gap-3">
                <Skeleton width="60%" />
                <Skeleton />
                <Skeleton width="80%" />
              </div>
            }
          >
            {(version) => (
              <>
                <VersionDiff diff={version().diff} rows={version().rows} columns={version().columns} />
                <Origin version={version()} />
              </>
            )}
          </Show>
        </Show>
      </div>
    </aside>
  );
}

function Origin(props: { version: HistoryVersion }) {
  const signedIn = useSignedIn();
  const version = () => props.version;
  return (
    <div class="panel-section border-0!">
      <h2>Where it came from</h2>
      <dl class="kv">
        <Show when={version().source}>
          {(source) => (
            <>
              <dt>File</dt>
              <dd>
                <A class="link" href={`/files/${source().fileId}`}>
                  {source().name}
                </A>
              </dd>
            </>
          )}
        </Show>
        <Show when={signedIn && version().runId}>
          {(run) => (
            <>
              <dt>Run</dt>
              <dd>
                <A class="link" href={`/runs/${run()}`}>
                  How it was imported
                </A>
              </dd>
            </>
          )}
        </Show>
        <Show when={version().createdBy}>
          {(person) => (
            <>
              <dt>By</dt>
              <dd>{person().name}</dd>
            </>
          )}
        </Show>
        <dt>Made</dt>
        <dd>
          <When at={version().createdAt} />
        </dd>
        <Show when={version().report}>
          {(report) => (
            <>
              <dt>Format</dt>
              <dd>{formatWords[report().format as ImportFormat] ?? report().format}</dd>
            </>
          )}
        </Show>
        <dt>Stored</dt>
        <dd>{bytes(version().bytes)} Parquet</dd>
      </dl>
      <Show when={version().report?.rejected}>
        {(rejected) => (
          <div class="mt-3">
            <Banner tone="warn">{count(rejected())} rows of the file were left out.</Banner>
          </div>
        )}
      </Show>
    </div>
  );
}
