import { For, Match, Show, Switch } from "solid-js";
import { createStore } from "solid-js/store";
import type { Fields, FieldValue } from "../data/merge.ts";
import { createMergeSave } from "../data/merge-save.ts";
import { fieldError, sentence } from "../data/problem.ts";
import { toast } from "../data/toast.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { MergeDialog } from "../ui/merge-dialog.tsx";
import { TextArea } from "../ui/text-area.tsx";

/** A list is written with commas between its parts. */
export type EditField = {
  name: string;
  label: string;
  as?: "line" | "lines" | "list";
  help?: string;
  maxLength?: number;
  required?: boolean;
};

type Props<T> = {
  thing: T;
  title: string;
  /** As in "Somebody else changed this group". */
  what: string;
  fields: EditField[];
  load: () => Promise<T>;
  save: (change: Fields, revision: number) => Promise<T>;
  onSaved: (saved: T) => void;
  onClose: () => void;
};

const asText = (value: FieldValue | undefined) => (Array.isArray(value) ? value.join(", ") : String(value ?? ""));
const listOf = (text: string) => [
  ...new Set(
    text
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== ""),
  ),
];

/** Changes a few fields of a thing that somebody else may be changing as well; open for as long as it is mounted. */
export function EditDialog<T extends { revision: number }>(props: Props<T>) {
  const valuesOf = (thing: T): Fields =>
    Object.fromEntries(props.fields.map(({ name }) => [name, (thing as Fields)[name] ?? null]));
  const [texts, setTexts] = createStore<Record<string, string>>(
    Object.fromEntries(Object.entries(valuesOf(props.thing)).map(([name, value]) => [name, asText(value)])),
  );
  const written = ({ name, as }: EditField): FieldValue => {
    const text = texts[name] ?? "";
    return as === "list" ? listOf(text) : text.trim();
  };
  const form = createMergeSave<T>({
    initial: props.thing,
    fieldsOf: valuesOf,
    mine: () => Object.fromEntries(props.fields.map((field) => [field.name, written(field)])),
    load: () => props.load(),
    save: (change, revision) => props.save(change, revision),
    onSaved: (saved) => {
      toast("Saved", { tone: "ok" });
      props.onSaved(saved);
      props.onClose();
    },
  });
  const isComplete = () => props.fields.every(({ name, required }) => !required || (texts[name] ?? "").trim() !== "");
  const isTold = () => props.fields.some(({ name }) => fieldError(form.error(), name) !== undefined);
  const labels = () => Object.fromEntries(props.fields.map(({ name, label }) => [name, label]));
  const common = (field: EditField) => ({
    label: field.label,
    help: field.help,
    maxLength: field.maxLength,
    value: texts[field.name],
    error: fieldError(form.error(), field.name),
    onText: (text: string) => setTexts(field.name, text),
  });

  return (
    <>
      <Dialog
        open={form.question() === undefined}
        onClose={props.onClose}
        title={props.title}
        width={480}
        onSubmit={() => isComplete() && void form.save()}
        foot={
          <>
            <Button onClick={() => props.onClose()}>Cancel</Button>
            <Button tone="primary" type="submit" busy={form.busy()} disabled={!form.isChanged() || !isComplete()}>
              Save
            </Button>
          </>
        }
      >
        <div class="flex flex-col gap-3">
          <For each={props.fields}>
            {(field, index) => (
              <Switch>
                <Match when={field.as === "lines"}>
                  <TextArea {...common(field)} rows={4} />
                </Match>
                <Match when={true}>
                  <Field {...common(field)} autofocus={index() === 0} />
                </Match>
              </Switch>
            )}
          </For>
          <Show when={form.error() && !isTold()}>
            <Banner tone="bad">{sentence(form.error())}</Banner>
          </Show>
        </div>
      </Dialog>
      <MergeDialog
        open={form.question() !== undefined}
        what={props.what}
        conflicts={form.question()?.conflicts ?? []}
        labels={labels()}
        kept={Object.keys(form.question()?.merged ?? {})}
        busy={form.busy()}
        onClose={form.dismiss}
        onSettle={(choices) => void form.answer(choices)}
      />
    </>
  );
}
