import { useNavigate } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createEffect, createSignal, Show } from "solid-js";
import { api } from "../data/api.ts";
import { client } from "../data/client.ts";
import { loaded } from "../data/loaded.ts";
import { newProjectIn, setNewProjectIn } from "../data/palette.ts";
import { fieldError, isProblem, sentence } from "../data/problem.ts";
import { queries } from "../data/queries.ts";
import { createRequired } from "../data/required.ts";
import { createSubmit } from "../data/submit.ts";
import type { Visibility } from "../data/types.ts";
import { visibilitiesHere } from "../data/visibility.ts";
import { RequiredFields } from "../pages/attributes/required-fields.tsx";
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
  const [namespace, setNamespace] = createSignal("");
  const deployment = useQuery(() => queries.deployment());
  const namespaces = useQuery(() => ({ ...queries.namespaces(), enabled: props.open && !newProjectIn() }));
  const places = () =>
    (namespaces.data?.items ?? []).map(({ id, name, slug, kind }) => ({
      value: id,
      label: kind === "personal" ? "Yourself" : name,
      help: `/${slug}`,
    }));
  const close = () => {
    setNewProjectIn(undefined);
    props.onClose();
  };
  const { busy, error, forget, submit } = createSubmit();
  const required = createRequired(() => (props.open ? newProjectIn()?.id : undefined), "project");

  createEffect(() => {
    if (!props.open) return;
    setName("");
    setDescription("");
    setVisibility("private");
    setNamespace("");
    required.forget();
    forget();
  });

  /** Inside another project it inherits who sees it. */
  const where = () => {
    const parent = newProjectIn();
    if (parent) return { parentId: parent.id };
    return { visibility: visibility(), ...(namespace() ? { namespace: namespace() } : {}) };
  };

  async function create() {
    await submit(async () => {
      const project = await api.projects.create({
        name: name().trim(),
        description: description().trim(),
        ...where(),
        ...required.sent(),
      });
      client.setQueryData(["project", project.id], project);
      await client.invalidateQueries({ queryKey: ["projects"] });
      await client.invalidateQueries({ queryKey: ["items", newProjectIn()?.id] });
      close();
      navigate(`/projects/${project.id}`);
    });
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
          <Button onClick={close}>Cancel</Button>
          <Button tone="primary" type="submit" busy={busy()} disabled={!name().trim() || !required.isComplete()}>
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
        <RequiredFields required={required} error={error()} />
        <Show
          when={!newProjectIn()}
          fallback={<p class="text-12 text-fg-2">Whoever sees {newProjectIn()?.name} sees it too.</p>}
        >
          <Show when={places().length > 1}>
            <Select
              label="Belongs to"
              options={places()}
              value={namespace() || (places()[0]?.value ?? "")}
              onChange={setNamespace}
            />
          </Show>
          <Select
            label="Who can see it"
            options={visibilitiesHere(loaded(deployment))}
            value={visibility()}
            onChange={setVisibility}
          />
        </Show>
        <Show when={other()}>
          <Banner tone="bad">{sentence(error())}</Banner>
        </Show>
      </div>
    </Dialog>
  );
}
