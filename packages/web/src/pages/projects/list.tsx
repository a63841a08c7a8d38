import { A, useNavigate } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { count, plural } from "../../data/format.ts";
import { createListKeys } from "../../data/list-keys.ts";
import { setNewProjectOpen } from "../../data/palette.ts";
import { queries } from "../../data/queries.ts";
import { visibilityIcons, visibilityWord } from "../../data/visibility.ts";
import { PageTop } from "../../shell/top.tsx";
import { Avatar } from "../../ui/avatar.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Input } from "../../ui/input.tsx";
import { ProjectMark } from "../../ui/project-mark.tsx";
import { SkeletonRows } from "../../ui/skeleton.tsx";
import { When } from "../../ui/when.tsx";

export function ProjectsPage() {
  const navigate = useNavigate();
  const [text, setText] = createSignal("");
  const projects = useQuery(() => queries.projects({ sort: "name" }));
  const shown = () =>
    (projects.data?.items ?? []).filter((project) => project.name.toLowerCase().includes(text().trim().toLowerCase()));
  const keys = createListKeys({
    count: () => shown().length,
    open: (index) => shown()[index] && navigate(`/projects/${shown()[index]?.id}`),
  });

  return (
    <div class="page">
      <PageTop crumbs={[{ label: "Projects", icon: "folder" }]} />
      <div class="page-head flex items-center gap-2 pb-3">
        <h1>Projects</h1>
        <span class="ml-auto" />
        <Input
          icon="search"
          class="w-64!"
          aria-label="Find a project"
          placeholder="Find a project"
          value={text()}
          onText={setText}
        />
        <Button tone="primary" icon="plus" onClick={() => setNewProjectOpen(true)}>
          New project
        </Button>
      </div>
      <Show
        when={!projects.error}
        fallback={
          <ErrorState error={projects.error} what="The projects did not load" onRetry={() => void projects.refetch()} />
        }
      >
        <table class="list inset">
          <thead>
            <tr>
              <th>Name</th>
              <th class="mid">Who can see it</th>
              <th class="mid num">Items</th>
              <th class="far">Made by</th>
              <th class="num">Changed</th>
            </tr>
          </thead>
          <tbody>
            <Show when={projects.data} fallback={<SkeletonRows columns={5} />}>
              <For each={shown()}>
                {(project, index) => (
                  <tr {...keys.row(index())}>
                    <td class="w-1/2 max-w-0">
                      <A class="name" href={`/projects/${project.id}`}>
                        <ProjectMark id={project.id} />
                        <span class="truncate">
                          <Show when={project.ancestors.length > 0}>
                            <span class="font-normal text-fg-3">
                              {project.ancestors.map(({ name }) => name).join(" / ")} /{" "}
                            </span>
                          </Show>
                          {project.name}
                        </span>
                        <span class="truncate font-normal text-fg-3 max-[599px]:hidden">{project.description}</span>
                      </A>
                    </td>
                    <td class="mid">
                      <span class="flex items-center gap-1.5 text-fg-2">
                        <Icon name={visibilityIcons[project.visibility]} size="s" />
                        {visibilityWord(project.visibility)}
                      </span>
                    </td>
                    <td class="mid num text-fg-2" title={plural(project.items, "item")}>
                      {count(project.items)}
                    </td>
                    <td class="far">
                      <span class="flex items-center gap-2 text-fg-2">
                        <Avatar name={project.createdBy.name} />
                        {project.createdBy.name}
                      </span>
                    </td>
                    <td class="num text-fg-3">
                      <When at={project.updatedAt} />
                    </td>
                  </tr>
                )}
              </For>
            </Show>
          </tbody>
        </table>
        <Show when={projects.data && shown().length === 0}>
          <EmptyState
            icon="folder"
            title={text() ? `No project is called “${text()}”` : "No projects yet"}
            actions={
              <Button tone="primary" icon="plus" onClick={() => setNewProjectOpen(true)}>
                New project
              </Button>
            }
          >
            A project holds files and tables, and says who may see and change them.
          </EmptyState>
        </Show>
      </Show>
    </div>
  );
}
