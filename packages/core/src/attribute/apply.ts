import { AppError, type FieldError } from "../error/index.ts";
import { typesAround } from "./row.ts";
import type { Info, Value } from "./schema.ts";
import { check } from "./value.ts";

export type Attributes = Record<string, unknown>;
/** What a person sends: values to set, `null` to take one away, names to put back to their default. */
export type Change = { values: Record<string, Value | null>; reset: string[] };

/** The attributes of an entity after a change; throws naming every value that does not fit. */
export const changed = async (
  entity: { id: string; kind: string; attributes: Attributes },
  change: Change,
  now = new Date(),
): Promise<Attributes> => applied(await typesAround(entity.id, entity.kind), entity.attributes, change, now);

/** The same by types that are known. */
export function applied(known: Info[], before: Attributes, { values, reset }: Change, now: Date): Attributes {
  const types = new Map(known.map((type) => [type.name, type]));
  const after = new Map(Object.entries(before));
  const faults: FieldError[] = [];
  const put = (path: string, type: Info | undefined, name: string, value: Value | null | undefined) => {
    const problem = type === undefined ? "There is no such attribute here" : putOne(after, type, value);
    if (problem !== undefined) faults.push({ path: `/${path}/${pointer(name)}`, message: problem });
  };
  for (const [name, value] of Object.entries(values)) put("attributes", types.get(name), name, value);
  for (const name of reset) {
    const type = types.get(name);
    put("resetAttributes", type, name, type && defaultOf(type, now));
  }
  if (faults.length > 0)
    throw new AppError("input", "attribute.invalid", "Some attributes cannot have these values.", { fields: faults });
  return Object.fromEntries(after);
}

/** Sets one value, or says why not. */
function putOne(after: Map<string, unknown>, type: Info, value: Value | null | undefined): string | undefined {
  if (value === null || value === undefined) {
    if (type.required) return "This attribute is required";
    after.delete(type.name);
    return undefined;
  }
  const checked = check(type, value);
  if ("problem" in checked) return checked.problem;
  after.set(type.name, checked.value);
  return undefined;
}

/** What a thing has where nobody says anything. */
export const defaultOf = (type: Pick<Info, "dtype" | "useCurrent" | "default">, now: Date): Value | undefined =>
  type.dtype === "datetime" && type.useCurrent ? now.toISOString() : type.default;

/** RFC 6901 */
export const pointer = (name: string): string => name.replaceAll("~", "~0").replaceAll("/", "~1");
