import { For } from "solid-js";

const FAINTEST = 0.3;

/** The most common values as parts of one bar, the commonest darkest. */
export function Shares(props: { parts: number[] }) {
  return (
    <div class="grid-shares">
      <For each={props.parts}>
        {(part, index) => <i style={{ flex: part, opacity: Math.max(FAINTEST, 1 - index() * 0.16) }} />}
      </For>
    </div>
  );
}
