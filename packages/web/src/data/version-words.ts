import { count, plural } from "./format.ts";
import type { SchemaDiff } from "./types.ts";

/** "+500", "−3", or nothing when there is nothing to say. */
export const signed = (by: number) => (by === 0 ? "" : by > 0 ? `+${count(by)}` : count(by));

/** What a version changed, in a few words: "+500 rows, 2 columns added, 1 changed". */
export function diffWords(diff: SchemaDiff | null): string {
  if (!diff) return "The first version";
  const columns = [
    diff.added.length > 0 ? `${plural(diff.added.length, "column")} added` : "",
    diff.removed.length > 0 ? `${plural(diff.removed.length, "column")} removed` : "",
    diff.changed.length > 0 ? `${plural(diff.changed.length, "column")} changed` : "",
  ];
  const parts = [
    diff.rows === 0 ? "" : `${signed(diff.rows)} ${diff.rows === 1 || diff.rows === -1 ? "row" : "rows"}`,
    ...columns,
  ];
  return parts.filter(Boolean).join(", ") || "Same columns, as many rows";
}
