import { useNavigate, useParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createEffect, type JSX, Match, on, Show, Switch } from "solid-js";
import { count } from "../../data/format.ts";
import { createNotebook } from "../../data/notebook/write.ts";
import { setNewProjectIn, setNewProjectOpen } from "../../data/palette.ts";
import { isActive } from "../../data/poll.ts";
import { queries } from "../../data/queries.ts";
import { noteOpened } from "../../data/recent.ts";
import { createScript } from "../../data/scripts.ts";
import { useSignedIn } from "../../data/session.ts";
import { useShortcuts } from "../../data/shortcuts.ts";
import { complain } from "../../data/toast.ts";
import type { Project } from "../../data/types.ts";
import { filesOfInput } from "../../data/upload/drop.ts";
import { findInterrupted } from "../../data/upload/index.ts";
import { choose, take, useTarget } from "../../data/upload/target.ts";
import { visibilityIcons, visibilityWord } from "../../data/visibility.ts";
import { PageTop } from "../../shell/top.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Menu } from "../../ui/menu.tsx";
import { ProjectMark } from "../../ui/project-mark.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { TabLinks } from "../../ui/tab-links.tsx";
import { AskAccess } from "../requests/ask-access.tsx";
import { ShareButton } from "../share/share-button.tsx";
import { Star } from "../social/star.tsx";
import { About } from "./about.tsx";
import { ProjectContext } from "./context.ts";

export function ProjectPage(props: { children?: JSX.Element }) {
  const params = useParams<{ id: string }>();
  const project = useQuery(() => queries.project(params.id));
  return (
    <Switch>
      <Match when={project.error}>
        {(error) => (
          <ErrorState error={error()} what="The project did not load" onRetry={() => void project.refetch()} />
        )}
      </Match>
      <Match when={project.data?.id} keyed>
        {(_) => <Loaded project={project.data as Project}>{props.children}</Loaded>}
      </Match>
      <Match when={true}>
        <div class="page-head flex items-center gap-2.5">
          <Skeleton width="32px" height="32px" />
          <Skeleton width="220px" height="18px" />
        </div>
      </Match>
    </Switch>
  );
}

function Loaded(props: { project: Project; children?: JSX.Element }) {
  const navigate = useNavigate();
  const signedIn = useSignedIn();
  const runs = useQuery(() => ({ ...queries.runs({ projectId: props.project.id }), enabled: signedIn }));
  const may = (privilege: Project["privileges"][number]) => props.project.privileges.includes(privilege);
  // Who only finds the project is not told who is in it.
  const grants = useQuery(() => ({ ...queries.grants(props.project.id), enabled: signedIn && may("read") }));
  const active = () => (runs.data?.items ?? []).filter((run) => isActive(run.state)).length;
  const path = () => `/projects/${props.project.id}`;
  const forMembers = () => [
    { href: `${path()}/runs`, label: "Runs", count: active() ? `${active()} running` : undefined },
    {
      href: `${path()}/members`,
      label: "Members",
      count: grants.data ? count(grants.data.items.length) : undefined,
    },
    { href: `${path()}/activity`, label: "Activity" },
    { href: `${path()}/settings`, label: "Settings" },
  ];

  createEffect(
    on(
      () => props.project.name,
      () => signedIn && noteOpened(props.project),
    ),
  );
  if (may("create")) {
    useTarget(props.project);
    findInterrupted(props.project.id, props.project.name).catch(complain("Interrupted uploads could not be listed"));
  }
  const pick = async (folder: boolean) => {
    const list = await choose({ folder });
    if (list) take(filesOfInput(list));
  };
  const newScript = () =>
    createScript(props.project.id)
      .then(({ id }) => navigate(`/scripts/${id}`))
      .catch(complain("The script was not made"));
  const newNotebook = () =>
    createNotebook(props.project.id)
      .then(({ id }) => navigate(`/notebooks/${id}`))
      .catch(complain("The notebook was not made"));
  if (signedIn) useShortcuts([{ keys: "u", label: "Upload", group: "Project", run: () => void pick(false) }]);

  return (
    <ProjectContext.Provider value={() => props.project}>
      <PageTop
        crumbs={[
          ...(signedIn ? [{ label: "Projects", href: "/projects", icon: "folder" as const }] : []),
          ...props.project.ancestors.map(({ id, name }) => ({ label: name, href: `/projects/${id}` })),
          { label: props.project.name },
        ]}
        actions={
          <ShareButton
            entity={props.project}
            visibility={props.project.visibility}
            path={props.project.path ?? path()}
          />
        }
      />
      <div class="split">
        <div class="flex min-w-0 grow flex-col">
          <header class="page-head">
            <div class="flex items-center gap-2.5 max-[599px]:flex-wrap">
              <ProjectMark id={props.project.id} large />
              <div class="min-w-0 flex-1 max-[599px]:basis-48">
                <div class="flex items-center gap-2">
                  <h1 class="truncate">{props.project.name}</h1>
                  <span class="badge line">
                    <Icon name={visibilityIcons[props.project.visibility]} size="xs" />
                    {visibilityWord(props.project.visibility)}
                  </span>
                  <Star id={props.project.id} name={props.project.name} />
                </div>
                <p class="truncate text-12 text-fg-2">{props.project.description || "No description"}</p>
              </div>
              <Show when={may("create")}>
                <span class="ml-auto flex gap-px">
                  <Button
                    icon="plus"
                    class="mr-2"
                    onClick={() => {
                      setNewProjectIn({ id: props.project.id, name: props.project.name });
                      setNewProjectOpen(true);
                    }}
                  >
                    New project in it
                  </Button>
                  <Button tone="primary" icon="upload" class="rounded-r-none!" onClick={() => void pick(false)}>
                    Upload
                  </Button>
                  <Menu
                    label="More to add"
                    class="btn pri icon ml-px rounded-l-none! w-6!"
                    entries={[
                      { label: "Upload files", icon: "file", keys: "U", run: () => void pick(false) },
                      { label: "Upload a folder", icon: "folder", run: () => void pick(true) },
                      "line",
                      { label: "New script", icon: "code", run: () => void newScript() },
                      { label: "New notebook", icon: "notebook", run: () => void newNotebook() },
                    ]}
                  >
                    <Icon name="chevronDown" size="xs" />
                  </Menu>
                </span>
              </Show>
            </div>
            <div class={`-mx-6 mt-2.5 ${may("read") ? "" : "hidden"}`}>
              <TabLinks
                label="Project"
                links={[
                  { href: path(), label: "Files", count: count(props.project.items) },
                  { href: `${path()}/media`, label: "Media" },
                  { href: `${path()}/readme`, label: "Readme" },
                  ...(signedIn ? forMembers() : []),
                ]}
              />
            </div>
          </header>
          <div class="scroll min-h-0 grow">
            <Show when={may("read")} fallback={<AskAccess entity={props.project} />}>
              {props.children}
            </Show>
          </div>
        </div>
        <About project={props.project} grants={grants.data?.items} />
      </div>
    </ProjectContext.Provider>
  );
}
