import { useQuery } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import { plural } from "../../../data/format.ts";
import { loaded } from "../../../data/loaded.ts";
import { mediaApi, mediaQueries } from "../../../data/media/api.ts";
import { fieldError, sentence } from "../../../data/problem.ts";
import { createSubmit } from "../../../data/submit.ts";
import { toast } from "../../../data/toast.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Field } from "../../../ui/field.tsx";
import { Select } from "../../../ui/select.tsx";
import { refreshMedia } from "./actions.ts";
import type { Library } from "./state.ts";

const FRESH = "new";

/** Puts what is chosen at the end of a playlist, or into a new one. */
export function ToPlaylist(props: { library: Library; projectId: string; onClose: () => void }) {
  const ids = props.library.selected().map(({ id }) => id);
  const lists = useQuery(() => mediaQueries.playlists(props.projectId));
  const playlists = () => loaded(lists)?.items ?? [];
  const [choice, setChoice] = createSignal(FRESH);
  const [name, setName] = createSignal("");
  const { busy, error, submit } = createSubmit();
  const add = () =>
    submit(async () => {
      const list = playlists().find(({ id }) => id === choice());
      await (list
        ? mediaApi.addToPlaylist(list, ids)
        : mediaApi.makePlaylist(props.projectId, { name: name().trim(), mediaIds: ids }));
      await refreshMedia();
      toast(`${plural(ids.length, "clip")} put into ${list?.name ?? name().trim()}`, { tone: "ok" });
      props.onClose();
    });
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={`Put ${plural(ids.length, "clip")} into a playlist`}
      width={440}
      onSubmit={() => void add()}
      foot={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button tone="primary" type="submit" busy={busy()} disabled={choice() === FRESH && !name().trim()}>
            Add
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-3">
        <Select
          label="Playlist"
          options={[
            ...playlists().map(({ id, name: label }) => ({ value: id, label })),
            { value: FRESH, label: "New playlist…" },
          ]}
          value={choice()}
          onChange={setChoice}
        />
        <Show when={choice() === FRESH}>
          <Field label="Name" value={name()} onText={setName} error={fieldError(error(), "name")} maxLength={255} />
        </Show>
        <Show when={error() && !fieldError(error(), "name")}>
          <Banner tone="bad">{sentence(error())}</Banner>
        </Show>
      </div>
    </Dialog>
  );
}
