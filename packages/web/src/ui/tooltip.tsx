import * as Kobalte from "@kobalte/core/tooltip";
import { type JSX, Show } from "solid-js";
import { Kbd } from "./kbd.tsx";

type Props = { label: JSX.Element; keys?: string; children: JSX.Element; class?: string; as?: "span" | "div" };

/** For text that repeats or enriches what is there; the child keeps its own accessible name. */
export function Tooltip(props: Props) {
  return (
    <Kobalte.Root openDelay={500} closeDelay={0} gutter={6}>
      <Kobalte.Trigger as={props.as ?? "span"} class={props.class ?? "inline-flex"} tabIndex={undefined}>
        {props.children}
      </Kobalte.Trigger>
      <Kobalte.Portal>
        <Kobalte.Content class="tooltip">
          {props.label}
          <Show when={props.keys}>{(keys) => <Kbd>{keys()}</Kbd>}</Show>
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte.Root>
  );
}
