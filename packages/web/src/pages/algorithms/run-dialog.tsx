import { A, useNavigate } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createSignal, Match, Show, Switch } from "solid-js";
import { type Algorithm, algorithmsAPI, type Chosen } from "../../data/algorithms.ts";
import { client } from "../../data/client.ts";
import { loaded } from "../../data/loaded.ts";
import { queries } from "../../data/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { CallForm, createCall } from "../functions/call-form.tsx";

type Props = {
  projectId: string;
  chosen: Chosen;
  /** "24 clips", "what is shown". */
  words: string;
  onClose: () => void;
};

/** Runs an algorithm over media: which, with what parameters, and on which layer it writes. */
export function RunAlgorithm(props: Props) {
  const found = useQuery(() => queries.algorithms(props.projectId));
  const all = () => loaded(found)?.items ?? [];
  const usable = () => all().filter(({ problem, privileges }) => problem === null && privileges.includes("execute"));
  const [choice, setChoice] = createSignal<string>();
  const current = () => usable().find(({ id }) => id === choice()) ?? usable()[0];
  return (
    <Switch
      fallback={
        <Dialog open onClose={props.onClose} title={`Run an algorithm over ${props.words}`} width={480}>
          <Show when={loaded(found) || found.error} fallback={<Skeleton width="100%" height="80px" />}>
            <p class="mb-3 text-fg-2">
              {all().length === 0
                ? "No algorithm is registered here. It is a script or an image that is given media and leaves annotations."
                : "You may run none of the algorithms here: that takes the right to execute, which an administrator gives, and the script or image."}
            </p>
            <A class="btn" href={`/projects/${props.projectId}/algorithms`}>
              Look at the algorithms
            </A>
          </Show>
        </Dialog>
      }
    >
      <Match when={current()?.id} keyed>
        {(_) => <Form {...props} algorithm={current() as Algorithm} usable={usable()} onChoose={setChoice} />}
      </Match>
    </Switch>
  );
}

const FRESH = "new";

function Form(props: Props & { algorithm: Algorithm; usable: Algorithm[]; onChoose: (id: string) => void }) {
  const navigate = useNavigate();
  const call = createCall(() => props.algorithm.parameters);
  const layers = useQuery(() => queries.layersOf(props.projectId));
  const allowed = () => props.algorithm.layerIds;
  const writable = () =>
    (loaded(layers)?.items ?? []).filter(
      ({ id, privileges }) => privileges.includes("edit") && (allowed()?.includes(id) ?? true),
    );
  const [picked, setPicked] = createSignal<string>();
  const layer = () => picked() ?? (allowed() === null ? FRESH : (writable()[0]?.id ?? ""));
  const [name, setName] = createSignal(props.algorithm.name);
  const run = () =>
    call.send(async (parameters) => {
      const { run: begun } = await algorithmsAPI.start(props.algorithm.id, {
        ...props.chosen,
        projectId: props.projectId,
        parameters,
        layer: layer() === FRESH ? { name: name().trim() } : { id: layer() },
      });
      await client.invalidateQueries({ queryKey: ["runs"] });
      await client.invalidateQueries({ queryKey: ["layers"] });
      props.onClose();
      navigate(`/runs/${begun.id}`);
    });
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={`Run an algorithm over ${props.words}`}
      {...(props.algorithm.description ? { description: props.algorithm.description } : {})}
      width={480}
      onSubmit={() => void run()}
      foot={
        <>
          <A class="link mr-auto text-12" href={`/projects/${props.projectId}/algorithms`}>
            All algorithms
          </A>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button
            tone="primary"
            type="submit"
            icon="play"
            busy={call.busy()}
            disabled={layer() === FRESH ? !name().trim() : layer() === ""}
          >
            Run
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-3">
        <Select
          label="Algorithm"
          options={props.usable.map(({ id, name: label }) => ({ value: id, label }))}
          value={props.algorithm.id}
          onChange={props.onChoose}
        />
        <CallForm inputs={props.algorithm.parameters} call={call} />
        <Select
          label="Layer that it writes on"
          options={[
            ...(allowed() === null ? [{ value: FRESH, label: "A new layer" }] : []),
            ...writable().map(({ id, name: label }) => ({ value: id, label })),
          ]}
          value={layer()}
          onChange={setPicked}
        />
        <Show when={layer() === FRESH}>
          <Field
            label="Name of the layer"
            value={name()}
            onText={setName}
            maxLength={255}
            help="What it finds can be looked at, compared and merged apart from everything else"
          />
        </Show>
      </div>
    </Dialog>
  );
}
