import { percent } from "../data/format.ts";

type Props = { fraction: number | null; label: string; tone?: "ok" | "bad" | "still"; class?: string };

export function Progress(props: Props) {
  const share = () => (props.fraction === null ? null : Math.min(1, Math.max(0, props.fraction)));
  return (
    <div
      class={`bar ${props.tone ?? ""} ${share() === null ? "unknown" : ""} ${props.class ?? ""}`}
      role="progressbar"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share() === null ? undefined : Math.round((share() ?? 0) * 100)}
      aria-valuetext={share() === null ? "working" : percent(share() ?? 0)}
    >
      <i style={share() === null ? {} : { transform: `scaleX(${share()})` }} />
    </div>
  );
}
