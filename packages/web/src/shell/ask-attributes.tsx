import { Show } from "solid-js";
import { plural } from "../data/format.ts";
import { createRequired } from "../data/required.ts";
import { question } from "../data/upload/ask.ts";
import { RequiredFields } from "../pages/attributes/required-fields.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";

/** Asks what the project requires of files that are about to be uploaded. */
export const AskAttributes = () => (
  <Show when={question()} keyed>
    {(asked) => <Ask {...asked} />}
  </Show>
);

function Ask(props: NonNullable<ReturnType<typeof question>>) {
  const required = createRequired(() => props.projectId, "file");
  return (
    <Dialog
      open
      onClose={() => props.answer(undefined)}
      title={`Upload ${plural(props.count, "file")}`}
      description={
        props.count === 1
          ? "The project asks for this of each file."
          : "The project asks for this; it holds for all of them."
      }
      width={480}
      onSubmit={() => props.answer(required.sent().attributes ?? {})}
      foot={
        <>
          <Button onClick={() => props.answer(undefined)}>Cancel</Button>
          <Button tone="primary" type="submit" disabled={!required.isComplete()}>
            Upload
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-3">
        <RequiredFields required={required} error={undefined} />
      </div>
    </Dialog>
  );
}
