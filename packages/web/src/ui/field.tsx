import { createUniqueId, type JSX, Show, splitProps } from "solid-js";
import { Icon } from "./icon.tsx";

type Props = Omit<JSX.InputHTMLAttributes<HTMLInputElement>, "onInput" | "onChange"> & {
  label: string;
  help?: string | undefined;
  error?: string | undefined;
  onText?: (value: string) => void;
  large?: boolean;
};

/** A labelled text box with its help and its error. */
export function Field(props: Props) {
  const id = createUniqueId();
  const [own, rest] = splitProps(props, ["label", "help", "error", "onText", "large"]);
  const note = () => (own.error ? `${id}-error` : own.help ? `${id}-help` : undefined);
  return (
    <div class="field">
      <label for={id}>{own.label}</label>
      <input
        id={id}
        {...rest}
        class={`input ${own.error ? "invalid" : ""} ${own.large ? "lg" : ""}`}
        aria-invalid={own.error ? true : undefined}
        aria-describedby={note()}
        onInput={(event) => own.onText?.(event.currentTarget.value)}
      />
      <Show
        when={own.error}
        fallback={
          <Show when={own.help}>
            {(help) => (
              <p id={`${id}-help`} class="help">
                {help()}
              </p>
            )}
          </Show>
        }
      >
        {(error) => (
          <p id={`${id}-error`} class="error" role="alert">
            <Icon name="error" size="xs" />
            {error()}
          </p>
        )}
      </Show>
    </div>
  );
}
