import { useNavigate } from "@solidjs/router";
import { Match, Show, Switch } from "solid-js";
import { useShortcuts } from "../../data/shortcuts.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu } from "../../ui/menu.tsx";
import type { MediaItem } from "../remote/media.ts";
import type { Room } from "./room.ts";

type Props = {
  room: Room;
  neighbours: MediaItem[];
  search: string;
  quality: string;
  onQuality: (name: string) => void;
  /** Asks which algorithm is to look at this media. */
  onAlgorithm: (() => void) | undefined;
};

/** Beside the crumbs: the media around this one, what is saved, on which layer one draws and from what one looks. */
export function Header(props: Props) {
  const navigate = useNavigate();
  const at = () => props.neighbours.findIndex(({ id }) => id === props.room.media.id);
  const to = (by: 1 | -1) => props.neighbours[at() + by]?.id;
  const href = (id: string) => `/media/${id}${props.search}`;
  const go = (by: 1 | -1) => {
    const id = to(by);
    if (id) navigate(href(id));
  };
  useShortcuts([
    { keys: "PageDown", label: "Next media", group: "Media", run: () => go(1) },
    { keys: "PageUp", label: "Previous media", group: "Media", run: () => go(-1) },
  ]);
  const { session } = props.room;
  const layer = () => session.layers().find(({ id }) => id === session.editing());
  return (
    <>
      <Show when={at() >= 0 && props.neighbours.length > 1}>
        <span class="flex items-center">
          <IconButton
            icon="chevronUp"
            size="sm"
            label="Previous media"
            keys="PageUp"
            disabled={!to(-1)}
            onClick={() => go(-1)}
          />
          <IconButton
            icon="chevronDown"
            size="sm"
            label="Next media"
            keys="PageDown"
            disabled={!to(1)}
            onClick={() => go(1)}
          />
          <span class="an-count">
            {at() + 1} of {props.neighbours.length}
          </span>
        </span>
      </Show>
      <Saved room={props.room} />
      <span class="grow" />
      <Show when={session.layers().length > 0}>
        <Menu
          label={layer() ? `Editing ${layer()?.name}, another layer` : "Only looking, choose a layer"}
          class="btn sm"
          placement="bottom-start"
          entries={session.layers().map(({ id, name }) => ({
            ...{ label: name, checked: id === session.editing(), disabled: !session.mayEditLayer(id) },
            run() {
              session.setEditing(id);
              session.setShownLayers(new Set([...session.shownLayers(), id]));
            },
          }))}
        >
          <Icon name="layers" size="s" />
          <Show when={layer()} fallback="Only looking">
            {(one) => (
              <>
                Editing <b class="font-semibold">{one().name}</b>
              </>
            )}
          </Show>
          <Icon name="chevronDown" size="xs" />
        </Menu>
      </Show>
      <Show when={props.room.renditions.length > 0}>
        <Menu
          label={`${props.quality === "auto" ? best(props.room) : props.quality}p, quality`}
          class="btn ghost sm"
          placement="bottom-start"
          entries={[
            {
              label: "By what one does",
              help: "small for going through, best for looking",
              checked: props.quality === "auto",
              run: () => props.onQuality("auto"),
            },
            "line",
            ...props.room.renditions.map(({ name }) => ({
              ...{ label: `${name}p`, checked: props.quality === name, run: () => props.onQuality(name) },
            })),
          ]}
        >
          {props.quality === "auto" ? `${best(props.room)}p` : `${props.quality}p`}
          <Icon name="chevronDown" size="xs" />
        </Menu>
      </Show>
      <Show when={props.onAlgorithm}>
        {(run) => (
          <Button size="sm" tone="ghost" icon="chip" onClick={() => run()()}>
            Run algorithm
          </Button>
        )}
      </Show>
      <span class="grow" />
    </>
  );
}

const best = ({ renditions }: Room) => [...renditions].sort((a, b) => b.height - a.height)[0]?.name ?? "";

/** Whether the server has everything. */
function Saved(props: { room: Room }) {
  const { saving } = props.room;
  return (
    <span class="an-saved" role="status">
      <Switch>
        <Match when={saving.trouble()}>
          <Icon name="warning" size="s" class="warn" />
          {saving.waiting()} not saved yet: the server cannot be reached. Trying again.
        </Match>
        <Match when={saving.waiting() > 0}>
          <Icon name="running" size="s" class="spin" /> Saving {saving.waiting()}
        </Match>
        <Match when={props.room.mayEdit()}>
          <Icon name="check" size="s" /> All changes saved
        </Match>
      </Switch>
    </span>
  );
}
