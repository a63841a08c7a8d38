import { createMemo, createSignal, Show } from "solid-js";
import { choiceOf, controlsOf, importChoices, OTHER, signOf } from "../../data/import-words.ts";
import { fieldError } from "../../data/problem.ts";
import type { Encoding, ImportFormat, ImportOptions, ImportPreview } from "../../data/types.ts";
import { Field } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";

const REJECTED = [
  { value: "keep", label: "Leave them out", help: "and list them in the report" },
  { value: "refuse", label: "Stop the import", help: "and say which rows and why" },
];
const MOST_SKIPPED = 1_000;

type Props = {
  options: ImportOptions;
  preview: ImportPreview | undefined;
  error: unknown;
  onChange: (options: ImportOptions) => void;
};

/** What a file does not say of itself; each control names what was found until somebody knows better. */
export function ImportControls(props: Props) {
  const [typing, setTyping] = createSignal(false);
  const offered = createMemo(() => importChoices(props.options, props.preview));
  const shown = () => controlsOf(props.options, props.preview);
  const refusal = (name: string) => fieldError(props.error, name);
  const set = (changes: { [Key in keyof ImportOptions]?: ImportOptions[Key] | undefined }) => {
    const all = { ...props.options, ...changes };
    props.onChange(Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)));
  };
  const setDelimiter = (choice: string) => {
    setTyping(choice === OTHER);
    if (choice !== OTHER) set({ delimiter: signOf(choice) });
  };
  const header = (choice: string) => (signOf(choice) === undefined ? undefined : choice === "true");

  return (
    <div class="flex flex-col gap-3">
      <Select
        label="Format"
        options={offered().format}
        value={choiceOf(props.options.format)}
        onChange={(choice) => set({ format: signOf(choice) as ImportFormat | undefined })}
        error={refusal("format")}
      />
      <Show when={shown().dialect}>
        <Select
          label="Values are separated by"
          options={offered().delimiter}
          value={typing() ? OTHER : choiceOf(props.options.delimiter)}
          onChange={setDelimiter}
          error={typing() ? undefined : refusal("delimiter")}
        />
        <Show when={typing()}>
          <Field
            label="The sign between values"
            maxLength={1}
            value={props.options.delimiter ?? ""}
            onText={(text) => set({ delimiter: text || undefined })}
            error={refusal("delimiter")}
          />
        </Show>
        <Select
          label="Quotes around values"
          options={offered().quote}
          value={choiceOf(props.options.quote)}
          onChange={(choice) => set({ quote: signOf(choice) })}
          error={refusal("quote")}
        />
        <Select
          label="Column names"
          options={offered().header}
          value={choiceOf(props.options.header)}
          onChange={(choice) => set({ header: header(choice) })}
          error={refusal("header")}
        />
        <Field
          label="Lines to skip at the top"
          type="number"
          min={0}
          max={MOST_SKIPPED}
          placeholder={props.preview?.skip ? `Found: ${props.preview.skip}` : "0"}
          value={props.options.skip ?? ""}
          onText={(text) => set({ skip: text === "" ? undefined : Number(text) })}
          error={refusal("skip")}
        />
      </Show>
      <Show when={shown().encoding}>
        <Select
          label="Encoding"
          options={offered().encoding}
          value={choiceOf(props.options.encoding)}
          onChange={(choice) => set({ encoding: signOf(choice) as Encoding | undefined })}
          error={refusal("encoding")}
        />
      </Show>
      <Show when={shown().rejected}>
        <Select
          label="Rows that do not fit"
          options={REJECTED}
          value={props.options.rejected ?? "keep"}
          onChange={(choice) => set({ rejected: choice === "refuse" ? "refuse" : undefined })}
          error={refusal("rejected")}
        />
      </Show>
    </div>
  );
}
