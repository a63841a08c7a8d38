import type { Parameter, ParameterType } from "../signature/schema.ts";
import { ExpressionError, evaluate, type Scope } from "./expression.ts";

export type FieldProblem = { path: string; message: string };
export type Checked = { values: Record<string, unknown>; problems: FieldProblem[] };

/**
 * What a call is given, against what the function takes: defaults filled in, unknown names refused, each problem at its
 * field. What only the data can tell, such as missing values in a column, is for the run.
 */
export function checkInputs(inputs: readonly Parameter[], given: Readonly<Record<string, unknown>>): Checked {
  const problems: FieldProblem[] = [];
  for (const name of Object.keys(given)) {
    if (!inputs.some((input) => input.name === name))
      problems.push({
        path: `/${name}`,
        message: `There is no input of this name; there is ${inputs.map((one) => one.name).join(", ") || "none"}`,
      });
  }
  const values: Record<string, unknown> = {};
  for (const input of inputs) {
    const value = given[input.name] ?? (Object.hasOwn(given, input.name) ? null : input.default);
    const problem = value === null || value === undefined ? absent(input, given) : wrong(input, value);
    if (problem) problems.push({ path: `/${input.name}`, message: problem });
    else if (value !== undefined) values[input.name] = value;
  }
  if (problems.length > 0) return { values, problems };
  for (const input of inputs) {
    const message = refusal(input, values);
    if (message) problems.push({ path: `/${input.name}`, message });
  }
  return { values, problems };
}

/** Whether the form shows the input, or lets it be changed, at these values. */
export const isOn = (condition: string | undefined, values: Scope): boolean => {
  if (condition === undefined) return true;
  const value = evaluate(condition, values);
  return value !== false && value !== null;
};

function absent({ options, default: preset }: Parameter, given: Scope): string | undefined {
  if (options.nullable || options.optional) return;
  // Removing what was filled in is not the same as leaving it.
  return preset === undefined || Object.keys(given).length > 0 ? "A value is needed" : undefined;
}

function wrong({ type, item, options }: Parameter, value: unknown): string | undefined {
  if (type === "list") {
    if (!Array.isArray(value)) return "A list is needed";
    const bad = value.findIndex((one) => scalarProblem(item ?? "string", one) !== undefined);
    return bad >= 0 ? `Item ${bad + 1}: ${scalarProblem(item ?? "string", value[bad])}` : notAmong(options, value);
  }
  return scalarProblem(type, value) ?? outside(options, value) ?? notAmong(options, [value]);
}

const KINDS: Partial<Record<ParameterType, { prefix: string; name: string }>> = {
  dataframe: { prefix: "tbl_", name: "table" },
  file: { prefix: "fil_", name: "file" },
  blob: { prefix: "fil_", name: "file" },
  media: { prefix: "med_", name: "media" },
  project: { prefix: "prj_", name: "project" },
  user: { prefix: "usr_", name: "person" },
};

function scalarProblem(type: ParameterType, value: unknown): string | undefined {
  const kind = KINDS[type];
  if (kind)
    return typeof value === "string" && value.startsWith(kind.prefix)
      ? undefined
      : `The id of a ${kind.name} is needed`;
  switch (type) {
    case "int":
      return Number.isSafeInteger(value) ? undefined : "A whole number is needed";
    case "bigint":
      return (typeof value === "string" && /^[+-]?\d+$/.test(value)) || Number.isSafeInteger(value)
        ? undefined
        : "A whole number is needed";
    case "double":
    case "num":
    case "qnum":
      return typeof value === "number" && Number.isFinite(value) ? undefined : "A number is needed";
    case "bool":
      return typeof value === "boolean" ? undefined : "true or false is needed";
    case "datetime":
      return typeof value === "string" && !Number.isNaN(Date.parse(value))
        ? undefined
        : "A time such as 2026-11-21T10:00:00Z is needed";
    case "string":
    case "column":
      return typeof value === "string" ? undefined : "A text is needed";
    case "column_list":
      return Array.isArray(value) && value.every((one) => typeof one === "string")
        ? undefined
        : "A list of columns is needed";
    case "map":
    case "object":
      return typeof value === "object" && !Array.isArray(value) ? undefined : "An object is needed";
    default:
      return;
  }
}

function outside({ min, max }: Parameter["options"], value: unknown): string | undefined {
  if (typeof value !== "number") return;
  if (min !== undefined && value < min) return `At least ${min} is needed`;
  if (max !== undefined && value > max) return `At most ${max} is possible`;
  return;
}

function notAmong({ choices }: Parameter["options"], values: unknown[]): string | undefined {
  if (!choices || !("values" in choices)) return;
  const other = values.find((value) => !choices.values.includes(String(value)));
  return other === undefined ? undefined : `${JSON.stringify(other)} is none of ${choices.values.join(", ")}`;
}

const REGEX = /^\/(.*)\/([im]*)$/s;
const NAME = /^[\w:]+$/;

/** What the input's own validators say: a pattern or a condition. Named ones are functions, which the run calls. */
function refusal({ name, options }: Parameter, values: Scope): string | undefined {
  const value = values[name];
  if (value === undefined || value === null) return;
  for (const validator of options.validators ?? []) {
    if (NAME.test(validator)) continue;
    const [, pattern, flags] = REGEX.exec(validator) ?? [];
    const answer = pattern === undefined ? said(validator, { ...values, value }) : matches(pattern, flags ?? "", value);
    if (answer === false) return `This does not meet ${validator}`;
    if (typeof answer === "string") return answer;
  }
  return;
}

const MAX_TESTED = 1_000;
/** A group that is repeated can take for ever on a text made for it; such a pattern is left to the run, which has a limit. */
const COSTLY = /\)[*+{]|\\[1-9]|\\k</;

function matches(pattern: string, flags: string, value: unknown): boolean | string {
  if (COSTLY.test(pattern)) return true;
  if (String(value).length > MAX_TESTED) return `At most ${MAX_TESTED} characters can be checked`;
  try {
    return new RegExp(pattern, flags).test(String(value));
  } catch (error) {
    return `The pattern cannot be read: ${String(error)}`;
  }
}

function said(condition: string, scope: Scope): unknown {
  try {
    return evaluate(condition, scope);
  } catch (error) {
    if (error instanceof ExpressionError) return error.message;
    throw error;
  }
}
