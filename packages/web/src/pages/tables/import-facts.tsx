import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import { bytes, count, plural } from "../../data/format.ts";
import { delimiterWord, encodingWord, formatWords } from "../../data/import-words.ts";
import { useSignedIn } from "../../data/session.ts";
import type { ImportFormat, Table } from "../../data/types.ts";
import { Banner } from "../../ui/banner.tsx";
import { When } from "../../ui/when.tsx";

/** Where the table came from, what the importer decided and what it left out. */
export function ImportFacts(props: { table: Table }) {
  const signedIn = useSignedIn();
  const report = () => props.table.report;
  const latest = () => Math.max(...props.table.versions.map((version) => version.version));
  return (
    <>
      <div class="panel-section">
        <dl class="kv">
          <Show when={props.table.source}>
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
          <Show when={report()}>
            {(data) => (
              <>
                <dt>Format</dt>
                <dd>
                  {formatWords[data().format as ImportFormat] ?? data().format}, {encodingWord(data().encoding)}
                </dd>
                <Show when={data().delimiter}>
                  {(sign) => (
                    <>
                      <dt>Separator</dt>
                      <dd>{delimiterWord(sign())}</dd>
                    </>
                  )}
                </Show>
                <dt>Rows</dt>
                <dd>{count(data().rows)}</dd>
              </>
            )}
          </Show>
          <dt>Stored</dt>
          <dd>{props.table.bytes === null ? "—" : `${bytes(props.table.bytes)} Parquet`}</dd>
        </dl>
      </div>
      <Show when={report()?.rejected}>
        {(rejected) => (
          <div class="panel-section">
            <Banner tone="warn" title={`${plural(rejected(), "row")} left out`}>
              <span class="text-fg-2">They did not fit the rest of the file.</span>
            </Banner>
            <ul class="mt-2">
              <For each={report()?.rejectedRows.slice(0, 100)}>
                {(row) => (
                  <li class="border-b border-line-soft py-1.5 text-12">
                    <div class="flex gap-2">
                      <span class="text-fg-3 tabular-nums">line {count(row.line)}</span>
                      <span>{row.reason}</span>
                    </div>
                    <code class="block truncate text-fg-2" title={row.text}>
                      {row.text}
                    </code>
                  </li>
                )}
              </For>
            </ul>
          </div>
        )}
      </Show>
      <Show when={(report()?.decisions.length ?? 0) > 0}>
        <div class="panel-section">
          <h2>Decisions</h2>
          <ul>
            <For each={report()?.decisions}>
              {(decision) => (
                <li class="py-1 text-12">
                  <span class="font-medium">{decision.column}</span> <span class="badge">{decision.type}</span>
                  <p class="text-fg-2">{decision.reason}</p>
                </li>
              )}
            </For>
          </ul>
        </div>
      </Show>
      <div class="panel-section border-0!">
        <h2>
          Versions
          <A class="link ml-auto" href={`/tables/${props.table.id}/versions`}>
            History
          </A>
        </h2>
        <ul>
          <For each={[...props.table.versions].reverse()}>
            {(version) => (
              <li class="flex h-7 items-center gap-2 text-12">
                <A
                  class="badge line"
                  href={`/tables/${props.table.id}${version.version === latest() ? "" : `?version=${version.version}`}`}
                >
                  v{version.version}
                </A>
                <span class="tabular-nums">{plural(version.rows, "row")}</span>
                <span class="ml-auto text-fg-3">
                  <When at={version.createdAt} />
                </span>
                <Show when={signedIn && version.runId}>
                  {(run) => (
                    <A class="link" href={`/runs/${run()}`}>
                      Run
                    </A>
                  )}
                </Show>
              </li>
            )}
          </For>
        </ul>
      </div>
    </>
  );
}
