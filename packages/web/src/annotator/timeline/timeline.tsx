import { createEffect, createMemo, createSignal, For, onCleanup, onMount, Show } from "solid-js";
import { IconButton } from "../../ui/icon-button.tsx";
import type { Room } from "../room/room.ts";
import { clock } from "../room/time.ts";
import { Transport } from "../room/transport.tsx";
import { createCalm } from "./calm.ts";
import { lanesOf } from "./lanes.ts";
import { drawTimeline, frameAtX, LANE, RULER, STRIP, xOfFrame } from "./paint.ts";
import { spriteOf } from "./sprite.ts";

const ZOOMED_S = 60;
const LEAST_SPAN = 10;
/** Of more rows than these the lanes are not gone through with every edit. */
const CROWD = 5_000;

/** The strip to go through quickly, the ruler, and a lane for each class. */
export function Timeline(props: { room: Room }) {
  const { player, session } = props.room;
  const [width, setWidth] = createSignal(600);
  const [span, setSpan] = createSignal<{ from: number; to: number }>();
  const [hover, setHover] = createSignal<number>();
  const [strip, setStrip] = createSignal<HTMLImageElement>();
  let canvas: HTMLCanvasElement | undefined;
  const last = () => Math.max(1, props.room.frames() - 1);
  const shown = () => span() ?? { from: 0, to: last() };
  const settled = createCalm(session.store.version, () => session.store.size > CROWD);
  const sprite = createMemo(() => spriteOf(props.room.media));
  const lanes = createMemo(() => {
    settled();
    return lanesOf(session.store, session.allTypes(), session.shownLayers(), props.room.frames());
  });
  const height = () => STRIP + RULER + lanes().length * LANE;

  function zoomTo(length: number, around = player.frame()) {
    const wanted = Math.max(LEAST_SPAN, Math.round(length));
    if (wanted >= last()) return setSpan(undefined);
    const { from, to } = shown();
    const share = (around - from) / Math.max(1, to - from);
    const begin = Math.max(0, Math.min(last() - wanted, Math.round(around - wanted * Math.min(1, Math.max(0, share)))));
    return setSpan({ from: begin, to: begin + wanted });
  }
  // While zoomed, the playhead stays in sight.
  createEffect(() => {
    const at = player.frame();
    const now = span();
    if (!now || (at >= now.from && at <= now.to)) return;
    const length = now.to - now.from;
    const from = Math.max(0, Math.min(last() - length, at - Math.round(length * 0.1)));
    setSpan({ from, to: from + length });
  });

  createEffect(() => {
    const url = props.room.sprite();
    if (!url) return;
    const image = new Image();
    image.onload = () => setStrip(image);
    image.src = url;
  });

  onMount(() => {
    if (!canvas) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.max(50, entry.contentRect.width)));
    observer.observe(canvas);
    onCleanup(() => observer.disconnect());
  });

  createEffect(() => {
    const context = canvas?.getContext("2d");
    if (!canvas || !context) return;
    const ratio = window.devicePixelRatio || 1;
    canvas.width = Math.round(width() * ratio);
    canvas.height = Math.round(height() * ratio);
    context.scale(ratio, ratio);
    drawTimeline(context, {
      ...{ width: width(), height: height(), span: shown(), lanes: lanes(), selected: session.selected() },
      ...{ hidden: session.hiddenTypes(), strip: strip(), sprite: sprite() },
      seconds: (frame) => player.frames()?.timeOf(frame) ?? frame / props.room.fps(),
      frames: (seconds) => player.frames()?.frameAt(seconds) ?? seconds * props.room.fps(),
    });
  });

  const frameOf = (event: PointerEvent) =>
    frameAtX(event.clientX - (canvas?.getBoundingClientRect().left ?? 0), shown(), width(), last());
  let dragging = false;
  const left = (frame: number) => `${xOfFrame(frame, shown(), width())}px`;

  const setZoomed = (zoomed: boolean) => (zoomed ? zoomTo(ZOOMED_S * props.room.fps()) : setSpan(undefined));
  props.room.bindTimeline({ toggle: () => setZoomed(span() === undefined) });

  return (
    <section class="an-timeline" data-theme="dark" aria-label="Timeline">
      <Transport room={props.room} zoomed={span() !== undefined} onZoom={setZoomed} />
      <div class="an-lanes">
        <div class="an-names">
          <div class="an-name" style={{ height: `${STRIP + RULER}px` }}>
            <span class="an-soft">Scrub strip</span>
          </div>
          <For each={lanes()}>
            {({ type }) => {
              const isHidden = () => session.hiddenTypes().has(type.id);
              return (
                <div class="an-name" style={{ height: `${LANE}px` }}>
                  <IconButton
                    icon={isHidden() ? "eyeOff" : "eye"}
                    label={`${isHidden() ? "Show" : "Hide"} ${type.name}`}
                    size="sm"
                    onClick={() => {
                      const next = new Set(session.hiddenTypes());
                      if (!next.delete(type.id)) next.add(type.id);
                      session.setHiddenTypes(next);
                    }}
                  />
                  <span class="an-swatch" style={{ background: type.color }} />
                  <span class="truncate">{type.name}</span>
                </div>
              );
            }}
          </For>
        </div>
        <div class="an-track">
          <canvas
            ref={canvas}
            class="an-canvas"
            style={{ height: `${height()}px` }}
            tabIndex={0}
            role="slider"
            aria-label="Frame"
            aria-valuemin={0}
            aria-valuemax={last()}
            aria-valuenow={player.frame()}
            aria-valuetext={`Frame ${player.frame()}, ${clock(player.seconds()).join("")}`}
            onPointerDown={(event) => {
              dragging = true;
              event.currentTarget.setPointerCapture(event.pointerId);
              player.seek(frameOf(event), { coarse: true });
            }}
            onPointerMove={(event) => {
              setHover(frameOf(event));
              if (dragging) player.seek(frameOf(event), { coarse: true });
            }}
            onPointerUp={(event) => {
              dragging = false;
              player.seek(frameOf(event));
            }}
            onPointerLeave={() => setHover(undefined)}
            onWheel={(event) => {
              event.preventDefault();
              const { from, to } = shown();
              const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
              zoomTo((to - from) * Math.exp(event.deltaY * 0.002), frameAtX(x, shown(), width(), last()));
            }}
          />
          <div class="an-head" style={{ left: left(player.frame()) }} />
          <Show when={hover()}>
            {(at) => (
              <div class="an-hover" style={{ left: left(at()) }}>
                <div
                  class="an-preview"
                  style={{ "margin-left": `${-Math.min(84, xOfFrame(at(), shown(), width()))}px` }}
                >
                  <Show when={strip() && sprite()}>
                    <div
                      class="an-thumb"
                      style={sprite()?.styleAt(at() / props.room.frames(), props.room.sprite() ?? "")}
                    />
                  </Show>
                  <p>
                    {clock(player.frames()?.timeOf(at()) ?? 0)
                      .join("")
                      .slice(0, -2)}{" "}
                    · {at().toLocaleString("en")}
                  </p>
                </div>
              </div>
            )}
          </Show>
        </div>
      </div>
    </section>
  );
}
