import { For, type JSX, Show } from "solid-js";
import { metric } from "../../data/model-words.ts";
import type { Curve, Point } from "../../data/models.ts";

const SIZE = 220;
const LEFT = 34;
const BOTTOM = 30;
const TOP = 8;
const INNER = SIZE - LEFT - TOP;
const TICKS = [0, 0.5, 1];

type Range = { from: number; to: number };
type Frame = { x?: Range; y?: Range; xLabel: string; yLabel: string; label: string; children?: JSX.Element };
const UNIT: Range = { from: 0, to: 1 };

const place = (value: number, { from, to }: Range) => (to === from ? 0.5 : (value - from) / (to - from));
const across = (value: number, range = UNIT) => LEFT + place(value, range) * INNER;
const down = (value: number, range = UNIT) => TOP + (1 - place(value, range)) * INNER;

/** A square with its axes, its ends and middle told. */
function Axes(props: Frame) {
  const at = (range: Range | undefined, share: number) => {
    const { from, to } = range ?? UNIT;
    return from + (to - from) * share;
  };
  return (
    <svg viewBox={`0 0 ${SIZE} ${TOP + INNER + BOTTOM}`} class="chart" role="img" aria-label={props.label}>
      <For each={TICKS}>
        {(tick) => (
          <>
            <line class="grid" x1={LEFT} x2={LEFT + INNER} y1={down(tick)} y2={down(tick)} />
            <text x={LEFT - 4} y={down(tick) + 3} text-anchor="end">
              {metric(at(props.y, tick))}
            </text>
            <text x={across(tick)} y={TOP + INNER + 12} text-anchor="middle">
              {metric(at(props.x, tick))}
            </text>
          </>
        )}
      </For>
      <text x={LEFT + INNER / 2} y={TOP + INNER + 26} text-anchor="middle">
        {props.xLabel}
      </text>
      <text transform={`translate(8 ${TOP + INNER / 2}) rotate(-90)`} text-anchor="middle">
        {props.yLabel}
      </text>
      {props.children}
    </svg>
  );
}

const line = (points: Point[], x = UNIT, y = UNIT) =>
  points.map(([a = 0, b = 0]) => `${across(a, x).toFixed(1)},${down(b, y).toFixed(1)}`).join(" ");

/** Curves of shares, each with its area. */
export function Curves(props: { curves: Curve[]; xLabel: string; yLabel: string; label: string; diagonal?: boolean }) {
  return (
    <>
      <Axes xLabel={props.xLabel} yLabel={props.yLabel} label={props.label}>
        <Show when={props.diagonal}>
          <polyline
            class="guide"
            points={line([
              [0, 0],
              [1, 1],
            ])}
          />
        </Show>
        <For each={props.curves}>
          {(curve, i) => <polyline class="curve" style={{ stroke: colour(i()) }} points={line(curve.points)} />}
        </For>
      </Axes>
      <ul class="legend">
        <For each={props.curves}>
          {(curve, i) => (
            <li>
              <i style={{ background: colour(i()) }} />
              {curve.label} <span class="text-fg-3 tabular-nums">{metric(curve.area)}</span>
            </li>
          )}
        </For>
      </ul>
    </>
  );
}

const colour = (i: number) => `var(--c${(i % 8) + 1})`;

/** Points against the line on which both are the same. */
export function Dots(props: {
  points: Point[];
  xLabel: string;
  yLabel: string;
  label: string;
  joined?: boolean;
  unit?: boolean;
}) {
  const range = (): Range => {
    if (props.unit) return UNIT;
    const all = props.points.flat();
    return { from: Math.min(...all), to: Math.max(...all) };
  };
  return (
    <Axes x={range()} y={range()} xLabel={props.xLabel} yLabel={props.yLabel} label={props.label}>
      <polyline
        class="guide"
        points={line([
          [0, 0],
          [1, 1],
        ])}
      />
      <Show when={props.joined}>
        <polyline class="curve" points={line(props.points, range(), range())} />
      </Show>
      <For each={props.points}>
        {([x = 0, y = 0]) => <circle cx={across(x, range())} cy={down(y, range())} r={props.joined ? 3 : 2} />}
      </For>
    </Axes>
  );
}
