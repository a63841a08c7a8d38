import { A, useNavigate, useParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { For, Match, Show, Switch } from "solid-js";
import { client } from "../../data/client.ts";
import { bytes, count, exact } from "../../data/format.ts";
import { loaded } from "../../data/loaded.ts";
import { METHODS, TASKS } from "../../data/model-words.ts";
import { type Model, modelsAPI } from "../../data/models.ts";
import { queries } from "../../data/queries.ts";
import { useSignedIn } from "../../data/session.ts";
import { complain, toast } from "../../data/toast.ts";
import { PageTop } from "../../shell/top.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Menu } from "../../ui/menu.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { AttributesPanel } from "../attributes/attributes.tsx";
import { Description } from "../attributes/details.tsx";
import { AskAccess } from "../requests/ask-access.tsx";
import { ShareButton } from "../share/share-button.tsx";
import { Comments } from "../social/comments.tsx";
import { Star } from "../social/star.tsx";
import { Apply } from "./apply.tsx";
import { MetricList } from "./metric-list.tsx";
import { Others } from "./others.tsx";
import { Plots } from "./plots.tsx";
import { Tries } from "./tries.tsx";
import { TryIt } from "./try-it.tsx";

export function ModelPage() {
  const params = useParams<{ id: string }>();
  const model = useQuery(() => queries.model(params.id));
  return (
    <div class="page">
      <Switch
        fallback={
          <div class="page-head">
            <Skeleton width="240px" height="18px" />
          </div>
        }
      >
        <Match when={model.error}>
          {(error) => <ErrorState error={error()} what="The model did not load" onRetry={() => void model.refetch()} />}
        </Match>
        <Match when={loaded(model)}>
          {(found) => (
            <Show when={found().privileges.includes("read")} fallback={<AskAccess entity={found()} />}>
              <Loaded model={found()} />
            </Show>
          )}
        </Match>
      </Switch>
    </div>
  );
}

function Loaded(props: { model: Model }) {
  const navigate = useNavigate();
  const signedIn = useSignedIn();
  const model = () => props.model;
  const project = useQuery(() => ({
    ...queries.project(model().projectId ?? ""),
    enabled: model().projectId !== null,
  }));
  const may = (privilege: Model["privileges"][number]) => model().privileges.includes(privilege);
  const download = () =>
    modelsAPI
      .download(model().id)
      .then(({ url }) => location.assign(url))
      .catch(complain("The model was not downloaded"));
  const trash = () => {
    const { id, name, projectId } = model();
    const restore = () =>
      modelsAPI
        .restore(id)
        .then(() => client.invalidateQueries({ queryKey: ["items", projectId] }))
        .then(() => navigate(`/models/${id}`))
        .catch(complain(`${name} was not restored`));
    modelsAPI
      .remove(id)
      .then(() => {
        toast(`${name} is in the trash`, { action: { label: "Undo", run: () => void restore() } });
        navigate(`/projects/${projectId}`);
        return client.invalidateQueries({ queryKey: ["items", projectId] });
      })
      .catch(complain(`${name} was not removed`));
  };

  return (
    <>
      <PageTop
        title={model().name}
        crumbs={[
          ...(model().projectId === null
            ? []
            : [
                {
                  ...{ label: loaded(project)?.name ?? "Project", icon: "folder" as const },
                  href: `/projects/${model().projectId}`,
                },
              ]),
          { label: model().name, icon: "chip" },
        ]}
        actions={<ShareButton entity={model()} path={`/models/${model().id}`} />}
      />
      <header class="page-head flex flex-wrap items-center gap-2.5">
        <Icon name="chip" />
        <h1 class="truncate">{model().name}</h1>
        <span class="badge line">{METHODS[model().method] ?? model().method}</span>
        <Star id={model().id} name={model().name} />
        <span class="ml-auto flex items-center gap-2">
          <Show when={may("transfer")}>
            <Button
              icon="download"
              title={`${bytes(model().onnx.bytes)}, SHA-256 ${model().onnx.sha256}`}
              onClick={download}
            >
              Download ONNX
            </Button>
          </Show>
          <Show when={may("remove")}>
            <Menu
              label="More for this model"
              class="btn icon"
              entries={[{ label: "Move to trash", icon: "trash", danger: true, run: trash }]}
            >
              <Icon name="more" size="s" />
            </Menu>
          </Show>
        </span>
      </header>
      <p class="px-6 text-fg-2 max-[599px]:px-4">
        Predicts <strong class="text-fg">{model().outcome.name}</strong>, {TASKS[model().task]}, from{" "}
        {count(model().features.length)} columns:{" "}
        {model()
          .features.map(({ name }) => name)
          .join(", ")}
        .
      </p>
      <div class="flex flex-col gap-5 px-6 py-5 max-[599px]:px-4">
        <section class="card" aria-label="Metrics">
          <header>
            <h2>Metrics</h2>
            <span class="ml-auto text-12 font-normal text-fg-2">
              of {count(model().sample.test)} rows it did not learn from
            </span>
          </header>
          <div class="p-4">
            <MetricList metrics={model().metrics} />
          </div>
        </section>
        <Plots plots={model().plots} />
        <Show when={model().tries.length > 0}>
          <Tries tries={model().tries} />
        </Show>
        <div class="grid grid-cols-2 items-start gap-5 max-[999px]:grid-cols-1">
          <Show when={signedIn}>
            <TryIt model={model()} />
            <Apply model={model()} />
          </Show>
          <Origin model={model()} />
          <Others model={model()} />
        </div>
        <Show when={signedIn}>
          <section class="card p-4" aria-label="About">
            <Description entity={model()} />
            <AttributesPanel entity={model()} />
            <h2 class="mt-4 mb-2">Comments</h2>
            <Comments entity={model()} />
          </section>
        </Show>
      </div>
    </>
  );
}

/** What it was made of, so that somebody can make it again. */
function Origin(props: { model: Model }) {
  const settings = () =>
    Object.entries({ ...props.model.settings, ...props.model.parameters }).filter(([, value]) =>
      ["string", "number", "boolean"].includes(typeof value),
    );
  return (
    <section class="card" aria-label="Origin">
      <header>
        <h2>Origin</h2>
      </header>
      <dl class="kv p-4">
        <dt>Table</dt>
        <dd>
          <Show when={props.model.table} fallback="Not to be seen any more">
            {(table) => (
              <A href={`/tables/${table().id}?version=${table().version}`}>
                {table().name}, version {table().version}
              </A>
            )}
          </Show>
        </dd>
        <dt>Run</dt>
        <dd>
          <A href={`/runs/${props.model.runId}`}>Training of {exact(props.model.createdAt)}</A>
        </dd>
        <dt>Rows</dt>
        <dd>
          {count(props.model.sample.train)} to learn, {count(props.model.sample.test)} for the test
        </dd>
        <dt>ONNX</dt>
        <dd>Answers differ by at most {props.model.difference.largest.toExponential(1)}</dd>
        <For each={settings()}>
          {([name, value]) => (
            <>
              <dt>{name}</dt>
              <dd class="mono">{String(value)}</dd>
            </>
          )}
        </For>
      </dl>
    </section>
  );
}
