import { createEffect, createMemo, createSignal, createUniqueId, onCleanup, onMount, Show } from "solid-js";
import { DeepPicture } from "../deep/deep-picture.tsx";
import { wayOf } from "../model/interpolate.ts";
import type { Point } from "../model/types.ts";
import type { Room } from "../room/room.ts";
import { drawScene, type Scene } from "./draw.ts";
import { createGestures } from "./gestures.ts";
import { createHits } from "./hit.ts";
import { Legend } from "./legend.tsx";
import { createPinch } from "./pinch.ts";
import { createPlates } from "./plates.ts";
import { fit, panned, type View, zoomed } from "./view.ts";

const WHEEL = 0.0016;
/** Browsers tell two fingers on a pad as a wheel with Ctrl, in much smaller steps. */
const PAD = 0.01;
/** By a key, in CSS pixels; with Shift, in parts of the stage. */
const STEP = 64;
const PAGE = 0.75;
const CURSORS: Record<string, string> = { select: "default", hand: "grab", zoom: "zoom-in" };

/** Pixels on one canvas, shapes on another over it: playing touches only the first, drawing only the second. */
export function Stage(props: { room: Room }) {
  const { session, surface } = props.room;
  const [size, setSize] = createSignal({ width: 1, height: 1 });
  const [moved, setMoved] = createSignal<View>();
  const [draft, setDraft] = createSignal<Scene["draft"]>();
  let box: HTMLDivElement | undefined;
  let shapes: HTMLCanvasElement | undefined;
  const picture = () => props.room.picture();
  const view = () => moved() ?? fit(picture(), size());
  const ratio = window.devicePixelRatio || 1;
  const plates = createPlates(ratio);
  const hits = createMemo(() => createHits(session.items()));

  const gestures = createGestures({
    ...{ tool: session.tool, view, picture, stage: size, onView: setMoved, onDraft: setDraft },
    color: () => session.typeFor(shapeOfTool() ?? "box")?.color ?? "#fff",
    hit: (at, place) => hits()(at, place, view(), picture(), onlyOne()),
    onHover: session.setHovered,
    onSelect(item, more) {
      const id = item?.id;
      if (!more) session.select(id ? [id] : []);
      else if (id) session.select(toggled(session.selected(), id));
    },
    onDrawn: session.draw,
    onShape: session.shape,
  });
  const shapeOfTool = () => props.room.shapeOf(session.tool());
  const onlyOne = () => (session.selected().size === 1 ? [...session.selected()][0] : undefined);
  props.room.bindStage({
    gestures,
    fit: () => setMoved(undefined),
    zoom: (by) => setMoved(zoomed(view(), by, [size().width / 2, size().height / 2], picture(), size())),
    pan(dx, dy, isFar) {
      const { width, height } = size();
      setMoved(
        panned(view(), -dx * (isFar ? width * PAGE : STEP), -dy * (isFar ? height * PAGE : STEP), picture(), size()),
      );
    },
    focus: () => box?.focus(),
  });

  const pinch = createPinch({
    ...{ view, picture, stage: size, onView: setMoved },
    // The corner that the first finger set, or what it began to draw or to move.
    onBegin: () => (gestures.isDrawing() ? gestures.back() : gestures.cancel()),
  });
  const deep = props.room.tiles;
  const about = createUniqueId();
  const label = () => {
    const drawn = `${session.items().length} objects drawn`;
    return props.room.isVideo ? `${drawn} on frame ${props.room.frame()}` : `${drawn} on the picture`;
  };

  const way = createMemo((): { points: Point[]; color: string } => {
    session.store.version();
    const [row] = session.rows();
    const id = row?.kind === "state" ? row.elementalId : row?.trackIds[0];
    if (!id) return { points: [], color: "#fff" };
    const color = session.items().find((item) => session.selected().has(item.id))?.color ?? "#fff";
    return { points: wayOf(session.store.ofTrack(id)).map(({ x, y }) => [x, y] as const), color };
  });

  onMount(() => {
    if (!box || !shapes) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(box);
    onCleanup(() => observer.disconnect());
  });

  // One drawing for all that one thing changes; before the screen is drawn, so that shapes come with the frame they are on.
  let asked: Parameters<typeof paint> | undefined;
  createEffect(() => {
    const scene: Scene = {
      items: session.items(),
      selected: session.selected(),
      hovered: session.hovered(),
      labels: session.labels(),
      way: way().points,
      color: way().color,
      draft: draft(),
    };
    const [at, room, of] = [view(), size(), picture()];
    if (!asked) queueMicrotask(() => asked && paint(...asked));
    asked = [scene, at, room, of];
  });
  onCleanup(() => {
    asked = undefined;
  });

  function paint(
    scene: Scene,
    at: View,
    room: { width: number; height: number },
    of: { width: number; height: number },
  ) {
    asked = undefined;
    const context = shapes?.getContext("2d");
    if (!shapes || !context) return;
    const begin = performance.now();
    const [width, height] = [Math.round(room.width * ratio), Math.round(room.height * ratio)];
    if (shapes.width !== width || shapes.height !== height) {
      shapes.width = width;
      shapes.height = height;
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawScene(context, scene, at, of, plates);
    performance.measure("annotator.shapes", { start: begin });
    shapes.dataset.shapes = String(scene.items.length);
  }

  const placeOf = (event: MouseEvent): Point => {
    const { left = 0, top = 0 } = box?.getBoundingClientRect() ?? {};
    return [event.clientX - left, event.clientY - top];
  };

  return (
    <div
      ref={box}
      class="an-stage"
      data-theme="dark"
      role="application"
      aria-label={label()}
      aria-describedby={deep ? about : undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: drawing by keys needs the focus, as an application has it
      tabIndex={0}
      style={{ cursor: CURSORS[session.tool()] ?? "crosshair" }}
      onPointerDown={(event) => {
        if (event.button === 2) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        if (pinch.down(event.pointerId, placeOf(event))) return;
        gestures.down(placeOf(event), {
          pans: event.button === 1,
          more: event.shiftKey,
          removes: event.altKey,
        });
      }}
      onPointerMove={(event) => pinch.move(event.pointerId, placeOf(event)) || gestures.move(placeOf(event))}
      onPointerUp={(event) => pinch.up(event.pointerId) || gestures.up(placeOf(event))}
      onPointerCancel={(event) => pinch.up(event.pointerId) || gestures.cancel()}
      onPointerLeave={() => session.setHovered(undefined)}
      onDblClick={() => gestures.isDrawing() && gestures.finish()}
      onWheel={(event) => {
        event.preventDefault();
        setMoved(
          zoomed(view(), Math.exp(-event.deltaY * (event.ctrlKey ? PAD : WHEEL)), placeOf(event), picture(), size()),
        );
      }}
    >
      <div
        class="an-picture"
        style={{
          width: `${picture().width * view().scale}px`,
          height: `${picture().height * view().scale}px`,
          transform: `translate(${view().x}px, ${view().y}px)`,
          "background-image": props.room.poster() ? `url("${props.room.poster()}")` : undefined,
          "image-rendering": view().scale > 3 ? "pixelated" : "auto",
        }}
      >
        {surface}
      </div>
      <Show when={deep}>
        {(rendition) => (
          <DeepPicture room={props.room} rendition={rendition()} view={view()} size={size()} id={about} />
        )}
      </Show>
      <canvas ref={shapes} class="an-shapes" />
      <Show when={props.room.outside()}>
        <p class="an-outside">Not on the screen at this time</p>
      </Show>
      <Legend room={props.room} />
      <Show when={props.room.badge()}>
        {(badge) => (
          <div class="an-badge" data-testid="badge">
            <span class="an-dot" data-on={props.room.isPlaying()} />
            <span>{badge().what}</span>
            <span class="an-soft">{badge().how}</span>
          </div>
        )}
      </Show>
    </div>
  );
}

function toggled(all: ReadonlySet<string>, id: string): Set<string> {
  const next = new Set(all);
  if (!next.delete(id)) next.add(id);
  return next;
}
