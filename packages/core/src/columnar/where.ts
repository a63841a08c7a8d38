import { quoteIdentifier } from "../duckdb/index.ts";
import { AppError, type FieldError } from "../error/index.ts";
import type { Column } from "../table/schema.ts";
import { literal } from "./literal.ts";

const MAX_DEPTH = 32;
const MAX_NODES = 1_000;
const MAX_IN = 1_000;

const COMPARE = { eq: "=", lt: "<", le: "<=", gt: ">", ge: ">=" } as const;
const TEXT = { contains: "contains", startsWith: "starts_with", endsWith: "ends_with" } as const;

export type Where =
  | { and: Where[] }
  | { or: Where[] }
  | { not: Where }
  | { column: string; op: "isNull" | "isNotNull" }
  | { column: string; op: keyof typeof COMPARE | "ne" | keyof typeof TEXT; value: unknown }
  | { column: string; op: "in" | "between"; value: unknown[] };

const invalid = (fields: FieldError[]) =>
  new AppError("input", "rows.invalid_where", `The filter is not valid: ${fields[0]?.message ?? "it is empty"}`, {
    fields,
  });

const fault = (path: string, message: string) => invalid([{ path, message }]);

/**
 * A filter as SQL. Logic has two values: a missing value fulfils no comparison but `ne` and `isNull`, and `not` is the exact
 * complement. Every name is one of the columns, every value a literal of its column's type.
 */
export function compileWhere(where: unknown, columns: readonly Column[]): string {
  const known = new Map(columns.map((column) => [column.name, column]));
  let nodes = 0;

  function compile(node: unknown, path: string, depth: number): string {
    if (depth > MAX_DEPTH) throw fault(path, `conditions may be nested ${MAX_DEPTH} deep.`);
    if (++nodes > MAX_NODES) throw fault(path, `a filter may have ${MAX_NODES} conditions.`);
    if (typeof node !== "object" || node === null || Array.isArray(node))
      throw fault(path, "a condition is an object.");
    const keys = Object.keys(node);
    const { and, or, not } = node as { and?: unknown; or?: unknown; not?: unknown };
    if (and !== undefined) return group(keys, and, `${path}/and`, " AND ", "true", depth);
    if (or !== undefined) return group(keys, or, `${path}/or`, " OR ", "false", depth);
    if (not !== undefined) {
      onlyKeys(keys, ["not"], path);
      return `(NOT coalesce(${compile(not, `${path}/not`, depth + 1)}, false))`;
    }
    onlyKeys(keys, ["column", "op", "value"], path);
    return condition(node as { column?: unknown; op?: unknown; value?: unknown }, path);
  }

  function group(keys: string[], list: unknown, path: string, join: string, empty: string, depth: number): string {
    onlyKeys(keys, [path.endsWith("/and") ? "and" : "or"], path.slice(0, path.lastIndexOf("/")));
    if (!Array.isArray(list)) throw fault(path, "a list of conditions is expected.");
    if (list.length === 0) return empty;
    return `(${list.map((item, i) => compile(item, `${path}/${i}`, depth + 1)).join(join)})`;
  }

  function condition(
    { column: name, op, value }: { column?: unknown; op?: unknown; value?: unknown },
    path: string,
  ): string {
    const column = typeof name === "string" ? known.get(name) : undefined;
    if (!column) throw fault(`${path}/column`, `the table has no column ${JSON.stringify(name)?.slice(0, 100)}.`);
    const sql = quoteIdentifier(column.name);
    const one = (item: unknown, at: string): string => {
      const made = literal(column, item);
      if ("expected" in made) throw fault(at, `${column.name} takes ${made.expected}.`);
      return made.sql;
    };
    const many = (least: number, most: number): string[] => {
      if (!Array.isArray(value) || value.length < least || value.length > most) {
        throw fault(
          `${path}/value`,
          least === most
            ? `${String(op)} takes a list of ${least} values.`
            : `${String(op)} takes a list of ${least} to ${most} values.`,
        );
      }
      return value.map((item, i) => one(item, `${path}/value/${i}`));
    };
    if (op === "isNull" || op === "isNotNull") {
      if (value !== undefined) throw fault(`${path}/value`, `${op} takes no value.`);
      return `(${sql} IS ${op === "isNull" ? "" : "NOT "}NULL)`;
    }
    if (op === "ne") return `(${sql} IS DISTINCT FROM ${one(value, `${path}/value`)})`;
    if (isKey(op, COMPARE)) return `(${sql} ${COMPARE[op]} ${one(value, `${path}/value`)})`;
    if (op === "in") return `(${sql} IN (${many(1, MAX_IN).join(", ")}))`;
    if (op === "between") return `(${sql} BETWEEN ${many(2, 2).join(" AND ")})`;
    if (isKey(op, TEXT)) {
      if (column.type !== "text") throw fault(`${path}/op`, `${op} is for text, and ${column.name} is ${column.type}.`);
      return `(${TEXT[op]}(${sql}, ${one(value, `${path}/value`)}))`;
    }
    throw fault(`${path}/op`, `${JSON.stringify(op)?.slice(0, 100)} is no operator.`);
  }

  return compile(where, "", 0);
}

/** A filter as it stands in a URL. */
export function parseWhere(text: string, columns: readonly Column[]): string {
  let where: unknown;
  try {
    where = JSON.parse(text);
  } catch {
    throw fault("", "it is not JSON.");
  }
  return compileWhere(where, columns);
}

const isKey = <T extends object>(key: unknown, object: T): key is keyof T =>
  typeof key === "string" && Object.hasOwn(object, key);

function onlyKeys(keys: string[], allowed: string[], path: string): void {
  const extra = keys.find((key) => !allowed.includes(key));
  if (extra !== undefined)
    throw fault(`${path}/${extra.replaceAll("~", "~0").replaceAll("/", "~1")}`, "it is not part of a condition.");
}
