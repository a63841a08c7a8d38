import { quoteName, splitNames } from "./names.ts";

export type Sort = { column: string; descending: boolean };

/** "-arr_delay,carrier", as the API and the page's address take it. */
export const sortToText = (sorts: Sort[]) =>
  sorts.map(({ column, descending }) => `${descending ? "-" : ""}${quoteName(column)}`).join(",");

export const sortFromText = (text: string | undefined, known: Set<string>): Sort[] =>
  splitNames(text ?? "")
    .map(({ name, minus }) => ({ column: name, descending: minus }))
    .filter(({ column }) => known.has(column));

/** Ascending, descending, not at all; with `add` the other columns keep their order. */
export function toggleSort(sorts: Sort[], column: string, add: boolean): Sort[] {
  const now = sorts.find((sort) => sort.column === column);
  const next: Sort[] = !now ? [{ column, descending: false }] : now.descending ? [] : [{ column, descending: true }];
  if (!add) return next;
  if (!now) return [...sorts, ...next];
  return sorts.flatMap((sort) => (sort.column === column ? next : [sort]));
}
