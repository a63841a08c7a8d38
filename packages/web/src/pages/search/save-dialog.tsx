import { useQuery } from "@tanstack/solid-query";
import { createEffect, createSignal, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { loaded } from "../../data/loaded.ts";
import { fieldError, sentence } from "../../data/problem.ts";
import { queries } from "../../data/queries.ts";
import { refreshSaved } from "../../data/saved-searches.ts";
import { createSubmit } from "../../data/submit.ts";
import { toast } from "../../data/toast.ts";
import type { SavedSearch } from "../../data/types.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";

const EVERYWHERE = "";

type Props = {
  open: boolean;
  /** The text to save. */
  q: string;
  /** One that is there already: then its name and whom it is shared with change. */
  saved: SavedSearch | undefined;
  onClose: () => void;
};

export function SaveSearch(props: Props) {
  const [name, setName] = createSignal("");
  const [project, setProject] = createSignal(EVERYWHERE);
  const [shared, setShared] = createSignal(false);
  const { busy, error, forget, submit } = createSubmit();
  const projects = useQuery(() => ({ ...queries.projects(), enabled: props.open }));
  createEffect(() => {
    if (!props.open) return;
    setName(props.saved?.name ?? "");
    setProject(props.saved?.project?.id ?? EVERYWHERE);
    setShared(props.saved?.shared ?? false);
    forget();
  });
  const places = () => [
    { value: EVERYWHERE, label: "Everywhere" },
    ...(loaded(projects)?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ];
  const mayShare = () =>
    loaded(projects)
      ?.items.find(({ id }) => id === project())
      ?.privileges.includes("create") ?? false;

  async function save() {
    await submit(async () => {
      const said = { name: name().trim(), shared: shared() && project() !== EVERYWHERE };
      await (props.saved
        ? api.savedSearches.update(props.saved.id, said)
        : api.savedSearches.create({ ...said, q: props.q, ...(project() ? { projectId: project() } : {}) }));
      await refreshSaved();
      toast("The search is saved", { tone: "ok" });
      props.onClose();
    });
  }

  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={props.saved ? `Saved search ${props.saved.name}` : "Save this search"}
      width={440}
      onSubmit={() => void save()}
      foot={
        <>
          <Button onClick={() => props.onClose()}>Cancel</Button>
          <Button tone="primary" type="submit" busy={busy()} disabled={!name().trim()}>
            Save
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
          placeholder="Unreviewed lingcod"
        />
        <Show when={!props.saved}>
          <p class="text-12 text-fg-2">
            <code class="break-words">{props.q}</code>
          </p>
          <Select label="Where it looks" options={places()} value={project()} onChange={setProject} />
        </Show>
        <Show when={mayShare()}>
          <Checkbox checked={shared()} onChange={setShared}>
            Whoever sees the project finds it too
          </Checkbox>
        </Show>
        <Show when={error() && !fieldError(error(), "name")}>
          <Banner tone="bad">{sentence(error())}</Banner>
        </Show>
      </div>
    </Dialog>
  );
}
