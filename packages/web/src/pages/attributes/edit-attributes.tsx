import { createEffect, For, Show } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import { toSend } from "../../data/attribute-words.ts";
import { changeEntity } from "../../data/change-entity.ts";
import { fieldError, isProblem, sentence } from "../../data/problem.ts";
import { createSubmit } from "../../data/submit.ts";
import { toast } from "../../data/toast.ts";
import type { Entity } from "../../data/types.ts";
import type { Attributes } from "../../data/types-collaboration.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { AttributeField } from "./attribute-field.tsx";

type Props = {
  entity: Pick<Entity, "id" | "kind" | "name" | "revision">;
  data: Attributes;
  open: boolean;
  onClose: () => void;
};

/** Sends what was written and nothing else: other attributes may be changed by others meanwhile. */
export function EditAttributes(props: Props) {
  const [texts, setTexts] = createStore<Record<string, string>>({});
  const { busy, error, forget, submit } = createSubmit();
  createEffect(() => {
    if (!props.open) return;
    setTexts(reconcile({}));
    forget();
  });
  const changes = () =>
    Object.fromEntries(
      props.data.types
        .filter(({ name }) => texts[name] !== undefined)
        .map((type) => [type.name, toSend(type, texts[type.name] ?? "")]),
    );

  async function save() {
    await submit(async () => {
      await changeEntity(props.entity, { attributes: changes() });
      toast("Saved", { tone: "ok" });
      props.onClose();
    });
  }

  const general = () => error() !== undefined && !isProblem(error(), "attribute.invalid");
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={`Attributes of ${props.entity.name}`}
      width={520}
      onSubmit={() => void save()}
      foot={
        <>
          <Button onClick={() => props.onClose()}>Cancel</Button>
          <Button tone="primary" type="submit" busy={busy()} disabled={Object.keys(changes()).length === 0}>
            Save
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-3">
        <For each={props.data.types.filter(({ visible }) => visible)}>
          {(type) => (
            <AttributeField
              type={type}
              value={props.data.values[type.name]}
              text={texts[type.name]}
              error={fieldError(error(), type.name)}
              onText={(text) => setTexts(type.name, text)}
            />
          )}
        </For>
        <Show when={general()}>
          <Banner tone="bad">{sentence(error())}</Banner>
        </Show>
      </div>
    </Dialog>
  );
}
