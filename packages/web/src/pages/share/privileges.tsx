import { For } from "solid-js";
import type { Privilege } from "../../data/types.ts";
import { privileges } from "../../data/visibility.ts";
import { Checkbox } from "../../ui/checkbox.tsx";

/** Rights chosen one by one, beside the bundles; who may do anything also sees. */
export function Privileges(props: {
  label: string;
  chosen: Privilege[];
  onChange: (chosen: Privilege[]) => void;
  /** Nobody gives more than they have. */
  own: Privilege[];
}) {
  const toggle = (value: Privilege, on: boolean) =>
    props.onChange(on ? [...props.chosen, value] : props.chosen.filter((one) => one !== value));
  return (
    <fieldset class="flex flex-wrap gap-x-4 gap-y-1.5">
      <legend class="sr">{props.label}</legend>
      <For each={privileges}>
        {({ value, label }) => (
          <Checkbox
            checked={value === "see" || props.chosen.includes(value)}
            disabled={value === "see" || !props.own.includes(value)}
            onChange={(on) => toggle(value, on)}
          >
            {label}
          </Checkbox>
        )}
      </For>
    </fieldset>
  );
}
