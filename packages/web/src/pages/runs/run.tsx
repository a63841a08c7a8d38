import { A, useParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createEffect, createSignal, type JSX, Match, on, Show, Switch } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { bytes, bytesOf, count, exact, percent } from "../../data/format.ts";
import { hrefOf, kindWords } from "../../data/kinds.ts";
import { useFollow } from "../../data/live.ts";
import { createNow } from "../../data/now.ts";
import { isActive } from "../../data/poll.ts";
import { queries } from "../../data/queries.ts";
import { continuesFrom, entitiesIn, plannedSteps, runTitle, stepName, stepWords, took } from "../../data/run-words.ts";
import { useShortcuts } from "../../data/shortcuts.ts";
import { complain } from "../../data/toast.ts";
import type { Run } from "../../data/types.ts";
import { PageTop } from "../../shell/top.tsx";
import { Avatar } from "../../ui/avatar.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Kbd } from "../../ui/kbd.tsx";
import { Progress } from "../../ui/progress.tsx";
import { RunStateWord } from "../../ui/run-state.tsx";
import { When } from "../../ui/when.tsx";
import { Batches } from "./batches.tsx";
import { LogViewer } from "./log-viewer.tsx";
import { Origin } from "./origin.tsx";
import { Outputs } from "./outputs.tsx";
import { RunPanel } from "./run-panel.tsx";
import { StepGraph } from "./step-graph.tsx";

export function RunPage() {
  const params = useParams<{ id: string }>();
  const run = useQuery(() => queries.run(params.id));
  return (
    <Switch>
      <Match when={run.error}>
        {(error) => <ErrorState error={error()} what="The run did not load" onRetry={() => void run.refetch()} />}
      </Match>
      <Match when={run.data?.id} keyed>
        {(_) => <Loaded run={run.data as Run} />}
      </Match>
    </Switch>
  );
}

function Loaded(props: { run: Run }) {
  const run = () => props.run;
  const active = () => isActive(run().state);
  useFollow(() => [run().projectId]);
  const now = createNow(active);
  const project = useQuery(() => ({ ...queries.project(run().projectId), enabled: Boolean(run().projectId) }));
  const [step, setStep] = createSignal<string>();
  const [busy, setBusy] = createSignal(false);
  const made = () => entitiesIn(run().outputs).find(({ kind }) => kind === "table" || kind === "model");
  const file = () => entitiesIn(run().inputs).find((entity) => entity.kind === "file");
  const codeAt = () => {
    const { function: called, error } = run();
    if (called.kind !== "script") return undefined;
    return `/scripts/${called.id}${error?.line === undefined ? "" : `?line=${error.line}`}`;
  };
  const kept = () => {
    const step = restart();
    const before = step === undefined ? "" : `, and so are the steps before “${stepName(step)}”`;
    if (codeAt())
      return "Nothing was made, and its inputs are as they were. Mend the code and run it again: it then takes the code as it is.";
    if (run().function.name === "import")
      return `The uploaded file is kept as it is${before}. Correct it or import it with other options, or start the run again when the cause is gone.`;
    return `Its inputs are as they were${before}. Run it with others, or again when the cause is gone.`;
  };
  const may = (privilege: Run["privileges"][number]) => run().privileges.includes(privilege);

  createEffect(
    on(active, (now, before) => {
      if (before !== true || now) return;
      void client.invalidateQueries({ queryKey: ["items"] });
      void client.invalidateQueries({ queryKey: ["runs"] });
      for (const { kind, id } of entitiesIn([run().outputs, run().inputs]))
        if (kind === "table") void client.invalidateQueries({ queryKey: ["table", id] });
    }),
  );

  const act = (call: (id: string) => Promise<Run>, failure: string) => () => {
    setBusy(true);
    call(run().id)
      .then((next) => client.setQueryData(["run", next.id], next))
      .then(() => client.invalidateQueries({ queryKey: ["run", run().id] }))
      .catch(complain(failure))
      .finally(() => setBusy(false));
  };
  const cancel = act(api.runs.cancel, "The run was not cancelled");
  const retry = act(api.runs.retry, "The run did not start again");
  const redrive = act(api.runs.redrive, "The run was not continued");
  const mayRetry = () => !active() && run().state !== "succeeded" && may("edit");
  const restart = () => (mayRetry() ? continuesFrom(run()) : undefined);

  useShortcuts([
    {
      keys: "r",
      label: "Continue or run again",
      group: "Run",
      run: () => mayRetry() && (restart() === undefined ? retry() : redrive()),
    },
    { keys: "x", label: "Cancel", group: "Run", run: () => active() && cancel() },
  ]);

  return (
    <div class="split">
      <PageTop
        title={runTitle(run())}
        crumbs={[
          { label: "Runs", href: "/runs", icon: "runs" },
          ...(project.data ? [{ label: project.data.name, href: `/projects/${project.data.id}` }] : []),
          { label: runTitle(run()) },
        ]}
      />
      <div class="flex min-w-0 grow flex-col">
        <header class="page-head flex items-center gap-2.5">
          <RunStateWord state={run().state} class="text-13! font-semibold!" />
          <h1 class="truncate">{runTitle(run())}</h1>
          <Show when={run().attempt > 1}>
            <span class="text-fg-3">attempt {run().attempt}</span>
          </Show>
          <Show when={run().redrives > 0}>
            <span class="text-fg-3">continued {run().redrives === 1 ? "once" : `${run().redrives} times`}</span>
          </Show>
          <span class="ml-auto flex gap-2">
            <Show when={active()}>
              <Button icon="stop" busy={busy()} onClick={cancel}>
                Cancel
              </Button>
            </Show>
            <Show when={run().state === "succeeded" && made()}>
              {(thing) => (
                <A class="btn pri" href={hrefOf(thing()) ?? ""}>
                  Open {kindWords[thing().kind].toLowerCase()}
                </A>
              )}
            </Show>
            <Show when={mayRetry()}>
              <Show
                when={restart()}
                fallback={
                  <Button tone="primary" icon="retry" busy={busy()} onClick={retry}>
                    Run again <Kbd>R</Kbd>
                  </Button>
                }
              >
                {(step) => (
                  <>
                    <Button icon="copy" busy={busy()} onClick={retry}>
                      Run again
                    </Button>
                    <Button tone="primary" icon="retry" busy={busy()} onClick={redrive}>
                      Continue from “{stepName(step())}” <Kbd>R</Kbd>
                    </Button>
                  </>
                )}
              </Show>
            </Show>
          </span>
        </header>
        <dl class="run-facts">
          <Fact name="Started by">
            <span class="flex items-center gap-1.5 font-medium">
              <Avatar name={run().requestedBy.name} />
              {run().requestedBy.name}
            </span>
          </Fact>
          <Fact name="Started">
            <When at={run().startedAt ?? run().queuedAt} />
          </Fact>
          <Fact name={active() ? "Running for" : "Took"}>
            <span title={run().endedAt ? exact(run().endedAt ?? "") : ""}>{took(run(), now()) || "—"}</span>
          </Fact>
          <Show when={run().progress?.rows}>{(rows) => <Fact name="Rows">{count(rows())}</Fact>}</Show>
          <Show when={run().progress?.totalBytes ?? run().progress?.bytes}>
            {(total) => (
              <Fact name="Read">{active() ? bytesOf(run().progress?.bytes ?? 0, total()) : bytes(total())}</Fact>
            )}
          </Show>
        </dl>
        <Show when={active()}>
          <div class="flex items-center gap-3 border-b border-line px-6 py-2 text-12">
            <Progress fraction={run().progress?.fraction ?? null} label="Progress" class="grow" />
            <span class="tabular-nums text-fg-2">
              {run().progress?.fraction == null ? "" : `${percent(run().progress?.fraction ?? 0)} · `}
              {stepWords(run())}
            </span>
          </div>
        </Show>
        <StepGraph
          steps={plannedSteps(run())}
          selected={step()}
          onSelect={(name) => setStep(step() === name ? undefined : name)}
          now={now()}
        />
        <Show when={run().error}>
          {(error) => (
            <div class="px-6 pt-3">
              <Banner
                tone="bad"
                title={error().message}
                actions={
                  <Show
                    when={codeAt()}
                    fallback={
                      <Show when={file()}>
                        {(source) => (
                          <A class="btn" href={`/files/${source().id}`}>
                            Open the file
                          </A>
                        )}
                      </Show>
                    }
                  >
                    {(href) => (
                      <A class="btn" href={href()}>
                        {error().line === undefined ? "Open the script" : `Open at line ${error().line}`}
                      </A>
                    )}
                  </Show>
                }
              >
                <span class="text-fg-2">
                  {kept()} <code>{error().code}</code>
                </span>
              </Banner>
            </div>
          )}
        </Show>
        <Show when={run().function.name === "run-algorithm"}>
          <Origin run={run()} />
          <Batches run={run()} />
        </Show>
        <Outputs run={run()} />
        <LogViewer run={run()} step={step()} onStep={setStep} />
      </div>
      <RunPanel run={run()} now={now()} />
    </div>
  );
}

const Fact = (props: { name: string; children: JSX.Element }) => (
  <div>
    <dt>{props.name}</dt>
    <dd>{props.children}</dd>
  </div>
);
