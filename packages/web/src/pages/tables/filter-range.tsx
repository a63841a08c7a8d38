import { createMemo, onCleanup, Show } from "solid-js";
import { binWithin, edgeAt, shareOf } from "../../data/brush.ts";
import type { Filter } from "../../data/filters.ts";
import { isNumeric } from "../../data/kinds.ts";
import type { Column } from "../../data/types.ts";
import { Histogram } from "../../ui/histogram.tsx";
import { Input } from "../../ui/input.tsx";

type Props = { column: Column; filter: Filter; onChange: (filter: Filter) => void };

const TYPING_MS = 350;

/** From and to, by typing or by dragging the two handles under the distribution. */
export function FilterRange(props: Props) {
  const histogram = () => props.column.stats.histogram;
  const edges = createMemo(() => histogram()?.edges ?? []);
  const from = () => shareOf(props.filter.min, edges(), 0);
  const to = () => shareOf(props.filter.max, edges(), 1);
  const numeric = () => isNumeric(props.column.type);
  let box: HTMLDivElement | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));

  const set = (end: "min" | "max", text: string) => props.onChange({ ...props.filter, [end]: text || undefined });
  const type = (end: "min" | "max") => (text: string) => {
    clearTimeout(timer);
    timer = setTimeout(() => set(end, text), TYPING_MS);
  };
  const isEnd = (end: "min" | "max", bin: number) => bin === (end === "min" ? 0 : edges().length - 1);
  const put = (end: "min" | "max", bin: number) =>
    set(end, isEnd(end, bin) ? "" : edgeAt(edges(), bin, props.column.type));
  const bins = () => Math.max(1, edges().length - 1);

  const drag = (end: "min" | "max") => (event: PointerEvent) => {
    event.preventDefault();
    (event.currentTarget as HTMLElement).focus();
    const rect = box?.getBoundingClientRect();
    if (!rect) return;
    const move = (moved: PointerEvent) => {
      const share = Math.min(1, Math.max(0, (moved.clientX - rect.left) / rect.width));
      const limit = end === "min" ? Math.min(share, to()) : Math.max(share, from());
      put(end, Math.round(limit * bins()));
    };
    const stop = () => {
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", stop);
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", stop);
  };
  const nudge = (end: "min" | "max") => (event: KeyboardEvent) => {
    const step = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0;
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    const bin = Math.round((end === "min" ? from() : to()) * bins()) + step;
    const [low, high] = end === "min" ? [0, Math.round(to() * bins())] : [Math.round(from() * bins()), bins()];
    put(end, Math.min(high, Math.max(low, bin)));
  };
  const Handle = (handle: { end: "min" | "max"; share: number }) => (
    <button
      type="button"
      class="brush-handle"
      role="slider"
      aria-label={`${handle.end === "min" ? "From" : "To"}, ${props.column.name}`}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(handle.share * 100)}
      aria-valuetext={props.filter[handle.end] ?? "no limit"}
      style={{ left: `${handle.share * 100}%` }}
      onPointerDown={drag(handle.end)}
      onKeyDown={nudge(handle.end)}
    />
  );

  return (
    <>
      <Show when={histogram()}>
        {(drawn) => (
          <div class="brush" ref={(element) => (box = element)}>
            <Histogram counts={drawn().counts} height={34} within={(bin) => binWithin(bin, bins(), from(), to())} />
            <span class="brush-track" />
            <span class="brush-range" style={{ left: `${from() * 100}%`, right: `${(1 - to()) * 100}%` }} />
            <Handle end="min" share={from()} />
            <Handle end="max" share={to()} />
          </div>
        )}
      </Show>
      <div class="flex items-center gap-2">
        <Input
          small
          type={numeric() ? "text" : "date"}
          {...(numeric() ? { inputMode: "decimal" as const } : {})}
          aria-label={`${props.column.name} from`}
          placeholder={String(props.column.stats.min ?? "")}
          value={numeric() ? (props.filter.min ?? "") : (props.filter.min ?? "").slice(0, 10)}
          onText={type("min")}
        />
        <span class="text-fg-3">to</span>
        <Input
          small
          type={numeric() ? "text" : "date"}
          {...(numeric() ? { inputMode: "decimal" as const } : {})}
          aria-label={`${props.column.name} to`}
          placeholder={String(props.column.stats.max ?? "")}
          value={numeric() ? (props.filter.max ?? "") : (props.filter.max ?? "").slice(0, 10)}
          onText={type("max")}
        />
      </div>
    </>
  );
}
