import { type Shortcut, useShortcuts } from "../../data/shortcuts.ts";
import { stepRate } from "../player/roles.ts";
import type { Tool } from "../stage/gestures.ts";
import { colorings } from "./colorings.ts";
import { listed } from "./listed.ts";
import type { Room } from "./room.ts";

const TOOLS: [string, Tool, string][] = [
  ["v", "select", "Select"],
  ["b", "box", "Box"],
  ["p", "polygon", "Polygon"],
  ["l", "line", "Line"],
  ["d", "dot", "Point"],
  ["t", "track", "Track"],
  ["h", "hand", "Move the picture"],
  ["z", "zoom", "Zoom to a part"],
];
const PARTS: [string, string, string][] = [
  ["o", "objects", "Objects"],
  ["f", "frame", "Frame"],
  ["c", "classes", "Classes"],
  ["m", "media", "Media"],
];
const NUDGE = 1;
const FAR = 10;
const SOME = 10;
/** What Enter draws where there is no pointer: a fifth of the picture in its middle. */
const PLACED = { left: 0.4, right: 0.6 };

/** Every action has a key. Classes' own letters win over the tools'. */
export function useKeys(room: () => Room) {
  const { player, session } = room();
  const { stage } = room();
  const second = () => Math.max(1, Math.round(room().fps()));
  const isOnStage = () => document.activeElement?.classList.contains("an-stage") ?? false;

  /** Arrows move what is selected when the stage has the focus, and go through the frames otherwise, as between two boxes of a track. */
  const arrow = (key: string, dx: number, dy: number) => (event: KeyboardEvent) => {
    const { width, height } = room().picture();
    const by = event.shiftKey ? FAR : NUDGE;
    if (isOnStage() && session.tool() === "select" && session.drawn().length > 0)
      session.nudge((dx * by) / width, (dy * by) / height, event.ctrlKey || event.metaKey);
    else if (!room().isVideo) stage()?.pan(dx, dy, event.shiftKey);
    else if (dx !== 0) player.step(dx * (key.includes("mod") ? second() * 60 : event.shiftKey ? second() : 1));
    else player.setRate(stepRate(player.rate(), dy < 0 ? 1 : -1));
  };
  const arrows = ["", "Shift+", "mod+", "mod+Shift+"].flatMap((prefix) =>
    (
      [
        ["ArrowLeft", -1, 0],
        ["ArrowRight", 1, 0],
        ["ArrowUp", 0, -1],
        ["ArrowDown", 0, 1],
      ] as const
    ).map(([name, dx, dy]): Shortcut => {
      const keys = `${prefix}${name}`;
      const label = room().isVideo ? WORDS[keys] : PICTURE_WORDS[keys];
      const group = room().isVideo ? "Playing" : "View";
      return { keys, label: label ?? "Nudge", group, listed: label !== undefined, run: arrow(keys, dx, dy) };
    }),
  );

  const pick = (at: number) => {
    const item = listed(room())[at];
    if (item) session.select([item.id]);
  };
  const next = (by: 1 | -1) => {
    const all = listed(room());
    const now = all.findIndex(({ id }) => session.selected().has(id));
    const item = all[(now + by + all.length) % Math.max(1, all.length)];
    if (item) session.select([item.id]);
  };
  /** To the nearest frame with something on it. */
  const jump = (by: 1 | -1) => {
    const frames = session.store.marked();
    const here = room().frame();
    const to = by > 0 ? frames.find((one) => one > here) : frames.findLast((one) => one < here);
    if (to !== undefined) player.seek(to);
  };
  const play = (rate: number) => () => {
    if (player.playing() && player.rate() === rate) return player.pause();
    if (player.playing()) return player.setRate(rate);
    player.play(rate);
  };
  const place = () => {
    const { left, right } = PLACED;
    const tool = session.tool();
    if (stage()?.gestures.isDrawing()) return stage()?.gestures.finish();
    if (tool === "box" || tool === "track") session.draw("box", { x: left, y: left, width: 0.2, height: 0.2 });
    else if (tool === "line") session.draw("line", { x: left, y: 0.5, u: 0.2, v: 0 });
    else if (tool === "dot") session.draw("dot", { x: 0.5, y: 0.5 });
    else if (tool === "polygon")
      session.draw("polygon", {
        points: [
          [0.5, left],
          [right, right],
          [left, right],
        ],
      });
    if (tool !== "select" && tool !== "track") session.setTool("select");
    stage()?.focus();
  };
  const giveUp = () => {
    if (stage()?.gestures.cancel()) return;
    if (session.incomplete()) return session.discard();
    if (session.drawingTrack()) return session.endTrack();
    if (session.tool() !== "select") return session.setTool("select");
    session.select([]);
  };
  const erase = () => (stage()?.gestures.isDrawing() ? stage()?.gestures.back() : session.remove());
  const key = (keys: string, label: string, group: string, run: Shortcut["run"]): Shortcut => ({
    keys,
    label,
    group,
    run,
  });
  const quiet = (keys: string, run: Shortcut["run"]): Shortcut => ({
    keys,
    label: keys,
    group: "",
    listed: false,
    run,
  });

  const { trackWork } = room();
  const tracks = () => trackWork.track() !== undefined;
  const recolor = () => {
    const all = colorings(room());
    const at = all.findIndex(({ value }) => value === session.colorBy());
    session.setColorBy(all[(at + 1) % all.length]?.value ?? "type");
  };

  useShortcuts([
    ...arrows,
    key(" ", "Play or pause", "Playing", () =>
      player.playing() ? player.pause() : player.play(Math.abs(player.rate())),
    ),
    key("j", "Play backwards, faster each time", "Playing", () =>
      play(player.playing() && player.rate() < 0 ? stepRate(player.rate(), 1) : -1)(),
    ),
    key("k", "Pause", "Playing", () => player.pause()),
    key("Shift+l", "Play forwards, faster each time", "Playing", () =>
      play(player.playing() && player.rate() > 0 ? stepRate(player.rate(), 1) : 1)(),
    ),
    key(",", "Frame back, whatever is selected", "Playing", () => player.step(-1)),
    key(".", "Frame forward, whatever is selected", "Playing", () => player.step(1)),
    key("n", "Next frame with objects", "Playing", () => jump(1)),
    key("Shift+n", "Previous frame with objects", "Playing", () => jump(-1)),
    key("Shift+r", "Begin again at the end, or stop there", "Playing", () => player.setLooped(!player.looped())),
    key("Shift+s", "Sound on or off", "Playing", () => room().setSoundOn(!room().soundOn())),
    key("Shift+z", "Timeline whole or zoomed", "View", () => room().timeline()?.toggle()),
    ...PARTS.map(([letter, name, label]) =>
      key(`g ${letter}`, `${label} beside the picture, or away`, "View", () => room().toggleParts(name)),
    ),
    key("g d", "Compare layers", "View", () => room().setComparing(!room().comparing())),
    key("Home", "First frame", "Playing", () => player.seek(0)),
    key("End", "Last frame", "Playing", () => player.seek(room().frames() - 1)),
    ...TOOLS.map(([keys, tool, label]) => key(keys, label, "Drawing", () => session.setTool(tool))),
    key("Enter", "Draw one in the middle; close a polygon", "Drawing", place),
    key("Escape", "Give up, end the track, select nothing", "Drawing", giveUp),
    key("0", "The whole picture", "View", () => stage()?.fit()),
    key("+", "Closer", "View", () => stage()?.zoom(1.25)),
    quiet("=", () => stage()?.zoom(1.25)),
    key("-", "Further", "View", () => stage()?.zoom(0.8)),
    key("o", "Hide or show objects", "View", () => session.setOverlays(!session.overlays())),
    key("Shift+o", "Hide or show names", "View", () => session.setLabels(!session.labels())),
    ...Array.from({ length: 9 }, (_, at) =>
      at === 0 ? key("1", "Select object 1 to 9", "Objects", () => pick(0)) : quiet(String(at + 1), () => pick(at)),
    ),
    key("]", "Next object", "Objects", () => next(1)),
    key("[", "Previous object", "Objects", () => next(-1)),
    key("Delete", "Delete what is selected", "Objects", erase),
    quiet("Backspace", erase),
    key("mod+c", "Copy", "Objects", session.copy),
    key("mod+x", "Cut", "Objects", () => {
      session.copy();
      session.remove();
    }),
    key("mod+v", "Paste on this frame", "Objects", session.paste),
    key("mod+z", "Undo", "Objects", () => session.history.undo()),
    key("mod+Shift+z", "Redo", "Objects", () => session.history.redo()),
    quiet("mod+y", () => session.history.redo()),
    key("i", "Interpolate between its keys", "Track", () => tracks() && trackWork.interpolate()),
    key("Shift+i", "Fill its gaps", "Track", () => tracks() && trackWork.fill()),
    key("e", "Extend it by ten frames", "Track", () => trackWork.extend("forward", SOME)),
    key("Shift+e", "Extend it ten frames back", "Track", () => trackWork.extend("backward", SOME)),
    key("{", "Trim: it begins on this frame", "Track", () => trackWork.trim(player.frame(), "start")),
    key("}", "Trim: it ends on this frame", "Track", () => trackWork.trim(player.frame(), "end")),
    key("m", "Merge those that are selected", "Track", () => trackWork.merge()),
    key("u", "Unite polygons", "Drawing", () => session.combine("unite")),
    key("Shift+u", "Cut the others out of the first polygon", "Drawing", () => session.combine("subtract")),
    key("s", "Split a polygon along a line", "Drawing", () => session.combine("split")),
    key("r", "New ones take over the last values", "Drawing", () => session.setRepeating(!session.repeating())),
    key("c", "Colour by the next", "View", recolor),
    key("x", "Hide what is selected", "View", () => {
      session.hide(session.selected());
      session.select([]);
    }),
    key("Shift+x", "Show all that is hidden", "View", () => session.setHiddenRows(new Set<string>())),
    ...session.allTypes().flatMap((type) =>
      type.hotkey
        ? [
            key(type.hotkey.toLowerCase(), type.name, "Classes", () => {
              if (session.editable().length > 0) return session.setType(type);
              session.choose(type);
              const tool = TOOLS.find(([, one]) => one === type.shape)?.[1];
              if (tool) session.setTool(tool);
            }),
          ]
        : [],
    ),
  ]);
}

const WORDS: Record<string, string> = {
  ArrowLeft: "Frame back; moves what is selected",
  ArrowRight: "Frame forward; moves what is selected",
  "Shift+ArrowLeft": "Second back",
  "Shift+ArrowRight": "Second forward",
  "mod+ArrowLeft": "Minute back; resizes what is selected",
  "mod+ArrowRight": "Minute forward; resizes what is selected",
  ArrowUp: "Faster rate",
  ArrowDown: "Slower rate",
};

const PICTURE_WORDS: Record<string, string> = {
  ArrowLeft: "To the left; moves what is selected",
  ArrowRight: "To the right; moves what is selected",
  ArrowUp: "Up; moves what is selected",
  ArrowDown: "Down; moves what is selected",
  "Shift+ArrowLeft": "Far to the left",
  "Shift+ArrowRight": "Far to the right",
  "Shift+ArrowUp": "Far up",
  "Shift+ArrowDown": "Far down",
};
