import { useNavigate, useParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createEffect, createSignal, Match, on, Show, Switch } from "solid-js";
import { client } from "../../data/client.ts";
import { follow } from "../../data/download.ts";
import { loaded } from "../../data/loaded.ts";
import { type NotebookEntity, notebooksAPI } from "../../data/notebook/api.ts";
import { replaceContent } from "../../data/notebook/write.ts";
import { queries } from "../../data/queries.ts";
import { forgetOpened, noteOpened } from "../../data/recent.ts";
import { useSignedIn } from "../../data/session.ts";
import { complain, toast } from "../../data/toast.ts";
import { choose } from "../../data/upload/target.ts";
import { PageTop } from "../../shell/top.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { AskAccess } from "../requests/ask-access.tsx";
import { ShareButton } from "../share/share-button.tsx";
import { Star } from "../social/star.tsx";
import { Content } from "./content.tsx";
import { ExportMenu } from "./export-menu.tsx";
import { NotebookPanel } from "./panel.tsx";

export function NotebookPage() {
  const params = useParams<{ id: string }>();
  const notebook = useQuery(() => queries.notebook(params.id));
  return (
    <Switch>
      <Match when={notebook.error}>
        {(error) => (
          <ErrorState error={error()} what="The notebook did not load" onRetry={() => void notebook.refetch()} />
        )}
      </Match>
      <Match when={notebook.data && !notebook.data.privileges.includes("read") && notebook.data}>
        {(found) => (
          <>
            <PageTop crumbs={[{ label: found().name, icon: "notebook" }]} />
            <AskAccess entity={found()} />
          </>
        )}
      </Match>
      <Match when={notebook.data?.id} keyed>
        {(_) => <Loaded notebook={notebook.data as NotebookEntity} />}
      </Match>
    </Switch>
  );
}

function Loaded(props: { notebook: NotebookEntity }) {
  const signedIn = useSignedIn();
  const project = useQuery(() => ({
    ...queries.project(props.notebook.projectId ?? ""),
    enabled: props.notebook.projectId !== null,
  }));
  const content = useQuery(() => queries.notebookContent(props.notebook.id, props.notebook.version));
  createEffect(
    on(
      () => props.notebook.name,
      () => signedIn && noteOpened(props.notebook),
    ),
  );
  const [replacing, setReplacing] = createSignal(false);
  const replace = async () => {
    const [file] = (await choose({ multiple: false })) ?? [];
    if (!file) return;
    setReplacing(true);
    await replaceContent(props.notebook, file)
      .then(({ version }) => toast(`It is version ${version} now`, { tone: "ok" }))
      .catch(complain(`${file.name} did not become a new version`))
      .finally(() => setReplacing(false));
  };
  const download = () =>
    void notebooksAPI
      .content(props.notebook.id)
      .then(({ url }) => follow(url))
      .catch(complain("The download did not start"));

  return (
    <div class="split">
      <PageTop
        crumbs={[
          ...(props.notebook.projectId === null
            ? []
            : [
                {
                  ...{ label: loaded(project)?.name ?? "Project", icon: "folder" as const },
                  href: `/projects/${props.notebook.projectId}`,
                },
              ]),
          { label: props.notebook.name, icon: "notebook" },
        ]}
        actions={<ShareButton entity={props.notebook} path={`/notebooks/${props.notebook.id}`} />}
      />
      <div class="flex min-w-0 grow flex-col">
        <header class="nb-bar">
          <h1 class="truncate text-13!" title={props.notebook.name}>
            {props.notebook.name}
          </h1>
          <span class="ml-auto flex flex-wrap items-center gap-2">
            <Star id={props.notebook.id} name={props.notebook.name} />
            <Show when={signedIn}>
              <ExportMenu what={{ notebook: props.notebook.id }} name={props.notebook.name} />
            </Show>
            <Button icon="download" onClick={download}>
              Download
            </Button>
            <Show when={props.notebook.privileges.includes("edit")}>
              <Button icon="upload" busy={replacing()} onClick={() => void replace()}>
                New version
              </Button>
            </Show>
            <Show when={props.notebook.privileges.includes("remove")}>
              <TrashButton notebook={props.notebook} />
            </Show>
          </span>
        </header>
        <div class="scroll min-h-0 grow">
          <Content query={content} />
        </div>
      </div>
      <NotebookPanel notebook={props.notebook} content={loaded(content) ?? undefined} />
    </div>
  );
}

function TrashButton(props: { notebook: NotebookEntity }) {
  const navigate = useNavigate();
  const trash = () => {
    const { id, name, projectId } = props.notebook;
    const refresh = () => client.invalidateQueries({ queryKey: ["items", projectId] });
    const restore = () =>
      void notebooksAPI
        .restore(id)
        .then(refresh)
        .then(() => navigate(`/notebooks/${id}`))
        .catch(complain(`${name} was not restored`));
    void notebooksAPI
      .remove(id)
      .then(() => {
        forgetOpened(id);
        toast(`${name} is in the trash`, { action: { label: "Undo", run: restore } });
        navigate(`/projects/${projectId}`);
        return refresh();
      })
      .catch(complain(`${name} was not removed`));
  };
  return (
    <Button tone="ghost" icon="trash" onClick={trash}>
      Trash
    </Button>
  );
}
