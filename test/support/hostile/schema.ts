/** Bodies made of the API's own description: one that is right, and the places in it that can be made wrong. */
import type { Json } from "../http.ts";

export type Place = (string | number)[];
const DEEPEST = 6;

/** Follows references and takes the first of alternatives. */
export function resolve(schema: Json, document: Json): Json {
  if (schema?.$ref) {
    const path: string[] = schema.$ref.slice(2).split("/");
    return resolve(
      path.reduce((node, key) => node?.[key], document),
      document,
    );
  }
  const [first] = schema?.oneOf ?? schema?.anyOf ?? schema?.allOf ?? [];
  return first ? resolve(first, document) : (schema ?? {});
}

/** A value the schema allows; `known` gives those that must exist, by the field's name. */
export function sample(schema: Json, document: Json, known: (field: string) => Json, field = ""): Json {
  const given = known(field);
  if (given !== undefined) return given;
  const { type, properties = {}, required = [], items, minItems = 0, ...rest } = resolve(schema, document);
  if (rest.enum) return rest.enum[0];
  if (rest.default !== undefined) return rest.default;
  if (type === "object")
    return Object.fromEntries(required.map((name: string) => [name, sample(properties[name], document, known, name)]));
  if (type === "array")
    return Array.from({ length: Math.max(1, minItems) }, () => sample(items, document, known, field));
  if (type === "integer" || type === "number") return rest.minimum ?? 1;
  if (type === "boolean") return true;
  if (rest.format === "date-time") return "2030-01-01T00:00:00Z";
  return "x";
}

/** Every field of the schema, also the optional ones, and each thing inside of them. */
export function placesOf(schema: Json, document: Json, at: Place = []): Place[] {
  if (at.length > DEEPEST) return [];
  const alternatives: Json[] = schema?.oneOf ?? schema?.anyOf ?? [schema];
  const places = alternatives.flatMap((alternative) => {
    const { properties = {}, items } = resolve(alternative, document);
    const inside = Object.entries<Json>(properties).flatMap(([name, property]) =>
      placesOf(property, document, [...at, name]),
    );
    return items ? [...inside, ...placesOf(items, document, [...at, 0])] : inside;
  });
  const own = at.length > 0 ? [at] : [];
  const seen = new Map([...own, ...places].map((place) => [place.join("/"), place]));
  return [...seen.values()];
}

/** The value with another one at the place; what is missing on the way there is made. */
export function replaced(value: Json, [key, ...rest]: Place, by: unknown): Json {
  if (key === undefined) return by;
  const copy: Json = typeof key === "number" ? [...(Array.isArray(value) ? value : [])] : { ...value };
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}
