import { useNavigate } from "@solidjs/router";
import { createEffect, createSignal, Show } from "solid-js";
import { api } from "../data/api.ts";
import { client } from "../data/client.ts";
import { fieldError, isProblem, sentence } from "../data/problem.ts";
import type { Visibility } from "../data/types.ts";
import { visibilities } from "../data/visibility.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Select } from "../ui/select.tsx";

export function NewProject(props: { open: boolean; onClose: () => void }) {
  const navigate = useNavigate();
  const [name, setName] = createSignal("");
  const [description, setDescription] = createSignal("");
  const [visibility, setVisibility] = createSignal<Visibility>("private");
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();

  createEffect(() => {
    if (!props.open) return;
    setName("");
    setDescription("");
    setVisibility("private");
    setError(undefined);
  });

  async function create() {
    setBusy(true);
    setError(undefined);
    try {
      const project = await api.projects.create({
        name: name().trim(),
        description: description().trim(),
        visibility: visibility(),
      });
      client.setQueryData(["project", project.id], project);
      await client.invalidateQueries({ queryKey: ["projects"] });
      props.onClose();
      navigate(`/projects/${project.id}`);
    } catch (cause) {
      setError(cause);
    } finally {
      setBusy(false);
    }
  }

  const other = () => error() !== undefined && !(isProblem(error()) && fieldError(error(), "name"));
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title="New project"
      width={480}
      onSubmit={() => void create()}
      foot={
        <>
          <Button onClick={() => props.onClose()}>Cancel</Button>
          <Button tone="primary" type="submit" busy={busy()} disabled={!name().trim()}>
            Create project
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
          maxLength={120}
          placeholder="Coastal survey"
        />
        <Field label="Description" value={description()} onText={setDescription} placeholder="Optional, one line" />
        <Select label="Who can see it" options={visibilities} value={visibility()} onChange={setVisibility} />
        <Show when={other()}>
          <Banner tone="bad">{sentence(error())}</Banner>
        </Show>
      </div>
    </Dialog>
  );
}
