import { Show } from "solid-js";
import { NOTHING } from "../../../data/media/selection.ts";
import type { MediaItem } from "../../../data/media/types.ts";
import { selectedWords, sumWords } from "../../../data/media/words.ts";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Kbd } from "../../../ui/kbd.tsx";
import { Menu } from "../../../ui/menu.tsx";
import { downloadMedia, repairMedia, trashMedia } from "./actions.ts";
import type { Library } from "./state.ts";

type Props = {
  library: Library;
  onEdit: () => void;
  onMove: () => void;
  onPlaylist: (() => void) | undefined;
  onViews: (() => void) | undefined;
  onAlgorithm: (() => void) | undefined;
};

const MOST_BESIDE = 16;
const canBeside = (items: MediaItem[]) =>
  items.length > 1 && items.length <= MOST_BESIDE && items.every(({ dtype }) => dtype === "video" || dtype === "image");

/** What can be done with all that is chosen. */
export function BulkBar(props: Props) {
  const items = () => props.library.selected();
  const may = (privilege: "edit" | "remove" | "transfer") =>
    items().every(({ privileges }) => privileges.includes(privilege));
  const broken = () => items().filter(({ state }) => state === "failed" || state === "partial").length;
  return (
    <Show when={items().length > 0}>
      <div class="library-bulk" role="toolbar" aria-label="With what is chosen">
        <span class="library-chosen" aria-live="polite">
          {selectedWords(items().length)}
        </span>
        <span class="mr-2 text-fg-3 max-[899px]:hidden">{sumWords(items())}</span>
        <Button tone="ghost" icon="edit" disabled={!may("edit")} onClick={() => props.onEdit()}>
          Set attributes <Kbd>E</Kbd>
        </Button>
        <Button tone="ghost" icon="folder" disabled={!may("remove")} onClick={() => props.onMove()}>
          Move <Kbd>M</Kbd>
        </Button>
        <Menu
          label="Run"
          class="btn ghost"
          placement="top-start"
          entries={[
            {
              ...{ label: "Make what is missing", icon: "retry", help: broken() > 0 ? `of ${broken()}` : "" },
              disabled: broken() === 0 || !may("edit"),
              run: () => void repairMedia(items()),
            },
            ...(props.onPlaylist
              ? [{ label: "Put into a playlist…", icon: "list" as const, run: props.onPlaylist }]
              : []),
            ...(props.onViews
              ? [
                  {
                    label: "Show side by side…",
                    icon: "grid" as const,
                    disabled: !canBeside(items()),
                    run: props.onViews,
                  },
                ]
              : []),
            "line",
            {
              label: "Run an algorithm…",
              icon: "chip",
              disabled: !props.onAlgorithm,
              run: () => props.onAlgorithm?.(),
            },
          ]}
        >
          <Icon name="runs" size="s" />
          Run
        </Menu>
        <Button tone="ghost" icon="download" disabled={!may("transfer")} onClick={() => void downloadMedia(items())}>
          Download
        </Button>
        <IconButton
          icon="trash"
          label="Move to trash"
          keys="⌫"
          disabled={!may("remove")}
          onClick={() => void trashMedia(props.library)}
        />
        <IconButton
          icon="close"
          label="Choose nothing"
          keys="Esc"
          onClick={() => props.library.setSelection(NOTHING)}
        />
      </div>
    </Show>
  );
}
