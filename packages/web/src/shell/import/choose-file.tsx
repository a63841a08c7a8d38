import { keepPreviousData, useQuery } from "@tanstack/solid-query";
import { createEffect, createSignal, For, Show } from "solid-js";
import { createDebounced } from "../../data/debounce.ts";
import { isTabular } from "../../data/files.ts";
import { bytes, percent } from "../../data/format.ts";
import type { ImportSource, ImportTarget } from "../../data/import-request.ts";
import { queries } from "../../data/queries.ts";
import { sendAsking } from "../../data/upload/ask.ts";
import { filesOfInput } from "../../data/upload/drop.ts";
import { uploads } from "../../data/upload/index.ts";
import { choose } from "../../data/upload/target.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Input } from "../../ui/input.tsx";
import { Progress } from "../../ui/progress.tsx";
import { When } from "../../ui/when.tsx";

const SHOWN = 50;
const TYPING_MS = 150;

type Props = {
  table: ImportTarget;
  onClose: () => void;
  onChoose: (file: ImportSource, uploadItem?: string) => void;
};

/** Which file becomes the next version: one of the project's, or one from this computer. */
export function ChooseFile(props: Props) {
  const [text, setText] = createSignal("");
  const [uploading, setUploading] = createSignal<string>();
  const asked = createDebounced(text, TYPING_MS);
  const projectId = () => props.table.projectId ?? "";
  const project = useQuery(() => queries.project(projectId()));
  const items = useQuery(() => ({
    ...queries.items(projectId(), { kind: "file", q: asked(), sort: "-updatedAt" }),
    placeholderData: keepPreviousData,
  }));
  const files = () =>
    (items.data?.items ?? [])
      .flatMap((item) => (item.kind === "file" && isTabular(item.name) ? [item] : []))
      .slice(0, SHOWN);
  const upload = () => uploads.items.find((item) => item.id === uploading());

  async function pick() {
    const list = await choose({ multiple: false });
    const [file] = list ? filesOfInput(list) : [];
    if (file) {
      const [row] = await sendAsking(projectId(), project.data?.name ?? "", [file], { into: props.table });
      setUploading(row);
    }
  }
  createEffect(() => {
    const item = upload();
    if (item?.fileId) props.onChoose({ id: item.fileId, name: item.name, projectId: item.projectId }, item.id);
  });

  return (
    <Dialog
      open
      onClose={() => props.onClose()}
      title={`New version of ${props.table.name}`}
      description="Choose the file with the new rows. Earlier versions stay as they are."
      width={560}
      foot={
        <>
          <Button class="mr-auto" icon="upload" disabled={uploading() !== undefined} onClick={() => void pick()}>
            From this computer…
          </Button>
          <Button onClick={() => props.onClose()}>Cancel</Button>
        </>
      }
    >
      <Show
        when={upload()}
        fallback={
          <>
            <Input
              icon="search"
              aria-label="Find a file"
              placeholder={`Find a file in ${project.data?.name ?? "the project"}`}
              value={text()}
              onText={setText}
              autofocus
            />
            <ul class="scroll mt-2 -mx-2 h-72">
              <For
                each={files()}
                fallback={
                  <Show when={items.data}>
                    <li class="px-2 py-3 text-12 text-fg-2">
                      {text() ? "No file with this name can be a table." : "No file of this project can be a table."}
                    </li>
                  </Show>
                }
              >
                {(file) => (
                  <li>
                    <button type="button" class="menu-item" onClick={() => props.onChoose(file)}>
                      <Icon name="file" size="s" />
                      <span class="truncate font-medium">{file.name}</span>
                      <span class="end pl-3 text-11 text-fg-3 tabular-nums">
                        {bytes(file.bytes)} · <When at={file.updatedAt} />
                      </span>
                    </button>
                  </li>
                )}
              </For>
            </ul>
          </>
        }
      >
        {(item) => (
          <div class="flex h-40 flex-col justify-center gap-2">
            <div class="flex gap-2 text-12">
              <span class="truncate font-medium">{item().name}</span>
              <span class="ml-auto text-fg-3 tabular-nums">
                {percent(item().bytes ? item().sent / item().bytes : 1)}
              </span>
            </div>
            <Progress fraction={item().bytes ? item().sent / item().bytes : 1} label={`Upload of ${item().name}`} />
            <p class="text-12 text-fg-2">The preview follows by itself. Closing this stops nothing.</p>
            <Show when={item().error}>{(error) => <Banner tone="bad">{error()}</Banner>}</Show>
          </div>
        )}
      </Show>
    </Dialog>
  );
}
