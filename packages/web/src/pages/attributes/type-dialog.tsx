import { For, Show } from "solid-js";
import { createStore, unwrap } from "solid-js/store";
import { api } from "../../data/api.ts";
import { emptyForm, fromForm, toForm } from "../../data/attribute-form.ts";
import { changesOf, dtypeWords } from "../../data/attribute-words.ts";
import { kindsWords } from "../../data/kinds.ts";
import { createMergeSave } from "../../data/merge-save.ts";
import { fieldError, isProblem, sentence } from "../../data/problem.ts";
import { createSubmit } from "../../data/submit.ts";
import type { Kind } from "../../data/types.ts";
import type { AttributeType, Dtype } from "../../data/types-collaboration.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { MergeDialog } from "../../ui/merge-dialog.tsx";
import { Select } from "../../ui/select.tsx";
import { TypeOptions } from "./type-options.tsx";

type Props = {
  project: string;
  /** The one to change; a new one without. */
  type: AttributeType | undefined;
  onClose: () => void;
  onSaved: () => void;
};

const LABELS = {
  name: "Name",
  dtype: "Holds",
  description: "Description",
  section: "Heading",
  order: "Order",
  required: "Required",
  visible: "Visible",
  disabled: "Not changed by hand",
  long: "Several lines",
  kinds: "What has it",
  default: "Without a value",
  minimum: "At least",
  maximum: "At most",
  choices: "Choices",
  size: "How many numbers",
  useCurrent: "Now, without a value",
};
const KINDS: Kind[] = ["file", "table", "media", "project", "script", "notebook", "model"];

/** Open for as long as it is mounted. */
export function TypeDialog(props: Props) {
  const [form, setForm] = createStore(props.type ? toForm(props.type) : { ...emptyForm });
  const making = createSubmit();
  const changing = props.type && createChange(props.type);
  const { busy, error } = changing ?? making;

  function createChange(type: AttributeType) {
    const load = () => api.attributes.type(type);
    return createMergeSave<AttributeType>({
      initial: type,
      fieldsOf: toForm,
      mine: () => unwrap(form),
      load,
      // The whole of it is sent, so what others changed is sent along.
      save: (change, _revision, onto) =>
        api.attributes.replace(onto, fromForm({ ...toForm(onto), ...change }, onto)).then(load),
      onSaved: () => props.onSaved(),
    });
  }

  const dtypes = () => {
    const { type } = props;
    const all = Object.keys(dtypeWords) as Dtype[];
    const possible = type ? all.filter((dtype) => dtype === type.dtype || dtype === changesOf[type.dtype]) : all;
    return possible.map((value) => ({ value, label: dtypeWords[value] }));
  };

  const make = () =>
    making.submit(async () => {
      await api.attributes.create(props.project, fromForm(form));
      props.onSaved();
    });

  const general = () => {
    const cause = error();
    if (cause === undefined || (isProblem(cause) && cause.errors.length > 0)) return undefined;
    return sentence(cause);
  };
  const problem = (field: string) => fieldError(error(), field);
  return (
    <>
      <Dialog
        open={changing?.question() === undefined}
        onClose={props.onClose}
        title={props.type ? `Attribute ${props.type.name}` : "New attribute"}
        width={520}
        onSubmit={() => void (changing ? changing.save() : make())}
        foot={
          <>
            <Button onClick={() => props.onClose()}>Cancel</Button>
            <Button tone="primary" type="submit" busy={busy()} disabled={!form.name.trim() || form.kinds.length === 0}>
              {props.type ? "Save" : "Add attribute"}
            </Button>
          </>
        }
      >
        <div class="flex flex-col gap-3">
          <Field
            label="Name"
            value={form.name}
            onText={(text) => setForm("name", text)}
            error={problem("name")}
            autofocus
            maxLength={100}
          />
          <Select
            label="Holds"
            options={dtypes()}
            value={form.dtype}
            onChange={(dtype) => setForm("dtype", dtype)}
            error={problem("dtype")}
          />
          <TypeOptions form={form} set={setForm} problem={problem} />
          <Field label="Description" value={form.description} onText={(text) => setForm("description", text)} />
          <div class="grid grid-cols-2 gap-3">
            <Field
              label="Heading"
              value={form.section}
              onText={(text) => setForm("section", text)}
              help="Those of one heading stand together"
            />
            <Field
              label="Order"
              value={form.order}
              onText={(text) => setForm("order", text)}
              inputMode="numeric"
              error={problem("order")}
              help="Negative ones are folded away"
            />
          </div>
          <fieldset>
            <legend class="mb-1 text-12 text-fg-2">What has it</legend>
            <div class="flex gap-4">
              <For each={KINDS}>
                {(kind) => (
                  <Checkbox
                    checked={form.kinds.includes(kind)}
                    onChange={(on) =>
                      setForm("kinds", (all) => (on ? [...all, kind] : all.filter((other) => other !== kind)))
                    }
                  >
                    {kindsWords(kind)}
                  </Checkbox>
                )}
              </For>
            </div>
          </fieldset>
          <div class="flex flex-wrap gap-4">
            <Checkbox checked={form.required} onChange={(on) => setForm("required", on)}>
              Required
            </Checkbox>
            <Checkbox checked={form.visible} onChange={(on) => setForm("visible", on)}>
              Visible
            </Checkbox>
            <Checkbox checked={form.disabled} onChange={(on) => setForm("disabled", on)}>
              Not changed by hand
            </Checkbox>
          </div>
          <Show when={general()}>{(text) => <Banner tone="bad">{text()}</Banner>}</Show>
        </div>
      </Dialog>
      <MergeDialog
        open={changing?.question() !== undefined}
        what="this attribute"
        conflicts={changing?.question()?.conflicts ?? []}
        labels={LABELS}
        kept={Object.keys(changing?.question()?.merged ?? {})}
        busy={busy()}
        onClose={() => changing?.dismiss()}
        onSettle={(choices) => void changing?.answer(choices)}
      />
    </>
  );
}
