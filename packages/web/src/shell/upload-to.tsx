import { useNavigate } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createEffect, createMemo, createSignal, Show } from "solid-js";
import { api } from "../data/api.ts";
import { client } from "../data/client.ts";
import { plural } from "../data/format.ts";
import { sentence } from "../data/problem.ts";
import { queries } from "../data/queries.ts";
import { complain } from "../data/toast.ts";
import { sendAsking } from "../data/upload/ask.ts";
import { homeless, setHomeless } from "../data/upload/target.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Select } from "../ui/select.tsx";

const FRESH = "new";

/** Asks for the project of files that were dropped outside of one. */
export function UploadTo() {
  const navigate = useNavigate();
  const [choice, setChoice] = createSignal<string>();
  const [name, setName] = createSignal("My first project");
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const open = () => homeless().length > 0;
  const projects = useQuery(() => ({ ...queries.projects(), enabled: open() }));

  const options = createMemo(() => [
    ...(projects.data?.items ?? [])
      .filter((project) => project.privileges.includes("create"))
      .map((project) => ({ value: project.id, label: project.name })),
    { value: FRESH, label: "New project…" },
  ]);
  const chosen = () => choice() ?? options()[0]?.value ?? FRESH;
  createEffect(() => open() && setError(undefined));

  async function upload() {
    setBusy(true);
    try {
      const known = projects.data?.items.find((project) => project.id === chosen());
      const project = known ?? (await api.projects.create({ name: name().trim(), visibility: "private" }));
      if (!known) await client.invalidateQueries({ queryKey: ["projects"] });
      const files = homeless();
      setHomeless([]);
      sendAsking(project.id, project.name, files).catch(complain("The upload did not start"));
      navigate(`/projects/${project.id}`);
    } catch (cause) {
      setError(cause);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog
      open={open()}
      onClose={() => setHomeless([])}
      title={`Upload ${plural(homeless().length, "file")}`}
      width={440}
      onSubmit={() => void upload()}
      foot={
        <>
          <Button onClick={() => setHomeless([])}>Cancel</Button>
          <Button tone="primary" type="submit" busy={busy()} disabled={chosen() === FRESH && !name().trim()}>
            Upload
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-3">
        <Select label="To which project" options={options()} value={chosen()} onChange={setChoice} />
        <Show when={chosen() === FRESH}>
          <Field label="Name of the new project" value={name()} onText={setName} maxLength={120} />
        </Show>
        <Show when={error()}>
          <Banner tone="bad">{sentence(error())}</Banner>
        </Show>
      </div>
    </Dialog>
  );
}
