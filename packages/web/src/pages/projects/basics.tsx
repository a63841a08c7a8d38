import { useQuery } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { loaded } from "../../data/loaded.ts";
import { createMergeSave } from "../../data/merge-save.ts";
import { fieldError, sentence } from "../../data/problem.ts";
import { queries } from "../../data/queries.ts";
import { toast } from "../../data/toast.ts";
import type { Project, Visibility } from "../../data/types.ts";
import { visibilitiesHere } from "../../data/visibility.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { MergeDialog } from "../../ui/merge-dialog.tsx";
import { Select } from "../../ui/select.tsx";
import { useProject } from "./context.ts";

const LABELS = { name: "Name", description: "Description", visibility: "Who can see it" };

/** Name, description and who sees it; two people who change them at once are both heard. */
export function Basics() {
  const project = useProject();
  const deployment = useQuery(() => queries.deployment());
  const [name, setName] = createSignal(project().name);
  const [description, setDescription] = createSignal(project().description);
  const [visibility, setVisibility] = createSignal<Visibility>(project().visibility);
  const may = (privilege: Project["privileges"][number]) => project().privileges.includes(privilege);
  const form = createMergeSave<Project>({
    initial: project(),
    fieldsOf: (version) => ({
      name: version.name,
      description: version.description,
      visibility: version.visibility,
    }),
    mine: () => ({ name: name().trim(), description: description(), visibility: visibility() }),
    load: () => api.projects.get(project().id),
    save: (change, revision) => api.projects.update(project().id, change, revision),
    onSaved: (saved) => {
      setName(saved.name);
      setDescription(saved.description);
      setVisibility(saved.visibility);
      client.setQueryData(["project", saved.id], saved);
      void client.invalidateQueries({ queryKey: ["projects"] });
      toast("Saved", { tone: "ok" });
    },
  });

  return (
    <>
      <form
        class="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void form.save();
        }}
      >
        <Field
          label="Name"
          value={name()}
          onText={setName}
          disabled={!may("edit")}
          error={fieldError(form.error(), "name")}
          maxLength={120}
        />
        <Field label="Description" value={description()} onText={setDescription} disabled={!may("edit")} />
        <Select
          label="Who can see it"
          options={visibilitiesHere(loaded(deployment))}
          value={visibility()}
          onChange={setVisibility}
          disabled={!may("manage")}
        />
        <Show when={form.error()}>
          <Banner tone="bad">{sentence(form.error())}</Banner>
        </Show>
        <div>
          <Button
            tone="primary"
            type="submit"
            busy={form.busy()}
            disabled={!form.isChanged() || !name().trim() || !may("edit")}
          >
            Save changes
          </Button>
        </div>
      </form>
      <MergeDialog
        open={form.question() !== undefined}
        what="this project"
        conflicts={form.question()?.conflicts ?? []}
        labels={LABELS}
        kept={Object.keys(form.question()?.merged ?? {})}
        busy={form.busy()}
        onClose={form.dismiss}
        onSettle={(choices) => void form.answer(choices)}
      />
    </>
  );
}
