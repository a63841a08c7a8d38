import { For, Show } from "solid-js";
import { IconButton } from "../../ui/icon-button.tsx";
import type { IconName } from "../../ui/icons.ts";
import type { Tool } from "../stage/gestures.ts";
import type { Room } from "./room.ts";

const DRAWN: [Tool, IconName, string, string][] = [
  ["select", "cursor", "Select", "V"],
  ["box", "box", "Box", "B"],
  ["polygon", "polygon", "Polygon", "P"],
  ["line", "line", "Line", "L"],
  ["dot", "dot", "Point", "D"],
  ["track", "track", "Track", "T"],
];
const MOVED: [Tool, IconName, string, string][] = [
  ["hand", "hand", "Move the picture", "H"],
  ["zoom", "zoomIn", "Zoom to a part", "Z"],
];

export function Tools(props: { room: Room }) {
  const { session } = props.room;
  const tool = ([name, icon, label, key]: (typeof DRAWN)[number]) => (
    <span class="an-tool">
      <IconButton
        {...{ icon, label, keys: key }}
        on={session.tool() === name}
        disabled={isDrawing(name) && !canDraw(name)}
        onClick={() => session.setTool(name)}
      />
      <span class="an-key" aria-hidden="true">
        {key}
      </span>
    </span>
  );
  const isDrawing = (name: Tool) => props.room.shapeOf(name) !== undefined;
  /** With a layer to draw on and a class of that shape. */
  const canDraw = (name: Tool) => {
    const layer = session.editing();
    const shape = props.room.shapeOf(name);
    const has = shape !== undefined && session.typeFor(shape) !== undefined;
    const isAllowed =
      layer === undefined ? session.layers().length === 0 && props.room.mayEdit() : session.canEdit(layer);
    return isAllowed && has && (name !== "track" || session.typeFor("track") !== undefined);
  };
  return (
    <div class="an-tools" role="toolbar" aria-label="Drawing tools" aria-orientation="vertical">
      <For each={DRAWN}>{tool}</For>
      <hr />
      <For each={MOVED}>{tool}</For>
      <span class="an-tool">
        <IconButton icon="fit" label="The whole picture" keys="0" onClick={() => props.room.stage()?.fit()} />
        <span class="an-key" aria-hidden="true">
          0
        </span>
      </span>
      <hr />
      <span class="an-tool">
        <IconButton
          icon={session.overlays() ? "eye" : "eyeOff"}
          label={session.overlays() ? "Hide objects" : "Show objects"}
          keys="O"
          on={!session.overlays()}
          onClick={() => session.setOverlays(!session.overlays())}
        />
        <span class="an-key" aria-hidden="true">
          O
        </span>
      </span>
      <Show when={session.mayEditLayer(session.editing() ?? "")}>
        <IconButton
          icon="undo"
          label={`Undo ${session.history.canUndo() ?? ""}`}
          disabled={!session.history.canUndo()}
          onClick={() => session.history.undo()}
        />
      </Show>
    </div>
  );
}
