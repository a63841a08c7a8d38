import { useNavigate } from "@solidjs/router";
import { createSignal, Match, Show, Switch } from "solid-js";
import { functionsAPI } from "../../data/functions.ts";
import type { NotebookEntity } from "../../data/notebook/api.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { CallForm, createCall } from "../functions/call-form.tsx";
import { NewSchedule } from "../functions/new-schedule.tsx";

/** The parameters of a notebook, and what starts it with them. */
export function RunForm(props: { notebook: NotebookEntity }) {
  return (
    <Switch>
      <Match when={props.notebook.problems[0]}>
        {(problem) => (
          <div class="panel-section">
            <Banner tone="bad">
              It cannot be run. Cell {problem().cell}, line {problem().line}: {problem().message}
            </Banner>
          </div>
        )}
      </Match>
      <Match when={!props.notebook.privileges.includes("execute")}>
        <p class="panel-section text-12 text-fg-2">
          Running it takes the right to execute, which an administrator of Atrium gives.
        </p>
      </Match>
      <Match when={props.notebook.version} keyed>
        {(_) => <Form notebook={props.notebook} />}
      </Match>
    </Switch>
  );
}

function Form(props: { notebook: NotebookEntity }) {
  const navigate = useNavigate();
  const inputs = () => props.notebook.signature.inputs;
  const call = createCall(inputs);
  const [scheduling, setScheduling] = createSignal(false);
  const run = () =>
    call.send(async (given) => navigate(`/runs/${(await functionsAPI.run(props.notebook.id, given)).id}`));
  return (
    <form
      class="panel-section"
      aria-label={`Run ${props.notebook.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <CallForm inputs={inputs()} call={call} />
      <Show when={inputs().length === 0}>
        <p class="text-12 text-fg-2">
          It takes no parameters. Tag a cell <code>parameters</code> in Jupyter, and what it assigns can be set here.
        </p>
      </Show>
      <div class="mt-3 flex gap-2">
        <Button tone="primary" type="submit" icon="play" busy={call.busy()}>
          {inputs().length === 0 ? "Run" : "Run with these"}
        </Button>
        <Button icon="calendar" onClick={() => call.check() && setScheduling(true)}>
          Schedule
        </Button>
      </div>
      <Show when={scheduling()}>
        <NewSchedule
          function={{ ...props.notebook, kind: "notebook", revision: props.notebook.version }}
          inputs={call.values()}
          onClose={() => setScheduling(false)}
        />
      </Show>
    </form>
  );
}
