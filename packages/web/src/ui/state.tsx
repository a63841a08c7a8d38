import type { JSX } from "solid-js";
import { Icon, type IconName } from "./icon.tsx";

export type StateTone = "ok" | "bad" | "run" | "wait" | "warn";

const ICONS: Record<StateTone, IconName> = {
  ok: "success",
  bad: "error",
  run: "running",
  wait: "clock",
  warn: "warning",
};

/** A state is always an icon and a word, never a colour alone. */
export function State(props: { tone: StateTone; icon?: IconName; children: JSX.Element; class?: string }) {
  return (
    <span class={`state ${props.tone} ${props.class ?? ""}`}>
      <Icon name={props.icon ?? ICONS[props.tone]} size="s" class={props.tone === "run" ? "spin" : ""} />
      {props.children}
    </span>
  );
}
