import { Field } from "../../ui/field.tsx";

type Props = {
  code: string;
  onCode: (code: string) => void;
  error?: string | undefined;
  help?: string;
  large?: boolean;
};

/** Where a code is typed: of the app, and where that counts one for recovery. */
export const CodeField = (props: Props) => (
  <Field
    label="Code"
    name="code"
    autocomplete="one-time-code"
    autofocus
    // The page was there before the field, so that the browser does not do it.
    ref={(input) => queueMicrotask(() => input.focus())}
    required
    spellcheck={false}
    maxLength={40}
    large={props.large ?? false}
    value={props.code}
    onText={props.onCode}
    help={props.help}
    error={props.error}
  />
);
