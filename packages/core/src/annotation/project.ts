import { AppError } from "../error/index.ts";
import { attributeOf } from "./filter/fields.ts";
import { type Kind, Localization, State } from "./schema.ts";

const SHAPES = { localization: Localization.shape, state: State.shape };

/** The fields that are told, or all. */
export type Fields = { own: Set<string>; attributes: Set<string> } | undefined;

export function readFields(text: string | undefined, kind: Kind): Fields {
  if (text === undefined || text === "") return undefined;
  const fields = { own: new Set<string>(), attributes: new Set<string>() };
  for (const name of text.split(",").map((part) => part.trim())) {
    const attribute = attributeOf(name);
    if (attribute !== undefined) fields.attributes.add(attribute);
    else if (Object.hasOwn(SHAPES[kind], name)) fields.own.add(name);
    else
      throw new AppError(
        "input",
        "list.unknown_field",
        `A ${kind} has no field ${JSON.stringify(name.slice(0, 100))}.`,
        {
          fields: [{ path: "/fields", message: "Names a field that there is not" }],
        },
      );
  }
  return fields;
}

/** Of an annotation what is told of it. */
export function project<T extends { attributes: Record<string, unknown> }>(item: T, fields: Fields): Partial<T> {
  if (!fields) return item;
  const kept = Object.fromEntries(Object.entries(item).filter(([name]) => fields.own.has(name)));
  if (fields.attributes.size === 0) return kept as Partial<T>;
  const some = Object.entries(item.attributes).filter(
    ([name]) => fields.own.has("attributes") || fields.attributes.has(name),
  );
  return { ...kept, attributes: Object.fromEntries(some) } as Partial<T>;
}
