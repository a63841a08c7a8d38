import { A, useParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { type Algorithm, algorithmsAPI } from "../../data/algorithms.ts";
import { client } from "../../data/client.ts";
import { plural } from "../../data/format.ts";
import { loaded } from "../../data/loaded.ts";
import { queries } from "../../data/queries.ts";
import { complain, toast } from "../../data/toast.ts";
import { PageTop } from "../../shell/top.tsx";
import { Button } from "../../ui/button.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { AlgorithmDialog } from "./algorithm-dialog.tsx";
import { LastRuns } from "./last-runs.tsx";
import { Triggers } from "./triggers.tsx";

/** What can be run over the media of a project, and the last runs of each. */
export function AlgorithmsPage() {
  const params = useParams<{ id: string }>();
  const found = useQuery(() => queries.algorithms(params.id));
  const project = useQuery(() => queries.project(params.id));
  const mayEdit = () => loaded(project)?.privileges.includes("edit") ?? false;
  const [editing, setEditing] = createSignal<{ algorithm?: Algorithm }>();
  const [removing, setRemoving] = createSignal<Algorithm>();
  const refresh = () => client.invalidateQueries({ queryKey: ["algorithms"] });
  const remove = (one: Algorithm) =>
    algorithmsAPI
      .remove(one.id)
      .then(refresh)
      .then(() =>
        toast(`${one.name} was taken away`, {
          detail: one.script ? "Its script and its runs stay." : "Its runs stay.",
        }),
      )
      .catch(complain(`${one.name} was not taken away`));
  return (
    <div class="page">
      <PageTop
        crumbs={[
          { label: loaded(project)?.name ?? "Project", href: `/projects/${params.id}`, icon: "folder" },
          { label: "Media", href: `/projects/${params.id}/media` },
          { label: "Algorithms" },
        ]}
        actions={
          <Show when={mayEdit()}>
            <Button icon="plus" onClick={() => setEditing({})}>
              Register an algorithm
            </Button>
          </Show>
        }
      />
      <header class="page-head pb-3">
        <h1>Algorithms</h1>
        <p class="text-fg-2">
          Scripts and images that look at media and leave annotations. They are run from the{" "}
          <A class="link" href={`/projects/${params.id}/media`}>
            media library
          </A>
          , over what is chosen there or all that is shown, and in the annotator.
        </p>
      </header>
      <Show
        when={!found.error}
        fallback={
          <ErrorState error={found.error} what="The algorithms did not load" onRetry={() => void found.refetch()} />
        }
      >
        <Show
          when={loaded(found)}
          fallback={
            <div class="p-6">
              <Skeleton width="60%" height="48px" />
            </div>
          }
        >
          <ul class="algorithms">
            <For
              each={loaded(found)?.items}
              fallback={
                <EmptyState icon="chip" title="No algorithm is registered here">
                  Write a script with <code>input: list&lt;media&gt; media</code> and{" "}
                  <code>output: file annotations</code> in its header, and register it. It is given files to read, and
                  leaves a line of JSON for each annotation. A container image of your own can be one, too.
                </EmptyState>
              }
            >
              {(one) => (
                <li class="border-b border-line-soft px-6 py-3">
                  <div class="flex items-center gap-2">
                    <Icon name="chip" size="s" />
                    <h2 class="truncate text-13 font-semibold">{one.name}</h2>
                    <For each={one.categories}>{(category) => <span class="badge line">{category}</span>}</For>
                    <span class="ml-auto flex items-center gap-1">
                      <Show when={mayEdit() && one.projectId === params.id}>
                        <IconButton
                          icon="edit"
                          label={`Change ${one.name}`}
                          size="sm"
                          onClick={() => setEditing({ algorithm: one })}
                        />
                        <IconButton
                          icon="trash"
                          label={`Take ${one.name} away`}
                          size="sm"
                          onClick={() => setRemoving(one)}
                        />
                      </Show>
                    </span>
                  </div>
                  <p class="text-12 text-fg-2">{one.description}</p>
                  <p class="text-12 text-fg-3">
                    <Show when={one.script} fallback={<Reference of={one.image?.reference ?? ""} />}>
                      {(script) => (
                        <A class="link" href={`/scripts/${script().id}`}>
                          {script().name || "Its script"}
                        </A>
                      )}
                    </Show>
                    {` · ${plural(one.batchSize, "file")} a job`}
                    <Show when={one.projectId !== params.id}>
                      {" · "}
                      <A class="link" href={`/projects/${one.projectId}/algorithms`}>
                        from the project around
                      </A>
                    </Show>
                  </p>
                  <Show when={one.problem}>{(problem) => <p class="text-12 text-bad">{problem()}</p>}</Show>
                  <LastRuns algorithm={one} />
                  <Triggers algorithm={one} mayEdit={mayEdit() && one.projectId === params.id} />
                </li>
              )}
            </For>
          </ul>
        </Show>
      </Show>
      <Show when={editing()}>
        {(what) => (
          <AlgorithmDialog
            projectId={params.id}
            algorithm={what().algorithm}
            onClose={() => setEditing(undefined)}
            onSaved={() => {
              setEditing(undefined);
              void refresh();
            }}
          />
        )}
      </Show>
      <Confirm
        open={removing() !== undefined}
        title={`Take ${removing()?.name ?? "it"} away?`}
        action="Take away"
        onClose={() => setRemoving(undefined)}
        onConfirm={() => {
          const one = removing();
          setRemoving(undefined);
          if (one) void remove(one);
        }}
      >
        {removing()?.script === null ? "Its runs" : "Its script, its runs"} and what they found stay.
      </Confirm>
    </div>
  );
}

const SHOWN_DIGITS = 12;

/** Of an image what tells it from others; all of it for who points at it. */
const Reference = (props: { of: string }) => (
  <code title={props.of}>{props.of.slice(0, props.of.indexOf("@sha256:") + "@sha256:".length + SHOWN_DIGITS)}…</code>
);
