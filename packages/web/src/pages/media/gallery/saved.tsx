import { useQuery } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import { api } from "../../../data/api.ts";
import { loaded } from "../../../data/loaded.ts";
import { filterOf, readConditions } from "../../../data/media/conditions.ts";
import { fieldError, sentence } from "../../../data/problem.ts";
import { queries } from "../../../data/queries.ts";
import { refreshSaved, removeSaved } from "../../../data/saved-searches.ts";
import { useSignedIn } from "../../../data/session.ts";
import { createSubmit } from "../../../data/submit.ts";
import { toast } from "../../../data/toast.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Field } from "../../../ui/field.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Menu, type MenuEntry } from "../../../ui/menu.tsx";
import type { Gallery } from "./state.ts";

/** Questions that are kept: one's own, and those that somebody shares with whoever sees the project. */
export function SavedMenu(props: { gallery: Gallery }) {
  const { gallery } = props;
  const signedIn = useSignedIn();
  const [saving, setSaving] = createSignal(false);
  const kept = useQuery(() => ({
    ...queries.savedSearches({ projectId: gallery.projectId(), subject: "localizations" }),
    enabled: signedIn,
  }));
  const items = () => loaded(kept)?.items ?? [];
  const now = () => JSON.stringify(gallery.asked().filter);
  const entries = (): MenuEntry[] => [
    ...(items().length > 0 ? [{ caption: "Saved" }] : []),
    ...items().map((one) => ({
      label: one.name,
      help: one.mine ? (one.shared ? "shared" : "") : one.createdBy.name,
      checked: one.q === now(),
      run: () => gallery.ask(readConditions(one.q)),
    })),
    ...(items().length > 0 ? ["line" as const] : []),
    { label: "Save this search…", disabled: gallery.conditions().length === 0, run: () => setSaving(true) },
    ...items()
      .filter(({ mine, q }) => mine && q === now())
      .map((one) => ({ label: `Delete ${one.name}`, danger: true, run: () => void removeSaved(one) })),
  ];
  return (
    <Show when={signedIn}>
      <Menu label="Saved searches" class="btn ghost sm" placement="bottom-start" entries={entries()}>
        <Icon name="star" size="s" />
        Saved
      </Menu>
      <Save gallery={gallery} open={saving()} onClose={() => setSaving(false)} />
    </Show>
  );
}

function Save(props: { gallery: Gallery; open: boolean; onClose: () => void }) {
  const [name, setName] = createSignal("");
  const [shared, setShared] = createSignal(false);
  const { busy, error, submit } = createSubmit();
  const mayShare = () => props.gallery.project()?.privileges.includes("create") ?? false;
  const save = () =>
    submit(async () => {
      const q = JSON.stringify(filterOf(props.gallery.conditions()));
      const projectId = props.gallery.projectId();
      await api.savedSearches.create({ name: name().trim(), q, projectId, shared: shared(), subject: "localizations" });
      await refreshSaved();
      toast("The search is saved", { tone: "ok" });
      setName("");
      props.onClose();
    });
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title="Save this search"
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
          placeholder="Lingcod to look at again"
        />
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
