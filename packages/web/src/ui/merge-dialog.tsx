import { createEffect, createSignal, For, Show } from "solid-js";
import type { Conflict, FieldValue } from "../data/merge.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

type Side = "mine" | "theirs";
type Props = {
  open: boolean;
  /** What was changed, in the title. */
  what: string;
  conflicts: Conflict[];
  /** Fields in people's words. */
  labels: Record<string, string>;
  /** Changes of mine that nobody else touched. */
  kept: string[];
  busy: boolean;
  onClose: () => void;
  onSettle: (choices: Record<string, Side>) => void;
};

function shown(value: FieldValue): string {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  return (Array.isArray(value) ? value.join(", ") : String(value ?? "")) || "nothing";
}

/** Two people changed the same thing: each field that both touched is shown twice, and one of the two is chosen. */
export function MergeDialog(props: Props) {
  const [choices, setChoices] = createSignal<Record<string, Side>>({});
  createEffect(() => props.open && setChoices({}));
  const settled = () => props.conflicts.every(({ field }) => choices()[field] !== undefined);
  const label = (field: string) => props.labels[field] ?? field;
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={`Somebody else changed ${props.what}`}
      description="Both of you changed these. Choose what to keep; nothing was saved yet."
      width={640}
      onSubmit={() => settled() && props.onSettle(choices())}
      foot={
        <>
          <Button onClick={() => props.onClose()}>Go on editing</Button>
          <Button tone="primary" type="submit" busy={props.busy} disabled={!settled()}>
            Save these
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-4">
        <For each={props.conflicts}>
          {({ field, mine, theirs }) => (
            <fieldset>
              <legend class="mb-1 font-medium">{label(field)}</legend>
              <div class="grid grid-cols-2 gap-2 max-[599px]:grid-cols-1">
                <For each={[["mine", "Mine", mine] as const, ["theirs", "Theirs", theirs] as const]}>
                  {([side, word, value]) => (
                    <label class="merge-side">
                      <input
                        type="radio"
                        name={field}
                        checked={choices()[field] === side}
                        onChange={() => setChoices((all) => ({ ...all, [field]: side }))}
                      />
                      <span class="min-w-0">
                        <span class="block text-11 text-fg-3">{word}</span>
                        <span class="block max-h-60 overflow-auto break-words whitespace-pre-wrap">{shown(value)}</span>
                      </span>
                    </label>
                  )}
                </For>
              </div>
            </fieldset>
          )}
        </For>
        <Show when={props.kept.length > 0}>
          <p class="text-12 text-fg-2">Saved as you wrote it: {props.kept.map(label).join(", ")}.</p>
        </Show>
      </div>
    </Dialog>
  );
}
