import { useNavigate, useParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createSignal, For, Match, Show, Switch } from "solid-js";
import { functionsAPI, type Parameter } from "../../data/functions.ts";
import { typeIcons } from "../../data/kinds.ts";
import { loaded } from "../../data/loaded.ts";
import { TRAIN } from "../../data/models.ts";
import { queries } from "../../data/queries.ts";
import type { Table } from "../../data/types.ts";
import { PageTop } from "../../shell/top.tsx";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Select } from "../../ui/select.tsx";
import { CallForm, createCall } from "../functions/call-form.tsx";

/** What the page asks for by itself; the rest is as the function's signature has it. */
const OWN = ["table", "outcome", "features"];

export function TrainPage() {
  const params = useParams<{ id: string }>();
  const table = useQuery(() => queries.table(params.id));
  const train = useQuery(() => queries.function(TRAIN));
  return (
    <div class="page">
      <Switch>
        <Match when={table.error ?? train.error}>
          {(error) => <ErrorState error={error()} what="The form did not load" onRetry={() => void table.refetch()} />}
        </Match>
        <Match when={loaded(train) && loaded(table)}>
          {(found) => <Form table={found()} inputs={loaded(train)?.signature.inputs ?? []} />}
        </Match>
      </Switch>
    </div>
  );
}

function Form(props: { table: Table; inputs: Parameter[] }) {
  const navigate = useNavigate();
  const usable = () => props.table.columns.filter(({ type }) => type !== "time");
  const last = usable().at(-1)?.name ?? "";
  const [outcome, setOutcome] = createSignal(last);
  const [left, setLeft] = createSignal<string[]>([]);
  const features = () => usable().flatMap(({ name }) => (name === outcome() || left().includes(name) ? [] : [name]));
  const call = createCall(() => props.inputs);
  const rest = () => props.inputs.filter(({ name }) => !OWN.includes(name));
  const send = () => {
    for (const [name, value] of Object.entries({ table: props.table.id, outcome: outcome(), features: features() }))
      call.set(name, value);
    return call.send(async (inputs) => navigate(`/runs/${(await functionsAPI.run(TRAIN, inputs)).id}`));
  };
  return (
    <>
      <PageTop
        title="Train a model"
        crumbs={[
          { label: props.table.name, icon: "table", href: `/tables/${props.table.id}` },
          { label: "Train a model", icon: "chip" },
        ]}
      />
      <header class="page-head pb-3">
        <h1 class="flex items-center gap-2">
          <Icon name="chip" />
          Train a model
        </h1>
        <p class="text-12 text-fg-2">
          It learns to predict a column of {props.table.name} from others, and is tested by rows it has not seen.
        </p>
      </header>
      <form
        class="page-head flex max-w-xl flex-col gap-4 pb-8"
        aria-label="Train a model"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Select
          label="Outcome"
          value={outcome()}
          options={usable().map(({ name }) => ({ value: name, label: name }))}
          onChange={setOutcome}
          error={call.problemOf("outcome")}
        />
        <fieldset class="field">
          <legend class="label mb-1">Features</legend>
          <div class="grid grid-cols-2 gap-1.5 max-[599px]:grid-cols-1">
            <For each={usable().filter(({ name }) => name !== outcome())}>
              {({ name, type }) => (
                <Checkbox
                  checked={!left().includes(name)}
                  onChange={(on) => setLeft(on ? left().filter((other) => other !== name) : [...left(), name])}
                >
                  <Icon name={typeIcons[type]} size="xs" />
                  <span class="truncate">{name}</span>
                </Checkbox>
              )}
            </For>
          </div>
          <Show when={call.problemOf("features")}>
            {(message) => (
              <p class="error" role="alert">
                {message()}
              </p>
            )}
          </Show>
        </fieldset>
        <CallForm inputs={rest()} call={call} />
        <div>
          <Button tone="primary" type="submit" icon="play" busy={call.busy()} disabled={features().length === 0}>
            Train
          </Button>
        </div>
      </form>
    </>
  );
}
