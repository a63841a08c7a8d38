import { For } from "solid-js";
import { fieldError } from "../../data/problem.ts";
import type { Required } from "../../data/required.ts";
import { AttributeField } from "./attribute-field.tsx";

/** The attributes that a project requires, in the form of what is to be added to it. */
export const RequiredFields = (props: { required: Required; error: unknown; only?: string[] }) => (
  <For each={props.required.types().filter(({ name }) => props.only?.includes(name) ?? true)}>
    {(type) => (
      <AttributeField
        type={type}
        value={undefined}
        text={props.required.texts[type.name]}
        error={fieldError(props.error, type.name)}
        onText={(text) => props.required.write(type.name, text)}
      />
    )}
  </For>
);
