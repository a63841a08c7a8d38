import { quoteIdentifier } from "../duckdb/index.ts";
import { AppError } from "../error/index.ts";
import type { TableQuery } from "../table/query.ts";
import type { Column } from "../table/schema.ts";
import { aggregate } from "./aggregate.ts";
import { binned } from "./bin.ts";
import { orderSQL, parseSort } from "./request.ts";
import { ROWS } from "./store.ts";
import type { Written } from "./text.ts";
import { compileWhere } from "./where.ts";

/** A column of the answer: what the rows of `inner` call it, and how it is written. */
export type Output = Column & Written & { alias: string };
export type QueryPlan = { inner: string; outputs: Output[] };

const invalid = (path: string, message: string) =>
  new AppError("input", "query.invalid", `${path || "The query"}: ${message}`, { fields: [{ path, message }] });

/** What the parts of the question find wrong, told in the question's own terms. */
function within<T>(path: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== "input") throw error;
    const [first] = error.fields;
    throw invalid(`${path}${first?.path.replace(/^\/(select|sort)/, "") ?? ""}`, first?.message ?? error.message);
  }
}

/** A question as SQL. Every name is one of the columns or one given by us, every value a literal of its column's type. */
export function planQuery(query: TableQuery, columns: readonly Column[]): QueryPlan {
  const where = query.where === undefined ? undefined : within("/where", () => compileWhere(query.where, columns));
  const from = `${ROWS}${where === undefined ? "" : ` WHERE ${where}`}`;
  const isGrouped = (query.groupBy?.length ?? 0) + (query.aggregates?.length ?? 0) > 0;
  return isGrouped ? grouped(query, columns, from) : plain(query, columns, from);
}

function plain({ select, sort, limit }: TableQuery, columns: readonly Column[], from: string): QueryPlan {
  const keys = sort === undefined ? [] : within("/sort", () => parseSort(sort, columns));
  const outputs = chosen(select, columns).map((column, i) => ({ ...column, alias: `o${i}` }));
  const list = outputs.map(({ name, alias }) => `${quoteIdentifier(name)} AS ${alias}`).join(", ");
  return { outputs, inner: `SELECT ${list} FROM ${from} ORDER BY ${orderSQL(keys, ROWS)} LIMIT ${limit}` };
}

function grouped(query: TableQuery, columns: readonly Column[], from: string): QueryPlan {
  const find = (name: string, path: string): Column => {
    const column = columns.find((c) => c.name === name);
    if (!column) throw invalid(path, `the table has no column ${JSON.stringify(name.slice(0, 100))}.`);
    return column;
  };
  const groups = (query.groupBy ?? []).map((key, i) => {
    const path = `/groupBy/${i}`;
    const { column: name, bin, as } = typeof key === "string" ? { column: key, bin: undefined, as: undefined } : key;
    const column = find(name, typeof key === "string" ? path : `${path}/column`);
    const made = bin === undefined ? { ...column, expression: quoteIdentifier(name) } : binned(column, bin, i);
    if ("problem" in made) throw invalid(`${path}/bin`, made.problem);
    return { ...made, name: as ?? name, path };
  });
  const aggregates = (query.aggregates ?? []).map(({ op, column: name, as }, i) => {
    const path = `/aggregates/${i}`;
    const made = aggregate(op, name === undefined ? undefined : find(name, `${path}/column`));
    if ("problem" in made) throw invalid(`${path}/${name === undefined ? "column" : "op"}`, made.problem);
    return { ...made, name: as ?? (name === undefined ? op : `${op}_${name}`), path };
  });
  const all = [...groups, ...aggregates].map((output, i) => ({ ...output, alias: `o${i}` }));
  refuseTwins(all);
  const keys = query.sort === undefined ? [] : within("/sort", () => parseSort(query.sort ?? "", all));
  const order = [
    ...keys.map(({ column, descending }) => `${aliasOf(all, column)} ${descending ? "DESC" : "ASC"} NULLS LAST`),
    // Ties, and groups nobody asked to sort, come in the order of their keys.
    ...groups.map((_, i) => `o${i} ASC NULLS LAST`),
  ];
  const bounds = groups.flatMap((group) => ("bounds" in group && group.bounds ? [group.bounds] : []));
  const tables = bounds.length === 0 ? from : from.replace(ROWS, `${ROWS} CROSS JOIN bounds_`);
  const inner = [
    bounds.length === 0 ? "" : `WITH bounds_ AS MATERIALIZED (SELECT ${bounds.join(", ")} FROM ${from})`,
    `SELECT ${all.map(({ expression, alias }) => `${expression} AS ${alias}`).join(", ")} FROM ${tables}`,
    groups.length === 0 ? "" : `GROUP BY ${groups.map((_, i) => i + 1).join(", ")}`,
    order.length === 0 ? "" : `ORDER BY ${order.join(", ")}`,
    `LIMIT ${query.limit}`,
  ];
  return { inner: inner.join(" "), outputs: chosen(query.select, all) };
}

function chosen<C extends { name: string }>(select: readonly string[] | undefined, columns: readonly C[]): C[] {
  if (select === undefined) return [...columns];
  return select.map((name, i) => {
    const column = columns.find((c) => c.name === name);
    if (!column) throw invalid(`/select/${i}`, `${JSON.stringify(name.slice(0, 100))} is no column of the answer.`);
    if (select.indexOf(name) < i) throw invalid(`/select/${i}`, "a column is asked for twice.");
    return column;
  });
}

/** The letters' case aside, as in a table. */
function refuseTwins(outputs: readonly { name: string; path: string }[]): void {
  const taken = new Set<string>();
  for (const { name, path } of outputs) {
    if (taken.has(name.toLowerCase()))
      throw invalid(`${path}/as`, `two columns of the answer would be called ${JSON.stringify(name.slice(0, 100))}.`);
    taken.add(name.toLowerCase());
  }
}

const aliasOf = (outputs: readonly Output[], column: Column): string =>
  outputs.find((output) => output === column)?.alias ?? "";
