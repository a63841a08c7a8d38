import { type JSX, Show } from "solid-js";
import { Icon, type IconName } from "./icon.tsx";

const ICONS: Record<string, IconName> = { info: "info", warn: "warning", bad: "error", ok: "success" };

export function Banner(props: {
  tone: "info" | "warn" | "bad" | "ok";
  title?: string;
  children?: JSX.Element;
  actions?: JSX.Element;
}) {
  return (
    <div class={`banner ${props.tone}`} role={props.tone === "bad" ? "alert" : "status"}>
      <Icon name={ICONS[props.tone] ?? "info"} />
      <div class="min-w-0 grow">
        <Show when={props.title}>
          <b class="block font-semibold">{props.title}</b>
        </Show>
        {props.children}
      </div>
      {props.actions}
    </div>
  );
}
