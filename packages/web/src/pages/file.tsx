import { A, useNavigate, useParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createEffect, createMemo, For, Match, on, Show, Switch } from "solid-js";
import { api } from "../data/api.ts";
import { client } from "../data/client.ts";
import { downloadFile } from "../data/download.ts";
import { formatName, isNotebook, isTabular } from "../data/files.ts";
import { bytes, count, exact } from "../data/format.ts";
import { setImportRequest } from "../data/import-request.ts";
import { queries } from "../data/queries.ts";
import { forgetOpened, noteOpened } from "../data/recent.ts";
import { useSignedIn } from "../data/session.ts";
import { useShortcuts } from "../data/shortcuts.ts";
import { complain, toast } from "../data/toast.ts";
import type { FileEntity } from "../data/types.ts";
import { PageTop } from "../shell/top.tsx";
import { Avatar } from "../ui/avatar.tsx";
import { Button } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { Icon } from "../ui/icon.tsx";
import { State } from "../ui/state.tsx";
import { When } from "../ui/when.tsx";
import { AttributesPanel } from "./attributes/attributes.tsx";
import { Description } from "./attributes/details.tsx";
import { LineageSection } from "./lineage/lineage.tsx";
import { NotebookFile, NotebookFileActions } from "./notebooks/file-view.tsx";
import { AskAccess } from "./requests/ask-access.tsx";
import { ShareButton } from "./share/share-button.tsx";
import { Comments } from "./social/comments.tsx";
import { Star } from "./social/star.tsx";

export function FilePage() {
  const params = useParams<{ id: string }>();
  const file = useQuery(() => queries.file(params.id));
  return (
    <Switch>
      <Match when={file.error}>
        {(error) => <ErrorState error={error()} what="The file did not load" onRetry={() => void file.refetch()} />}
      </Match>
      <Match when={file.data && !file.data.privileges.includes("read") && file.data}>
        {(found) => (
          <>
            <PageTop crumbs={[{ label: found().name, icon: "file" }]} />
            <AskAccess entity={found()} />
          </>
        )}
      </Match>
      <Match when={file.data?.id} keyed>
        {(_) => <Loaded file={file.data as FileEntity} />}
      </Match>
    </Switch>
  );
}

function Loaded(props: { file: FileEntity }) {
  const navigate = useNavigate();
  const signedIn = useSignedIn();
  const project = useQuery(() => ({
    ...queries.project(props.file.projectId ?? ""),
    enabled: props.file.projectId !== null,
  }));
  const tables = useQuery(() => ({
    ...queries.tables({ projectId: props.file.projectId ?? "" }),
    enabled: props.file.projectId !== null && isTabular(props.file.name),
  }));
  const importIt = () => setImportRequest({ file: props.file });
  createEffect(
    on(
      () => props.file.name,
      () => signedIn && noteOpened(props.file),
    ),
  );
  const title = createMemo(() => formatName(props.file.name, props.file.contentType));

  const trash = () =>
    api.files
      .remove(props.file.id)
      .then(() => {
        forgetOpened(props.file.id);
        const { id, name, projectId } = props.file;
        const restore = () =>
          api.files
            .restore(id)
            .then(() => client.invalidateQueries({ queryKey: ["items", projectId] }))
            .then(() => navigate(`/files/${id}`))
            .catch(complain(`${name} was not restored`));
        toast(`${name} is in the trash`, { action: { label: "Undo", run: () => void restore() } });
        navigate(`/projects/${props.file.projectId}`);
        return client.invalidateQueries({ queryKey: ["items", props.file.projectId] });
      })
      .catch(complain(`${props.file.name} was not removed`));

  const mayDownload = () => signedIn || props.file.privileges.includes("transfer");
  useShortcuts([
    { keys: "d", label: "Download", group: "File", run: () => mayDownload() && void downloadFile(props.file.id) },
    ...(signedIn
      ? [{ keys: "i", label: "Import as table", group: "File", run: () => isTabular(props.file.name) && importIt() }]
      : []),
  ]);

  return (
    <div class="page">
      <PageTop
        crumbs={[
          ...(props.file.projectId === null
            ? []
            : [
                {
                  ...{ label: project.data?.name ?? "Project", icon: "folder" as const },
                  href: `/projects/${props.file.projectId}`,
                },
              ]),
          { label: props.file.name, icon: "file" },
        ]}
        actions={<ShareButton entity={props.file} path={`/files/${props.file.id}`} />}
      />
      <div class={`mx-auto px-6 py-8 max-[599px]:px-4 ${isNotebook(props.file.name) ? "max-w-[1000px]" : "max-w-3xl"}`}>
        <div class="flex flex-wrap items-center gap-3">
          <span class="file-mark">
            <Icon name={iconOf(props.file.name)} size="l" />
          </span>
          <div class="min-w-48 flex-1">
            <h1 class="truncate" title={props.file.name}>
              {props.file.name}
            </h1>
            <p class="text-12 text-fg-2 tabular-nums">
              {title()} · <span title={`${count(props.file.bytes)} bytes`}>{bytes(props.file.bytes)}</span>
            </p>
          </div>
          <span class="ml-auto flex items-center gap-2">
            <Star id={props.file.id} name={props.file.name} />
            <Show when={mayDownload()}>
              <Button icon="download" onClick={() => void downloadFile(props.file.id)}>
                Download
              </Button>
            </Show>
            <Show when={isNotebook(props.file.name)}>
              <NotebookFileActions file={props.file} />
            </Show>
            <Show when={signedIn && isTabular(props.file.name)}>
              <Button tone="primary" icon="table" onClick={importIt}>
                Import as table
              </Button>
            </Show>
          </span>
        </div>
        <Show when={isNotebook(props.file.name) && mayDownload()}>
          <section class="nb-in-file" aria-label="What the notebook holds">
            <NotebookFile file={props.file} />
          </section>
        </Show>
        <section class="card mt-6">
          <header>
            <h2>Details</h2>
          </header>
          <dl class="kv p-4">
            <dt>Uploaded by</dt>
            <dd class="flex items-center gap-2">
              <Avatar name={props.file.createdBy.name} />
              {props.file.createdBy.name}
            </dd>
            <dt>Uploaded</dt>
            <dd>{exact(props.file.createdAt)}</dd>
            <dt>Type</dt>
            <dd>{props.file.contentType || "unknown"}</dd>
            <dt>Size</dt>
            <dd>{count(props.file.bytes)} bytes</dd>
            <Show when={props.file.sha256}>
              {(hash) => (
                <>
                  <dt>SHA-256</dt>
                  <dd>
                    <code class="block truncate" title={hash().value}>
                      {hash().value}
                    </code>
                    <State tone={hash().state === "verified" ? "ok" : "wait"}>
                      {hash().state === "verified"
                        ? "Verified by reading the stored bytes"
                        : "As declared by the uploader"}
                    </State>
                  </dd>
                </>
              )}
            </Show>
            <dt>Id</dt>
            <dd class="flex items-center gap-2">
              <code>{props.file.id}</code>
            </dd>
          </dl>
        </section>
        <Show when={(tables.data?.items.length ?? 0) > 0}>
          <section class="card mt-4">
            <header>
              <h2>Tables in this project</h2>
            </header>
            <ul class="p-2">
              <For each={tables.data?.items.slice(0, 8)}>
                {(table) => (
                  <li>
                    <A class="menu-item plain" href={`/tables/${table.id}`}>
                      <Icon name="table" size="s" />
                      <span class="truncate">{table.name}</span>
                      <span class="end text-11 text-fg-3">
                        <When at={table.updatedAt} />
                      </span>
                    </A>
                  </li>
                )}
              </For>
            </ul>
          </section>
        </Show>
        <Show when={props.file.privileges.includes("read")}>
          <section class="card mt-4 p-4">
            <Description entity={props.file} />
          </section>
          <section class="card mt-4 p-4 empty:hidden">
            <AttributesPanel entity={props.file} />
          </section>
        </Show>
        <Show when={signedIn && props.file.privileges.includes("read")}>
          <div class="card mt-4 p-4 empty:hidden">
            <LineageSection id={props.file.id} />
          </div>
          <section class="card mt-4">
            <header>
              <h2>Comments</h2>
            </header>
            <div class="p-4">
              <Comments entity={props.file} />
            </div>
          </section>
        </Show>
        <div class="mt-6 flex gap-2">
          <CopyButton text={props.file.id} label="Copy id" />
          <Show when={props.file.privileges.includes("remove")}>
            <Button tone="dangerLine" icon="trash" onClick={() => void trash()}>
              Move to trash
            </Button>
          </Show>
        </div>
      </div>
    </div>
  );
}

const iconOf = (name: string) => (isNotebook(name) ? "notebook" : isTabular(name) ? "table" : "file");
