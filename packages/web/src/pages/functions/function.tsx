import { useNavigate, useParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createSignal, Match, Show, Switch } from "solid-js";
import { type AtriumFunction, functionsAPI } from "../../data/functions.ts";
import { queries } from "../../data/queries.ts";
import { PageTop } from "../../shell/top.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { RunList } from "../runs/run-list.tsx";
import { CallForm, createCall } from "./call-form.tsx";
import { NewSchedule } from "./new-schedule.tsx";
import { Schedules } from "./schedules.tsx";

export function FunctionPage() {
  const params = useParams<{ id: string }>();
  const found = useQuery(() => queries.function(params.id));
  return (
    <div class="page">
      <Switch>
        <Match when={found.error}>
          {(error) => (
            <ErrorState error={error()} what="The function did not load" onRetry={() => void found.refetch()} />
          )}
        </Match>
        <Match when={found.data}>{(loaded) => <Loaded function={loaded()} />}</Match>
        <Match when={true}>
          <div class="page-head">
            <Skeleton width="220px" height="18px" />
          </div>
        </Match>
      </Switch>
    </div>
  );
}

function Loaded(props: { function: AtriumFunction }) {
  const navigate = useNavigate();
  const call = createCall(() => props.function.signature.inputs);
  const [scheduling, setScheduling] = createSignal(false);
  const history = useQuery(() => queries.runs({ functionId: props.function.id }));
  const run = () =>
    call.send(async (inputs) => navigate(`/runs/${(await functionsAPI.run(props.function.id, inputs)).id}`));

  return (
    <>
      <PageTop
        crumbs={[{ label: "Functions", href: "/functions", icon: "function" }, { label: props.function.name }]}
      />
      <header class="page-head pb-3">
        <h1 class="flex items-center gap-2">
          <Icon name="function" />
          {props.function.name}
        </h1>
        <p class="text-12 text-fg-2">{props.function.description}</p>
      </header>
      <form
        class="page-head max-w-xl"
        aria-label={`Run ${props.function.name}`}
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <CallForm inputs={props.function.signature.inputs} call={call} />
        <div class="mt-4 flex gap-2">
          <Button tone="primary" type="submit" icon="play" busy={call.busy()}>
            Run
          </Button>
          <Button icon="calendar" onClick={() => call.check() && setScheduling(true)}>
            Schedule
          </Button>
        </div>
      </form>
      <Show when={scheduling()}>
        <NewSchedule function={props.function} inputs={call.values()} onClose={() => setScheduling(false)} />
      </Show>
      <section class="mt-6" aria-labelledby="schedules">
        <h2 id="schedules" class="page-head pb-2">
          Schedules
        </h2>
        <Schedules query={{ functionId: props.function.id }} />
      </section>
      <section class="mt-6" aria-labelledby="history">
        <h2 id="history" class="page-head pb-2">
          Calls
        </h2>
        <RunList runs={history.data?.items} error={history.error} onRetry={() => void history.refetch()} />
      </section>
    </>
  );
}
