import { Show } from "solid-js";
import { initials, personColour } from "../data/person.ts";
import { Icon } from "./icon.tsx";

/** A person by their initials, a group by its sign. */
export function Avatar(props: { name: string; size?: "m" | "l"; group?: boolean }) {
  return (
    <span
      class={`avatar ${props.size ?? ""}`}
      style={{ "--av": props.group ? undefined : personColour(props.name) }}
      data-initials={props.group ? undefined : initials(props.name)}
      title={props.name}
      aria-hidden="true"
    >
      <Show when={props.group}>
        <Icon name="people" size={props.size ? "s" : "xs"} />
      </Show>
    </span>
  );
}
