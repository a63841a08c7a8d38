import { createEffect, type JSX } from "solid-js";

type Props = {
  checked: boolean;
  mixed?: boolean;
  onChange: (checked: boolean) => void;
  label?: string;
  children?: JSX.Element;
  disabled?: boolean;
};

export function Checkbox(props: Props) {
  let box: HTMLInputElement | undefined;
  createEffect(() => {
    if (box) box.indeterminate = props.mixed ?? false;
  });
  return (
    <label class="inline-flex items-center gap-2 text-12">
      <input
        ref={box}
        type="checkbox"
        class="check"
        aria-label={props.label}
        checked={props.checked}
        disabled={props.disabled}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      {props.children}
    </label>
  );
}
