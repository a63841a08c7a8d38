import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createEffect, on, Show } from "solid-js";
import { client } from "../../data/client.ts";
import { percent } from "../../data/format.ts";
import { setImportRequest } from "../../data/import-request.ts";
import { isActive } from "../../data/poll.ts";
import { queries } from "../../data/queries.ts";
import { useSignedIn } from "../../data/session.ts";
import { toast } from "../../data/toast.ts";
import type { Table } from "../../data/types.ts";
import { PageTop } from "../../shell/top.tsx";
import { Button } from "../../ui/button.tsx";
import { State } from "../../ui/state.tsx";
import { ShareButton } from "../share/share-button.tsx";
import { Star } from "../social/star.tsx";

/** The bar over a table and over its history: where it lies, which version shows, and the next one on its way. */
export function TableHead(props: { table: Table | undefined; version?: number | undefined; history?: boolean }) {
  const project = useQuery(() => ({
    ...queries.project(props.table?.projectId ?? ""),
    enabled: Boolean(props.table?.projectId),
  }));
  const home = () => `/projects/${props.table?.projectId ?? ""}`;
  const signedIn = useSignedIn();
  /** Who reads by a link is not told where it lies. */
  const isPlaced = () => (props.table ? props.table.projectId !== null : signedIn);
  const place = () => [
    { label: project.data?.name ?? "…", href: home(), icon: "folder" as const },
    { label: "Tables", href: `${home()}?kind=table` },
  ];
  const name = () => props.table?.name ?? "…";
  const add = () => {
    const { table } = props;
    if (table) setImportRequest({ table });
  };
  return (
    <PageTop
      title={props.history ? `Versions of ${name()}` : (props.table?.name ?? "Table")}
      crumbs={[
        ...(isPlaced() ? place() : []),
        { label: name(), icon: "table", ...(props.history ? { href: `/tables/${props.table?.id}` } : {}) },
        ...(props.history ? [{ label: "Versions" }] : []),
      ]}
      actions={
        <>
          <Show when={props.table?.privileges.includes("edit") && props.table.version !== null}>
            <Button icon="plus" class="max-[599px]:hidden" onClick={add}>
              New version…
            </Button>
          </Show>
          <Show when={props.table}>{(table) => <ShareButton entity={table()} path={`/tables/${table().id}`} />}</Show>
        </>
      }
    >
      <Show when={props.table}>{(table) => <Star id={table().id} name={table().name} />}</Show>
      <Show when={!props.history && (props.version ?? props.table?.version)}>
        {(version) => (
          <A class="badge line" href={`/tables/${props.table?.id}/versions`} title="History">
            v{version()}
          </A>
        )}
      </Show>
      <Show when={props.table?.version !== null && props.table}>{(table) => <NextVersion table={table()} />}</Show>
    </PageTop>
  );
}

/** An import into a table that has rows already: seen here, because the rows stay until it is done. */
function NextVersion(props: { table: Table }) {
  const signedIn = useSignedIn();
  const isRunning = () => signedIn && props.table.run !== null && isActive(props.table.run.state);
  const run = useQuery(() => ({ ...queries.run(props.table.run?.id ?? ""), enabled: isRunning() }));
  createEffect(
    on(
      () => [props.table.id, props.table.run?.id, props.table.run?.state] as const,
      ([id, runId, state], before) => {
        const wasRunning = before?.[0] === id && before[1] === runId && before[2] && isActive(before[2]);
        if (!wasRunning || !state || isActive(state)) return;
        void client.invalidateQueries({ queryKey: ["versions", id] });
        if (state === "succeeded") toast(`Version ${props.table.version} is ready`, { tone: "ok" });
        else
          toast("The new version was not imported", {
            tone: "bad",
            detail: `Version ${props.table.version} stays as it is. The run says why.`,
          });
      },
    ),
  );
  return (
    <Show when={isRunning() && props.table.run}>
      {(ref) => (
        <A class="plain" href={`/runs/${ref().id}`} title="Open the run">
          <State tone="run">
            Importing v{(props.table.version ?? 0) + 1}
            <Show when={run.data?.progress?.fraction}>{(fraction) => <> {percent(fraction())}</>}</Show>
          </State>
        </A>
      )}
    </Show>
  );
}
