import { createSignal, For, Show, untrack } from "solid-js";
import { createStore } from "solid-js/store";
import { mediaApi } from "../../../data/media/api.ts";
import { gridFor } from "../../../data/media/streams.ts";
import type { Views } from "../../../data/media/types.ts";
import { fieldError } from "../../../data/problem.ts";
import { createSubmit } from "../../../data/submit.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Field } from "../../../ui/field.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Select } from "../../../ui/select.tsx";
import { EntityInput } from "../../functions/entity-input.tsx";
import { Refused } from "./refused.tsx";

const MOST = 16;
export type Member = { id: string; name: string };
type Props = {
  members: Member[];
  /** What is there already; without it, it is made in the project. */
  now: { id: string; revision: number; multi: Views } | undefined;
  projectId: string;
  onClose: () => void;
  onDone: (id: string) => void;
};

/** Which videos and pictures are shown together, in which order, and how much later each begins. */
export function ViewsDialog(props: Props) {
  const { members, now, projectId } = untrack(() => ({ ...props }));
  const [views, setViews] = createStore(
    members.map((member, at) => ({ ...member, offset: String(now?.multi.offsets[at] ?? 0) })),
  );
  const [columns, setColumns] = createSignal(now?.multi.columns ?? gridFor(members.length).columns);
  const [name, setName] = createSignal("");
  const { busy, error, submit } = createSubmit();
  const wide = () => Math.max(1, Math.min(columns(), views.length));
  const swap = (a: number, b: number) => {
    const [one, other] = [views[a], views[b]];
    if (one && other) setViews([...views].with(a, other).with(b, one));
  };
  const isWrong = ({ offset }: { offset: string }) => !/^-?\d{1,9}$/.test(offset.trim());
  const save = () =>
    submit(async () => {
      const multi: Views = {
        ids: views.map(({ id }) => id),
        ...{ columns: wide(), rows: Math.ceil(views.length / wide()) },
        offsets: views.map(({ offset }) => Number(offset)),
      };
      const done = now
        ? await mediaApi.change(now, { multi })
        : await mediaApi.makeViews({ projectId, name: name().trim(), ...multi });
      props.onDone(done.id);
      props.onClose();
    });
  const canSave = () => views.length > 0 && !views.some(isWrong) && (now !== undefined || name().trim() !== "");
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={now ? "What is shown side by side" : "Show side by side"}
      description="They play as one; each is drawn on by itself. A view begins so many frames later than the first, or earlier with a minus."
      width={560}
      onSubmit={() => void save()}
      foot={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button tone="primary" type="submit" busy={busy()} disabled={!canSave()}>
            {now ? "Save" : "Create"}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-3">
        <Show when={!now}>
          <Field
            label="Name"
            value={name()}
            onText={setName}
            error={fieldError(error(), "name")}
            maxLength={255}
            autofocus
          />
        </Show>
        <ol class="placed" aria-label="Views">
          <For each={views}>
            {(view, at) => (
              <li>
                <span class="grow truncate">{view.name}</span>
                <input
                  class={`input placed-offset ${isWrong(view) ? "invalid" : ""}`}
                  aria-label={`Frames that ${view.name} begins later`}
                  aria-invalid={isWrong(view) ? true : undefined}
                  inputmode="numeric"
                  value={view.offset}
                  onInput={(event) => setViews(at(), "offset", event.currentTarget.value)}
                />
                <span class="text-12 text-fg-3">frames later</span>
                <IconButton
                  size="sm"
                  icon="chevronUp"
                  label={`${view.name} earlier`}
                  disabled={at() === 0}
                  onClick={() => swap(at(), at() - 1)}
                />
                <IconButton
                  size="sm"
                  icon="chevronDown"
                  label={`${view.name} later`}
                  disabled={at() === views.length - 1}
                  onClick={() => swap(at(), at() + 1)}
                />
                <IconButton
                  size="sm"
                  icon="close"
                  label={`Without ${view.name}`}
                  onClick={() => setViews(views.filter((_, other) => other !== at()))}
                />
              </li>
            )}
          </For>
        </ol>
        <Show when={views.length < MOST && views.length + 1} keyed>
          {(_) => (
            <EntityInput
              label="Add a video or a picture"
              kind="media"
              onChoose={(media) => media && setViews(views.length, { id: media.id, name: media.name, offset: "0" })}
            />
          )}
        </Show>
        <Select
          label="Columns"
          options={Array.from({ length: Math.max(1, views.length) }, (_, at) => ({
            value: String(at + 1),
            label: `${at + 1} × ${Math.ceil(views.length / (at + 1))}`,
          }))}
          value={String(wide())}
          onChange={(value) => setColumns(Number(value))}
        />
        <Refused error={error()} except={["name"]} />
      </div>
    </Dialog>
  );
}
