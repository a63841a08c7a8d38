import { createSignal, Show } from "solid-js";
import { plural } from "../../../data/format.ts";
import { mediaApi } from "../../../data/media/api.ts";
import { NOTHING } from "../../../data/media/selection.ts";
import { fieldError, missingAttributes, sentence } from "../../../data/problem.ts";
import { createRequired } from "../../../data/required.ts";
import { createSubmit } from "../../../data/submit.ts";
import { toast } from "../../../data/toast.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { RequiredFields } from "../../attributes/required-fields.tsx";
import { DestinationSelect } from "../../projects/destination.tsx";
import { refreshMedia } from "./actions.ts";
import type { Library } from "./state.ts";

/** Which folder all that is chosen is to lie in. */
export function MoveMedia(props: { library: Library; onClose: () => void }) {
  const items = props.library.selected();
  const [to, setTo] = createSignal("");
  const { busy, error, submit } = createSubmit();
  const required = createRequired(to, "media");
  const lacking = () => missingAttributes(error());
  const move = () =>
    submit(async () => {
      await mediaApi.move(
        items.map(({ id }) => id),
        to(),
        required.sent(),
      );
      props.library.setSelection(NOTHING);
      await refreshMedia();
      toast(`${plural(items.length, "clip")} moved`, { tone: "ok" });
      props.onClose();
    });
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={`Move ${items.length === 1 ? items[0]?.name : plural(items.length, "clip")}`}
      description="Who sees them follows from where they lie. Either all are moved or none."
      width={480}
      onSubmit={() => void move()}
      foot={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button tone="primary" type="submit" busy={busy()} disabled={!to()}>
            Move
          </Button>
        </>
      }
    >
      <DestinationSelect
        label="To"
        value={to()}
        onChange={setTo}
        without={(id) => items.every(({ projectId }) => projectId === id)}
        projectsOnly
        error={fieldError(error(), "projectId")}
      />
      <div class="mt-3 flex flex-col gap-3">
        <Show when={error()}>
          <Banner tone={lacking().length > 0 ? "warn" : "bad"}>
            {lacking().length > 0 ? `That project asks for ${lacking().join(", ")}.` : sentence(error())}
          </Banner>
        </Show>
        <RequiredFields required={required} error={undefined} only={lacking()} />
      </div>
    </Dialog>
  );
}
