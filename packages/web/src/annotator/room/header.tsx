import { useNavigate } from "@solidjs/router";
import { Match, Show, Switch } from "solid-js";
import { useShortcuts } from "../../data/shortcuts.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu } from "../../ui/menu.tsx";
import type { Around } from "../remote/media.ts";
import { QualityMenu } from "./quality-menu.tsx";
import type { Room } from "./room.ts";

type Props = {
  room: Room;
  around: Around | undefined;
  search: string;
  quality: string;
  onQuality: (name: string) => void;
  /** Asks which algorithm is to look at this media. */
  onAlgorithm: (() => void) | undefined;
};

/** Beside the crumbs: the media around this one, what is saved, on which layer one draws and from what one looks. */
export function Header(props: Props) {
  const navigate = useNavigate();
  const to = (by: 1 | -1) => (by > 0 ? props.around?.next : props.around?.previous)?.id;
  /** "7 of 24", and how many is left out where nobody counted. */
  const place = () => {
    const { at, total } = props.around ?? {};
    return at && total ? `${at.toLocaleString("en")} of ${total.toLocaleString("en")}` : "";
  };
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
      <Show when={to(1) || to(-1)}>
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
          <span class="an-count">{place()}</span>
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
        <QualityMenu room={props.room} quality={props.quality} onQuality={props.onQuality} />
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
