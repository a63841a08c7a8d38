import { createUniqueId, For, Show } from "solid-js";
import type { Common } from "../../../data/media/values.ts";
import type { AttributeType } from "../../../data/types-collaboration.ts";

type Props = {
  type: AttributeType;
  common: Common;
  text: string | undefined;
  disabled: boolean;
  error: string | undefined;
  onText: (text: string) => void;
};

/** One attribute of several things, in a line. */
export function ValueInput(props: Props) {
  const id = createUniqueId();
  const several = () => (props.common.different > 0 ? `${props.common.different} values` : "");
  const choices = () => {
    const { dtype, choices = [], labels = [] } = props.type;
    if (dtype === "bool") return [["true", "Yes"] as const, ["false", "No"] as const];
    return dtype === "enum" ? choices.map((value, at) => [value, labels[at] ?? value] as const) : undefined;
  };
  const shown = () => props.text ?? props.common.text;
  return (
    <div class="library-value">
      <label for={id} class="truncate" title={props.type.description || props.type.name}>
        {props.type.name}
      </label>
      <Show
        when={choices()}
        fallback={
          <input
            id={id}
            class={`input ${props.error ? "invalid" : ""}`}
            value={shown()}
            placeholder={several()}
            disabled={props.disabled}
            aria-invalid={props.error ? true : undefined}
            aria-describedby={props.error ? `${id}-error` : undefined}
            onInput={(event) => props.onText(event.currentTarget.value)}
          />
        }
      >
        {(list) => (
          <select
            id={id}
            class={`input ${props.error ? "invalid" : ""} ${several() && props.text === undefined ? "text-fg-3!" : ""}`}
            disabled={props.disabled}
            value={shown()}
            onChange={(event) => props.onText(event.currentTarget.value)}
          >
            <option value="">{several() || "–"}</option>
            <For each={list()}>
              {([value, label]) => (
                <option value={value} selected={shown() === value}>
                  {label}
                </option>
              )}
            </For>
          </select>
        )}
      </Show>
      <Show when={props.error}>
        {(error) => (
          <p id={`${id}-error`} class="error col-start-2" role="alert">
            {error()}
          </p>
        )}
      </Show>
    </div>
  );
}
