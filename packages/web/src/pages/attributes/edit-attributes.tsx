import { For, Show } from "solid-js";
import { createStore } from "solid-js/store";
import { toSend, written } from "../../data/attribute-words.ts";
import { changeEntity, loadEntity, refreshEntity } from "../../data/change-entity.ts";
import type { Fields } from "../../data/merge.ts";
import { createMergeSave } from "../../data/merge-save.ts";
import { fieldError, isProblem, sentence } from "../../data/problem.ts";
import { toast } from "../../data/toast.ts";
import type { Entity } from "../../data/types.ts";
import type { AttributeType, AttributeValue } from "../../data/types-collaboration.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { MergeDialog } from "../../ui/merge-dialog.tsx";
import { AttributeField } from "./attribute-field.tsx";

type Described = Pick<Entity, "id" | "kind" | "name" | "revision" | "attributes">;
type Props = { entity: Described; types: AttributeType[]; onClose: () => void };

/** Sends what was written and nothing else: other attributes may be changed by others meanwhile. */
export function EditAttributes(props: Props) {
  const [texts, setTexts] = createStore<Record<string, string>>({});
  const types = () => props.types.filter(({ visible }) => visible);
  const before = props.entity;
  const textsOf = ({ attributes }: Pick<Entity, "attributes">): Fields =>
    Object.fromEntries(types().map(({ name }) => [name, written(attributes[name] as AttributeValue | undefined)]));
  const form = createMergeSave<Described>({
    initial: before,
    fieldsOf: textsOf,
    mine: () => ({ ...textsOf(before), ...texts }),
    load: () => loadEntity(before),
    save: (change, revision) => {
      const changed = types().filter(({ name }) => change[name] !== undefined);
      const attributes = Object.fromEntries(
        changed.map((type) => [type.name, toSend(type, String(change[type.name]))]),
      );
      return changeEntity(before, { attributes }, revision);
    },
    onSaved: () => {
      // Even where all of theirs was kept and nothing sent: what is on the page is older than that.
      void refreshEntity(before);
      toast("Saved", { tone: "ok" });
      props.onClose();
    },
  });

  const general = () => form.error() !== undefined && !isProblem(form.error(), "attribute.invalid");
  return (
    <>
      <Dialog
        open={form.question() === undefined}
        onClose={props.onClose}
        title={`Attributes of ${props.entity.name}`}
        width={520}
        onSubmit={() => void form.save()}
        foot={
          <>
            <Button onClick={() => props.onClose()}>Cancel</Button>
            <Button tone="primary" type="submit" busy={form.busy()} disabled={!form.isChanged()}>
              Save
            </Button>
          </>
        }
      >
        <div class="flex flex-col gap-3">
          <For each={types()}>
            {(type) => (
              <AttributeField
                type={type}
                value={before.attributes[type.name] as AttributeValue | undefined}
                text={texts[type.name]}
                error={fieldError(form.error(), type.name)}
                onText={(text) => setTexts(type.name, text)}
              />
            )}
          </For>
          <Show when={general()}>
            <Banner tone="bad">{sentence(form.error())}</Banner>
          </Show>
        </div>
      </Dialog>
      <MergeDialog
        open={form.question() !== undefined}
        what="these attributes"
        conflicts={form.question()?.conflicts ?? []}
        labels={{}}
        kept={Object.keys(form.question()?.merged ?? {})}
        busy={form.busy()}
        onClose={form.dismiss}
        onSettle={(choices) => void form.answer(choices)}
      />
    </>
  );
}
