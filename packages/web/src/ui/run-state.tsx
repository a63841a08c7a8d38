import type { JSX } from "solid-js";
import type { IconName } from "./icon.tsx";
import { State, type StateTone } from "./state.tsx";

type Look = { tone: StateTone; word: string; icon?: IconName };

const LOOKS: Record<string, Look> = {
  queued: { tone: "wait", word: "Queued" },
  pending: { tone: "wait", word: "Not run", icon: "skipped" },
  running: { tone: "run", word: "Running" },
  succeeded: { tone: "ok", word: "Succeeded" },
  failed: { tone: "bad", word: "Failed" },
  cancelled: { tone: "wait", word: "Cancelled", icon: "skipped" },
  skipped: { tone: "wait", word: "Skipped", icon: "skipped" },
};

export function RunStateWord(props: { state: string; children?: JSX.Element; class?: string }) {
  const look = (): Look => LOOKS[props.state] ?? { tone: "wait", word: props.state };
  return (
    <State tone={look().tone} {...(look().icon ? { icon: look().icon as IconName } : {})} class={props.class ?? ""}>
      {props.children ?? look().word}
    </State>
  );
}
