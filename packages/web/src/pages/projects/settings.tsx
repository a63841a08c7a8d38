import { useNavigate } from "@solidjs/router";
import { createEffect, createSignal, on, Show } from "solid-js";
import { api } from "../../data/api.ts";
import { client } from "../../data/client.ts";
import { fieldError, isProblem, sentence } from "../../data/problem.ts";
import { forgetOpened } from "../../data/recent.ts";
import { complain, toast } from "../../data/toast.ts";
import type { Visibility } from "../../data/types.ts";
import { visibilities } from "../../data/visibility.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { useProject } from "./context.ts";

export function ProjectSettings() {
  const navigate = useNavigate();
  const project = useProject();
  const [name, setName] = createSignal(project().name);
  const [description, setDescription] = createSignal(project().description);
  const [visibility, setVisibility] = createSignal<Visibility>(project().visibility);
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const mayEdit = () => project().privileges.includes("edit");
  const mayManage = () => project().privileges.includes("manage");
  const changed = () =>
    name().trim() !== project().name ||
    (description() ?? "") !== (project().description ?? "") ||
    visibility() !== project().visibility;

  createEffect(
    on(
      () => project().revision,
      () => setError(undefined),
      { defer: true },
    ),
  );

  async function save() {
    setBusy(true);
    setError(undefined);
    try {
      const next = await api.projects.update(
        project().id,
        {
          name: name().trim(),
          description: description() ?? "",
          ...(visibility() === project().visibility ? {} : { visibility: visibility() }),
        },
        project().revision,
      );
      client.setQueryData(["project", next.id], next);
      await client.invalidateQueries({ queryKey: ["projects"] });
      toast("Saved", { tone: "ok" });
    } catch (cause) {
      setError(cause);
      if (isProblem(cause) && (cause.status === 409 || cause.status === 412)) {
        await client.invalidateQueries({ queryKey: ["project", project().id] });
      }
    } finally {
      setBusy(false);
    }
  }

  async function trash() {
    const { id, name: title } = project();
    const restore = () =>
      api.projects
        .restore(id)
        .then(() => client.invalidateQueries({ queryKey: ["projects"] }))
        .then(() => navigate(`/projects/${id}`))
        .catch(complain(`${title} was not restored`));
    try {
      await api.projects.remove(id);
      forgetOpened(id);
      navigate("/projects");
      client.removeQueries({ queryKey: ["project", id] });
      await client.invalidateQueries({ queryKey: ["projects"] });
      toast(`${title} is in the trash`, {
        detail: "Everything in it is kept.",
        action: { label: "Undo", run: () => void restore() },
      });
    } catch (cause) {
      complain(`${title} was not moved`)(cause);
    }
  }

  return (
    <div class="max-w-xl p-6">
      <form
        class="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field
          label="Name"
          value={name()}
          onText={setName}
          disabled={!mayEdit()}
          error={fieldError(error(), "name")}
          maxLength={120}
        />
        <Field label="Description" value={description() ?? ""} onText={setDescription} disabled={!mayEdit()} />
        <Select
          label="Who can see it"
          options={visibilities}
          value={visibility()}
          onChange={setVisibility}
          disabled={!mayManage()}
        />
        <Show when={error()}>
          <Banner tone="bad">{sentence(error())}</Banner>
        </Show>
        <div>
          <Button tone="primary" type="submit" busy={busy()} disabled={!changed() || !name().trim() || !mayEdit()}>
            Save changes
          </Button>
        </div>
      </form>
      <Show when={project().privileges.includes("remove")}>
        <section class="mt-10 border-t border-line pt-5">
          <h2 class="mb-1">Trash</h2>
          <p class="mb-3 text-fg-2">Moves the project and everything in it out of sight. It can be brought back.</p>
          <Button tone="dangerLine" icon="trash" onClick={() => void trash()}>
            Move to trash
          </Button>
        </section>
      </Show>
    </div>
  );
}
