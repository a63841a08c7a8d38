import { AppError, type FieldError } from "../error/index.ts";
import { type Definition, type Dtype, OPTIONS, optionsOf } from "./schema.ts";
import { check } from "./value.ts";

/** Dtypes that a type may become without losing what was written. */
const CHANGES: Partial<Record<Dtype, Dtype>> = { int: "float", float: "int", enum: "string", string: "enum" };

/** A definition, of whatever it is an attribute. */
type Described = Omit<Definition, "kinds">;

/** What is wrong with a definition in itself. */
export function faultsOf(type: Described): FieldError[] {
  const faults: FieldError[] = OPTIONS.filter(
    (option) => type[option] !== undefined && !optionsOf[type.dtype].includes(option),
  ).map((option) => ({ path: `/${option}`, message: `A ${type.dtype} has no ${option}` }));
  const fault = (path: string, message: string) => faults.push({ path, message });
  const { choices, labels, minimum, maximum } = type;
  if (type.dtype === "enum" && choices === undefined) fault("/choices", "An enum needs its choices");
  if (choices && new Set(choices).size < choices.length) fault("/choices", "Each choice stands here once");
  if (choices && labels && labels.length !== choices.length) fault("/labels", "As many labels as choices");
  if (type.dtype === "float_array" && type.size === undefined) fault("/size", "A float_array needs its size");
  if (minimum !== undefined && maximum !== undefined && minimum > maximum) fault("/maximum", "Not below the minimum");
  if (faults.length === 0 && type.default !== undefined) {
    const checked = check(type, type.default);
    if ("problem" in checked) fault("/default", checked.problem);
  }
  return faults;
}

export function validate<T extends Described>(type: T): T {
  const fields = faultsOf(type);
  if (fields.length > 0)
    throw new AppError("input", "attribute_type.invalid", "This attribute cannot be as described.", { fields });
  if (type.default === undefined) return type;
  const checked = check(type, type.default);
  return "value" in checked ? { ...type, default: checked.value } : type;
}

export function allowChange(from: Dtype, to: Dtype): void {
  if (from === to || CHANGES[from] === to) return;
  throw new AppError(
    "conflict",
    "attribute_type.cannot_convert",
    `A ${from} cannot become a ${to}: only int and float, and enum and string, become one another. Add another attribute.`,
    { fields: [{ path: "/dtype", message: `Not from ${from}` }] },
  );
}
