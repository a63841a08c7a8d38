import { For } from "solid-js";

type Props = { counts: number[]; height?: number; class?: string; within?: (bin: number) => boolean; label?: string };

const WIDTH = 96;

/** Bars that fill their box; bins outside `within` are drawn soft. */
export function Histogram(props: Props) {
  const height = () => props.height ?? 20;
  const most = () => Math.max(1, ...props.counts);
  const step = () => WIDTH / Math.max(1, props.counts.length);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${height()}`}
      preserveAspectRatio="none"
      class={props.class}
      role={props.label ? "img" : undefined}
      aria-label={props.label}
      aria-hidden={props.label ? undefined : "true"}
    >
      <For each={props.counts}>
        {(value, bin) => {
          const tall = () => (value === 0 ? 0 : Math.max(0.75, (value / most()) * height()));
          return (
            <rect
              x={bin() * step()}
              y={height() - tall()}
              width={step() * 0.84}
              height={tall()}
              fill={(props.within?.(bin()) ?? true) ? "var(--mark)" : "var(--mark-soft)"}
            />
          );
        }}
      </For>
    </svg>
  );
}
