import { createUniqueId, For, Match, Show, Switch } from "solid-js";
import { written } from "../../data/attribute-words.ts";
import type { AttributeType, AttributeValue } from "../../data/types-collaboration.ts";
import { Field } from "../../ui/field.tsx";
import { Select } from "../../ui/select.tsx";
import { TextArea } from "../../ui/text-area.tsx";

type Props = {
  type: AttributeType;
  value: AttributeValue | undefined;
  text: string | undefined;
  error: string | undefined;
  onText: (text: string) => void;
};

const NONE = "";
const HELP: Partial<Record<AttributeType["dtype"], string>> = {
  geopos: "Longitude, latitude",
  datetime: "Such as 2024-05-01 10:00, in UTC where no zone is named",
};

/** One attribute in a form, as its type and style ask for. */
export function AttributeField(props: Props) {
  const styles = () => props.type.style.split(/\s+/);
  const text = () => props.text ?? written(props.value);
  const disabled = () => styles().includes("disabled");
  const label = () => `${props.type.name}${props.type.required ? " (required)" : ""}`;
  const help = () => props.type.description || HELP[props.type.dtype];
  const options = () => {
    const { dtype, choices = [], labels = [], required } = props.type;
    const values = dtype === "bool" ? ["true", "false"] : choices;
    const words = dtype === "bool" ? ["Yes", "No"] : labels;
    const all = values.map((value, index) => ({ value, label: words[index] ?? value }));
    // Nothing is chosen before somebody chooses.
    return required && text() !== NONE ? all : [{ value: NONE, label: "–" }, ...all];
  };
  const list = createUniqueId();
  return (
    <Switch>
      <Match when={props.type.dtype === "bool" || props.type.dtype === "enum"}>
        <Select
          label={label()}
          options={options()}
          value={text()}
          onChange={props.onText}
          disabled={disabled()}
          error={props.error}
        />
      </Match>
      <Match when={props.type.dtype === "blob" || styles().includes("long_string")}>
        <TextArea
          label={label()}
          value={text()}
          onText={props.onText}
          disabled={disabled()}
          help={help()}
          error={props.error}
        />
      </Match>
      <Match when={true}>
        <Field
          label={label()}
          value={text()}
          onText={props.onText}
          disabled={disabled()}
          help={help()}
          error={props.error}
          list={props.type.autocomplete ? list : undefined}
        />
        <Show when={props.type.autocomplete}>
          {(words) => (
            <datalist id={list}>
              <For each={words()}>{(word) => <option value={word} />}</For>
            </datalist>
          )}
        </Show>
      </Match>
    </Switch>
  );
}
