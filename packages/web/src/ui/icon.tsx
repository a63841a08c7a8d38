import { type IconName, outlines } from "./icons.ts";

export type { IconName };

export function Icon(props: { name: IconName; size?: "xs" | "s" | "l"; class?: string }) {
  return (
    <svg class={`i ${props.size ?? ""} ${props.class ?? ""}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={outlines[props.name]} />
    </svg>
  );
}
