import { useQuery } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { createStore } from "solid-js/store";
import { toSend } from "../data/attribute-words.ts";
import { plural } from "../data/format.ts";
import { loaded } from "../data/loaded.ts";
import { mediaQueries } from "../data/media/api.ts";
import { typeWords } from "../data/media/type-form.ts";
import { fieldError, sentence } from "../data/problem.ts";
import { queries } from "../data/queries.ts";
import { createSubmit } from "../data/submit.ts";
import type { AttributeValue } from "../data/types-collaboration.ts";
import { foldersOf } from "../data/upload/folders.ts";
import { sendMedia } from "../data/upload/send-media.ts";
import { comingMedia, setComingMedia } from "../data/upload/target.ts";
import { AttributeField } from "../pages/attributes/attribute-field.tsx";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Select } from "../ui/select.tsx";

/** Asks what all the files that come to the media of a project have, and whether their folders come along. */
export const UploadMedia = () => (
  <Show when={comingMedia()} keyed>
    {(coming) => <Ask {...coming} />}
  </Show>
);

function Ask(props: NonNullable<ReturnType<typeof comingMedia>>) {
  const found = useQuery(() => queries.attributeTypes(props.target.id));
  const types = () => (loaded(found)?.items ?? []).filter(({ kinds, visible }) => visible && kinds.includes("media"));
  const folders = foldersOf(props.files);
  const [texts, setTexts] = createStore<Record<string, string>>({});
  const [keepFolders, setKeepFolders] = createSignal(folders.length > 0);
  const [videoType, setVideoType] = createSignal("");
  const typesFound = useQuery(() => mediaQueries.types(props.target.id));
  const videoTypes = () =>
    (loaded(typesFound)?.items ?? []).filter(({ dtype, visible }) => visible && dtype === "video");
  const { busy, error, submit } = createSubmit();
  const close = () => setComingMedia(undefined);
  const lacking = () =>
    types().some(
      ({ name, required, useCurrent, ...type }) =>
        required && type.default === undefined && !useCurrent && !(texts[name] ?? "").trim(),
    );
  const values = (): Record<string, AttributeValue> =>
    Object.fromEntries(
      types().flatMap((type): [string, AttributeValue][] => {
        const value = toSend(type, texts[type.name] ?? "");
        return value === null ? [] : [[type.name, value]];
      }),
    );
  const send = () =>
    submit(async () => {
      await sendMedia(props.target, props.files, {
        attributes: values(),
        keepFolders: keepFolders(),
        ...(videoType() ? { videoType: videoType() } : {}),
      });
      close();
    });
  return (
    <Dialog
      open
      onClose={close}
      title={`Upload ${plural(props.files.length, "file")} to ${props.target.name}`}
      description="What is said here holds for all of them, and can be changed later."
      width={480}
      onSubmit={() => void send()}
      foot={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button tone="primary" type="submit" busy={busy()} disabled={found.isPending || lacking()}>
            Upload
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-3">
        <Show when={folders.length > 0}>
          <Checkbox checked={keepFolders()} onChange={setKeepFolders}>
            Keep {plural(folders.length, "folder")} as {folders.length === 1 ? "a folder" : "folders"} of media
          </Checkbox>
        </Show>
        <Show when={videoTypes().length > 0}>
          <Select
            label="Type of the videos"
            options={[
              { value: "", label: "None" },
              ...videoTypes().map((type) => ({ value: type.id, label: type.name, help: typeWords(type) })),
            ]}
            value={videoType()}
            onChange={setVideoType}
          />
        </Show>
        <For each={types()}>
          {(type) => (
            <AttributeField
              type={type}
              value={type.default}
              text={texts[type.name]}
              error={fieldError(error(), type.name)}
              onText={(text) => setTexts(type.name, text)}
            />
          )}
        </For>
        <Show when={error()}>
          <Banner tone="bad">{sentence(error())}</Banner>
        </Show>
      </div>
    </Dialog>
  );
}
