import { useQuery } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { annotationQueries } from "../../annotator/remote/queries.ts";
import { type Algorithm, algorithmsAPI, type TriggerEvent } from "../../data/algorithms.ts";
import { loaded } from "../../data/loaded.ts";
import { fieldError, sentence } from "../../data/problem.ts";
import { createSubmit } from "../../data/submit.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { type Option, Select } from "../../ui/select.tsx";

const EVENTS: Option<TriggerEvent>[] = [
  { value: "media.ready", label: "Media are ready", help: "They were uploaded, and can be looked at" },
  {
    value: "annotations.changed",
    label: "Annotations were made or changed",
    help: "By people, and by algorithms only where you say so",
  },
];

type Props = { algorithm: Algorithm; onClose: () => void; onSaved: () => void };

/** Says when an algorithm is to run by itself. */
export function TriggerDialog(props: Props) {
  const found = useQuery(() => annotationQueries.types(props.algorithm.projectId));
  const [event, setEvent] = createSignal<TriggerEvent>("media.ready");
  const [types, setTypes] = createSignal<string[]>([]);
  const [wait, setWait] = createSignal("60");
  const [chain, setChain] = createSignal(false);
  const { busy, error, submit } = createSubmit();
  const typeIds = () => (event() === "annotations.changed" && types().length > 0 ? types() : null);
  const save = () =>
    submit(async () => {
      const trigger = {
        event: event(),
        typeIds: typeIds(),
        waitSeconds: Number(wait()),
        chain: event() === "annotations.changed" && chain(),
      };
      await algorithmsAPI.addTrigger(props.algorithm.id, trigger);
      props.onSaved();
    });
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={`Run ${props.algorithm.name} by itself`}
      description="Over media of its project and those inside it, with your rights, its parameters as they are preset, and on the project's first layer."
      width={460}
      onSubmit={() => void save()}
      foot={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button tone="primary" type="submit" busy={busy()}>
            Add
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-3">
        <Select label="When" options={EVENTS} value={event()} onChange={setEvent} />
        <Show when={event() === "annotations.changed" && (loaded(found) ?? []).length > 0}>
          <fieldset class="field">
            <legend class="label mb-1">Of these types; of all where none is chosen</legend>
            <For each={loaded(found)}>
              {({ id, name }) => (
                <Checkbox
                  checked={types().includes(id)}
                  onChange={(on) => setTypes(on ? [...types(), id] : types().filter((one) => one !== id))}
                >
                  {name}
                </Checkbox>
              )}
            </For>
          </fieldset>
        </Show>
        <Show when={event() === "annotations.changed"}>
          <div class="field">
            <Checkbox checked={chain()} onChange={setChain}>
              Also what other algorithms write
            </Checkbox>
            <p class="help">Never what this one led to; at most eight runs follow from one another.</p>
          </div>
        </Show>
        <Field
          label="Seconds in which nothing more happens"
          type="number"
          min={0}
          max={3600}
          value={wait()}
          onText={setWait}
          error={fieldError(error(), "waitSeconds")}
        />
        <Show when={error() && !fieldError(error(), "waitSeconds")}>
          <Banner tone="bad">{sentence(error())}</Banner>
        </Show>
      </div>
    </Dialog>
  );
}
