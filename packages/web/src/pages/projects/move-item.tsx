import { createSignal, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { fieldError, sentence } from "../../data/problem.ts";
import { createSubmit } from "../../data/submit.ts";
import { toast } from "../../data/toast.ts";
import type { Item } from "../../data/types.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { DestinationSelect } from "./destination.tsx";

/** Which project a file or a table is to lie in. */
export function MoveItem(props: { item: Item; onClose: () => void }) {
  const [to, setTo] = createSignal("");
  const { busy, error, submit } = createSubmit();

  async function move() {
    await submit(async () => {
      await api.move(props.item.id, to());
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
      <Show when={error()}>
        <div class="mt-3">
          <Banner tone="bad">{sentence(error())}</Banner>
        </div>
      </Show>
    </Dialog>
  );
}
