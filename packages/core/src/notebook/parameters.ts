import type { Parameter, ParameterType } from "../signature/schema.ts";
import { type LiteralType, readLiteral } from "./literal.ts";

const ASSIGNMENT = /^([A-Za-z_]\w*)\s*(?::\s*([^=\n]+?)\s*)?=(?!=)\s*/;
const COMMENT = /^[ \t]*(?:#[ \t]*(.*))?(?:\n|$)/;
const TYPES: Record<Exclude<LiteralType, "none">, ParameterType> = {
  int: "int",
  double: "double",
  string: "string",
  bool: "bool",
  list: "list",
  map: "map",
};
/** As people write them beside a name. */
const ANNOTATED: [RegExp, ParameterType][] = [
  [/^int$/, "int"],
  [/^float$/, "double"],
  [/^str$/, "string"],
  [/^bool$/, "bool"],
  [/^(?:list|tuple|List|Tuple|Sequence)\b/, "list"],
  [/^(?:dict|Dict|Mapping)\b/, "map"],
];

/**
 * What the cell tagged `parameters` assigns, as optional parameters: each statement of one name and a literal, with the comment
 * behind it, or above it, as its description. Anything else in the cell is left to itself.
 */
export function parametersIn(source: string): Parameter[] {
  const found = new Map<string, Parameter>();
  let comment: string | undefined;
  for (let rest = source.replaceAll("\r\n", "\n"); rest !== ""; ) {
    const assigned = takeAssignment(rest);
    if (assigned) {
      const { name, rest: after, trailing, ...typed } = assigned;
      const description = trailing || comment;
      found.set(name, { name, ...typed, ...(description ? { description } : {}) });
      rest = after;
      comment = undefined;
      continue;
    }
    const line = /^[^\n]*\n?/.exec(rest)?.[0] ?? rest;
    comment = /^#+\s*(.+?)\s*$/.exec(line)?.[1];
    rest = rest.slice(line.length);
  }
  return [...found.values()];
}

type Assigned = Pick<Parameter, "name" | "type" | "item" | "default" | "options"> & { rest: string; trailing: string };

function takeAssignment(text: string): Assigned | undefined {
  const [head = "", name, annotation] = ASSIGNMENT.exec(text) ?? [];
  const literal = name === undefined ? undefined : readLiteral(text.slice(head.length));
  const tail = literal ? COMMENT.exec(literal.rest) : null;
  if (name === undefined || !literal || !tail) return;
  const { type, item, isNullable } = typeOf(literal.type, literal.value, annotation);
  return {
    name,
    type,
    ...(item ? { item } : {}),
    ...(literal.value === null ? {} : { default: literal.value }),
    options: { optional: true, ...(isNullable ? { nullable: true } : {}) },
    rest: literal.rest.slice(tail[0].length),
    trailing: (tail[1] ?? "").trim(),
  };
}

function typeOf(
  found: LiteralType,
  value: unknown,
  annotation = "",
): { type: ParameterType; item?: ParameterType; isNullable: boolean } {
  const bare = annotation.replace(/\s*\|\s*None$/, "").replace(/^(?:typing\.)?Optional\[(.+)\]$/, "$1");
  const named = ANNOTATED.find(([pattern]) => pattern.test(bare))?.[1];
  const isNullable = value === null || bare !== annotation;
  // Of what is null nothing is known but what stands beside it; most often it is the name of something.
  const type = named && fits(named, found) ? named : found === "none" ? "string" : TYPES[found];
  return type === "list" && Array.isArray(value) ? { type, item: itemOf(value), isNullable } : { type, isNullable };
}

const fits = (named: ParameterType, found: LiteralType): boolean =>
  found === "none" || TYPES[found] === named || (named === "double" && found === "int");

function itemOf(values: unknown[]): ParameterType {
  if (values.every((value) => typeof value === "string")) return "string";
  if (values.every((value) => Number.isSafeInteger(value))) return "int";
  if (values.every((value) => typeof value === "number")) return "double";
  return values.every((value) => typeof value === "boolean") ? "bool" : "dynamic";
}
