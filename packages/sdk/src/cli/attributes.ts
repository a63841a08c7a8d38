import type { UploadOptions } from "../upload.ts";
import { UsageError } from "./exit.ts";
import { parseValue } from "./value.ts";

type Attributes = NonNullable<UploadOptions["attributes"]>;

/** `station=Oslo` as typed, several times; what looks like a number, a truth value or a list is one. */
export function parseAttributes(pairs: string[]): Attributes | undefined {
  if (pairs.length === 0) return;
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      if (at < 1) throw new UsageError(`Cannot read the attribute “${pair}”: write for example station=Oslo`);
      return [pair.slice(0, at).trim(), attributeOf(pair.slice(at + 1))];
    }),
  );
}

function attributeOf(text: string): Attributes[string] {
  const value = parseValue(text);
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "string") return value;
  const isList = Array.isArray(value) && value.every((one) => typeof one === "string" || typeof one === "number");
  return isList ? value : text;
}
