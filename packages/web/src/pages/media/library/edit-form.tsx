import { createEffect, createSignal, For, on, Show } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import { plural } from "../../../data/format.ts";
import { mediaApi } from "../../../data/media/api.ts";
import { changesOf, commonOf } from "../../../data/media/values.ts";
import { fieldError, sentence } from "../../../data/problem.ts";
import { createSubmit } from "../../../data/submit.ts";
import { toast } from "../../../data/toast.ts";
import type { AttributeType } from "../../../data/types-collaboration.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { refreshMedia } from "./actions.ts";
import type { Library } from "./state.ts";
import { ValueInput } from "./value-input.tsx";

/** The attributes of all that is chosen, in one form: a value that differs says how many there are until somebody writes one. */
export function EditForm(props: { library: Library }) {
  const items = () => props.library.selected();
  const types = () => props.library.types().filter(({ visible }) => visible);
  const [texts, setTexts] = createStore<Record<string, string>>({});
  const [saved, setSaved] = createSignal(false);
  const { busy, error, forget, submit } = createSubmit();
  createEffect(
    on(
      () =>
        items()
          .map(({ id }) => id)
          .join(),
      () => {
        setTexts(reconcile({}));
        setSaved(false);
        forget();
      },
    ),
  );
  const changes = () => changesOf(types(), items(), texts);
  const count = () => Object.keys(changes()).length;
  const mayEdit = () => items().every(({ privileges }) => privileges.includes("edit"));
  const isLocked = ({ style }: AttributeType) => !mayEdit() || style.split(/\s+/).includes("disabled");
  const save = () =>
    submit(async () => {
      const ids = items().map(({ id }) => id);
      await mediaApi.edit(ids, changes());
      await refreshMedia();
      setTexts(reconcile({}));
      setSaved(true);
      toast(`${plural(ids.length, "clip")} changed`, { tone: "ok" });
    });
  return (
    <Show
      when={types().length > 0}
      fallback={
        <p class="text-12 text-fg-3">
          {props.library.place() || new Set(items().map(({ projectId }) => projectId)).size === 1
            ? "This project has no attributes for media. Its owners add them in its settings."
            : "These lie in several projects. Choose some of one to change them together."}
        </p>
      }
    >
      <form
        class="flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <For each={types()}>
          {(type) => (
            <ValueInput
              type={type}
              common={commonOf(items(), type.name)}
              text={texts[type.name]}
              disabled={isLocked(type)}
              error={fieldError(error(), type.name)}
              onText={(text) => setTexts(type.name, text)}
            />
          )}
        </For>
        <Show when={error() && types().every(({ name }) => !fieldError(error(), name))}>
          <Banner tone="bad">{sentence(error())}</Banner>
        </Show>
        <div class="mt-1 flex items-center gap-2">
          <Button type="submit" size="sm" tone="primary" busy={busy()} disabled={count() === 0 || !mayEdit()}>
            {items().length === 1 ? "Save" : `Save to ${items().length.toLocaleString("en")} clips`}
          </Button>
          <span class="text-11 text-fg-3" aria-live="polite">
            {count() > 0 ? `${plural(count(), "attribute")} changed` : saved() ? "saved" : "nothing changed"}
          </span>
        </div>
      </form>
    </Show>
  );
}
