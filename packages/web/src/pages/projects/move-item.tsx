import { createSignal, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { fieldError, missingAttributes, sentence } from "../../data/problem.ts";
import { createRequired } from "../../data/required.ts";
import { createSubmit } from "../../data/submit.ts";
import { toast } from "../../data/toast.ts";
import type { Item } from "../../data/types.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { RequiredFields } from "../attributes/required-fields.tsx";
import { DestinationSelect } from "./destination.tsx";

/** Which project a file or a table is to lie in. */
export function MoveItem(props: { item: Item; onClose: () => void }) {
  const [to, setTo] = createSignal("");
  const { busy, error, submit } = createSubmit();
  const required = createRequired(to, props.item.kind);
  /** Asked for once the project has said that it misses them. */
  const lacking = () => missingAttributes(error());

  async function move() {
    await submit(async () => {
      await api.move(props.item.id, { projectId: to(), ...required.sent() });
      await client.invalidateQueries({ queryKey: ["items"] });
      await client.invalidateQueries({ queryKey: [props.item.kind, props.item.id] });
      toast(`${props.item.name} is moved`, { tone: "ok" });
      props.onClose();
    });
  }

  return (
    <Dialog
      open
      onClose={props.onClose}
      title={`Move ${props.item.name}`}
      description="Who sees it follows from where it lies; what was shared by itself stays shared."
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
        without={(id) => id === props.item.projectId}
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
