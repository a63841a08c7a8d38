import { Show } from "solid-js";
import type { SetStoreFunction } from "solid-js/store";
import type { AttributeForm } from "../../data/attribute-form.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { Field } from "../../ui/field.tsx";
import { TextArea } from "../../ui/text-area.tsx";

type Props = {
  form: AttributeForm;
  set: SetStoreFunction<AttributeForm>;
  problem: (field: string) => string | undefined;
};

/** What only some dtypes have. */
export function TypeOptions(props: Props) {
  const is = (...dtypes: AttributeForm["dtype"][]) => dtypes.includes(props.form.dtype);
  const field = (name: "minimum" | "maximum" | "size" | "default", label: string, help?: string) => (
    <Field
      label={label}
      value={props.form[name]}
      onText={(text) => props.set(name, text)}
      error={props.problem(name)}
      help={help}
    />
  );
  return (
    <>
      <Show when={is("enum")}>
        <TextArea
          label="Choices"
          rows={4}
          value={props.form.choices}
          onText={(text) => props.set("choices", text)}
          error={props.problem("choices") ?? props.problem("labels")}
          help="One a line; “code: Words” shows the words"
        />
      </Show>
      <Show when={is("int", "float")}>
        <div class="grid grid-cols-2 gap-3">
          {field("minimum", "At least")}
          {field("maximum", "At most")}
        </div>
      </Show>
      <Show when={is("float_array")}>{field("size", "How many numbers", "1 to 2000")}</Show>
      <Show when={is("datetime")}>
        <Checkbox checked={props.form.useCurrent} onChange={(on) => props.set("useCurrent", on)}>
          New things begin with the present moment
        </Checkbox>
      </Show>
      <Show when={is("string")}>
        <Checkbox checked={props.form.long} onChange={(on) => props.set("long", on)}>
          Room for several lines
        </Checkbox>
      </Show>
      <Show when={!is("datetime", "blob")}>
        {field("default", "Default", "What exists without a value gets it too")}
      </Show>
    </>
  );
}
