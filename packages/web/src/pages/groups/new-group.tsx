import { useNavigate } from "@solidjs/router";
import { createEffect, createSignal, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { fieldError, isProblem, sentence } from "../../data/problem.ts";
import { createSubmit } from "../../data/submit.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";

export function NewGroup(props: { open: boolean; onClose: () => void }) {
  const navigate = useNavigate();
  const [name, setName] = createSignal("");
  const [description, setDescription] = createSignal("");
  const [listed, setListed] = createSignal(true);
  const { busy, error, forget, submit } = createSubmit();

  createEffect(() => {
    if (!props.open) return;
    setName("");
    setDescription("");
    setListed(true);
    forget();
  });

  async function create() {
    await submit(async () => {
      const input = { name: name().trim(), description: description().trim(), listed: listed() };
      const group = await api.groups.create(input);
      client.setQueryData(["group", group.id], group);
      await client.invalidateQueries({ queryKey: ["groups"] });
      props.onClose();
      navigate(`/groups/${group.id}`);
    });
  }

  const other = () => error() !== undefined && !(isProblem(error()) && fieldError(error(), "name"));
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title="New group"
      width={480}
      onSubmit={() => void create()}
      foot={
        <>
          <Button onClick={() => props.onClose()}>Cancel</Button>
          <Button tone="primary" type="submit" busy={busy()} disabled={!name().trim()}>
            Create group
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-3">
        <Field
          label="Name"
          value={name()}
          onText={setName}
          error={fieldError(error(), "name")}
          autofocus
          maxLength={255}
          placeholder="Survey team"
        />
        <Field label="Description" value={description()} onText={setDescription} placeholder="Optional, one line" />
        <Checkbox checked={listed()} onChange={setListed}>
          Everyone signed in finds it and may ask to join
        </Checkbox>
        <Show when={other()}>
          <Banner tone="bad">{sentence(error())}</Banner>
        </Show>
      </div>
    </Dialog>
  );
}
