import { createSignal, onCleanup, Show } from "solid-js";
import { complain } from "../data/toast.ts";
import { filesOf } from "../data/upload/drop.ts";
import { take, target } from "../data/upload/target.ts";
import { Icon } from "../ui/icon.tsx";
import { AskAttributes } from "./ask-attributes.tsx";
import { UploadMedia } from "./upload-media.tsx";
import { UploadTo } from "./upload-to.tsx";

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;

/** The whole window takes files; while they hover it says where they will go. */
export function DropZone() {
  const [depth, setDepth] = createSignal(0);

  const enter = (event: DragEvent) => hasFiles(event) && setDepth(depth() + 1);
  const leave = (event: DragEvent) => hasFiles(event) && setDepth(Math.max(0, depth() - 1));
  const over = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
  };
  const drop = (event: DragEvent) => {
    if (!hasFiles(event) || !event.dataTransfer) return;
    event.preventDefault();
    setDepth(0);
    filesOf(event.dataTransfer).then(take, complain("The dropped files could not be read"));
  };

  const listeners: [keyof WindowEventMap, (event: DragEvent) => void][] = [
    ["dragenter", enter],
    ["dragleave", leave],
    ["dragover", over],
    ["drop", drop],
  ];
  for (const [name, run] of listeners) window.addEventListener(name, run as EventListener);
  onCleanup(() => {
    for (const [name, run] of listeners) window.removeEventListener(name, run as EventListener);
  });

  return (
    <>
      <Show when={depth() > 0}>
        <div class="drop-hint">
          <span>
            <Icon name="upload" />
            Drop to upload to {target()?.name ?? "a project"}
          </span>
        </div>
      </Show>
      <UploadTo />
      <AskAttributes />
      <UploadMedia />
    </>
  );
}
