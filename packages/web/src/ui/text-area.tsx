import { createUniqueId, type JSX, Show, splitProps } from "solid-js";
import { Icon } from "./icon.tsx";

type Props = JSX.TextareaHTMLAttributes<HTMLTextAreaElement> & {
  label: string;
  hideLabel?: boolean;
  help?: string | undefined;
  error?: string | undefined;
  onText?: (value: string) => void;
};

/** A labelled box for several lines. */
export function TextArea(props: Props) {
  const id = createUniqueId();
  const [own, rest] = splitProps(props, ["label", "hideLabel", "help", "error", "onText", "class"]);
  const note = () => own.error ?? own.help;
  return (
    <div class={`field ${own.class ?? ""}`}>
      <label for={id} class={own.hideLabel ? "sr" : ""}>
        {own.label}
      </label>
      <textarea
        id={id}
        rows={2}
        {...rest}
        class={`input ${own.error ? "invalid" : ""}`}
        aria-invalid={own.error ? true : undefined}
        aria-describedby={note() ? `${id}-note` : undefined}
        on:input={(event) => own.onText?.(event.currentTarget.value)}
      />
      <Show when={note()}>
        {(text) => (
          <p id={`${id}-note`} class={own.error ? "error" : "help"} role={own.error ? "alert" : undefined}>
            <Show when={own.error}>
              <Icon name="error" size="xs" />
            </Show>
            {text()}
          </p>
        )}
      </Show>
    </div>
  );
}
