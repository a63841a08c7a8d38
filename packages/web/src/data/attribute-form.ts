import { toSend, written } from "./attribute-words.ts";
import type { Kind } from "./types.ts";
import type { AttributeType, Dtype, NewAttributeType } from "./types-collaboration.ts";

/** An attribute as the form holds it: texts, which become what the API takes when they are sent. */
export type AttributeForm = {
  name: string;
  dtype: Dtype;
  description: string;
  section: string;
  order: string;
  required: boolean;
  visible: boolean;
  disabled: boolean;
  long: boolean;
  kinds: Kind[];
  default: string;
  minimum: string;
  maximum: string;
  choices: string;
  size: string;
  useCurrent: boolean;
};

export const emptyForm: AttributeForm = {
  name: "",
  dtype: "string",
  description: "",
  section: "",
  order: "0",
  required: false,
  visible: true,
  disabled: false,
  long: false,
  kinds: ["file", "table"],
  default: "",
  minimum: "",
  maximum: "",
  choices: "",
  size: "",
  useCurrent: false,
};

export const toForm = (type: AttributeType): AttributeForm => ({
  name: type.name,
  dtype: type.dtype,
  description: type.description,
  section: type.section,
  order: String(type.order),
  required: type.required,
  visible: type.visible,
  disabled: type.style.split(" ").includes("disabled"),
  long: type.style.split(" ").includes("long_string"),
  kinds: type.kinds,
  default: written(type.default),
  minimum: written(type.minimum),
  maximum: written(type.maximum),
  choices: (type.choices ?? [])
    .map((choice, at) => (type.labels?.[at] ? `${choice}: ${type.labels[at]}` : choice))
    .join("\n"),
  size: written(type.size),
  useCurrent: type.useCurrent ?? false,
});

/** What is sent; of styles and words that this form does not know, those of the type it changes stay. */
export function fromForm(form: AttributeForm, before?: AttributeType): NewAttributeType {
  const { dtype } = form;
  const others = (before?.style ?? "").split(/\s+/).filter((word) => !["", "disabled", "long_string"].includes(word));
  const style = [...others, ...(form.disabled ? ["disabled"] : []), ...(form.long ? ["long_string"] : [])].join(" ");
  const number = (text: string) => (text.trim() === "" ? undefined : Number(text));
  const isNumber = dtype === "int" || dtype === "float";
  const hasDefault = dtype !== "datetime" && dtype !== "blob";
  const value = toSend({ dtype }, form.default);
  return clean({
    name: form.name.trim(),
    dtype,
    description: form.description.trim(),
    section: form.section.trim(),
    order: Number(form.order) || 0,
    required: form.required,
    visible: form.visible,
    style,
    kinds: form.kinds,
    default: hasDefault && value !== null ? value : undefined,
    minimum: isNumber ? number(form.minimum) : undefined,
    maximum: isNumber ? number(form.maximum) : undefined,
    ...(dtype === "enum" ? choicesOf(form.choices) : {}),
    size: dtype === "float_array" ? number(form.size) : undefined,
    useCurrent: dtype === "datetime" && form.useCurrent ? true : undefined,
    autocomplete: (dtype === "string" || dtype === "enum") && before ? before.autocomplete : undefined,
  });
}

/** A choice a line; what people read instead of it stands behind a colon. */
function choicesOf(text: string): Pick<NewAttributeType, "choices" | "labels"> {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => line.split(/:\s+/, 2));
  const choices = lines.map(([choice = ""]) => choice);
  if (lines.every(([, label]) => label === undefined)) return { choices };
  return { choices, labels: lines.map(([choice = "", label]) => label ?? choice) };
}

function clean(type: { [Key in keyof NewAttributeType]: NewAttributeType[Key] | undefined }): NewAttributeType {
  return Object.fromEntries(Object.entries(type).filter(([, value]) => value !== undefined)) as NewAttributeType;
}
