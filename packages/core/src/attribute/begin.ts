import { AppError, type FieldError } from "../error/index.ts";
import { type Attributes, defaultOf, pointer } from "./apply.ts";
import { typesAround } from "./row.ts";
import type { Given, Info } from "./schema.ts";
import { check } from "./value.ts";

/** What a new thing has: what was said of it, and defaults; throws naming every value that is missing or does not fit. */
export async function initial(
  parentID: string | null,
  kind: string,
  given: Given = {},
  now = new Date(),
): Promise<Attributes> {
  const { values, faults } = begin(await typesIn(parentID, kind), given, now);
  refuse(faults);
  return values;
}

/** The same for what was agreed to when it was announced: types that changed since take nothing back. */
export async function agreed(parentID: string, kind: string, given: Given): Promise<Attributes> {
  return begin(await typesIn(parentID, kind), given, new Date()).values;
}

/** At the top there is no project that could ask for anything. */
const typesIn = async (parentID: string | null, kind: string): Promise<Info[]> =>
  parentID === null ? [] : typesAround(parentID, kind);

function begin(types: Info[], given: Given, now: Date): { values: Attributes; faults: FieldError[] } {
  const known = new Set(types.map(({ name }) => name));
  const faults: FieldError[] = Object.keys(given)
    .filter((name) => !known.has(name))
    .map((name) => fault(name, "There is no such attribute here"));
  const values = types.flatMap((type): [string, unknown][] => {
    const value = given[type.name] ?? defaultOf(type, now);
    const checked = value === undefined ? undefined : check(type, value);
    if (checked === undefined && type.required) faults.push(fault(type.name, REQUIRED));
    if (checked === undefined) return [];
    if ("value" in checked) return [[type.name, checked.value]];
    faults.push(fault(type.name, checked.problem));
    return [];
  });
  return { values: Object.fromEntries(values), faults };
}

const REQUIRED = "This attribute is required";

const fault = (name: string, message: string): FieldError => ({ path: `/attributes/${pointer(name)}`, message });

function refuse(fields: FieldError[]): void {
  if (fields.length === 0) return;
  if (fields.every(({ message }) => message === REQUIRED)) throw missing(fields);
  throw new AppError("input", "attribute.invalid", "Some attributes cannot have these values.", { fields });
}

const missing = (fields: FieldError[]) =>
  new AppError("input", "attribute.required", "The project asks for attributes that are missing.", { fields });

/** For what is moved: it lacks what is required where it goes. */
export const lacking = (names: string[]): AppError => missing(names.map((name) => fault(name, REQUIRED)));
