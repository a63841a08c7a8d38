import type { Row } from "./types.ts";

export type Difference = { elementalId: string; how: "added" | "changed" | "missing"; here?: Row; there?: Row };

const said = ({ mark: _, layerId: __, ...row }: Row) =>
  JSON.stringify(row, Object.keys(row).sort().concat(Object.keys(row.attributes).sort()));

/** What one layer says that another does not, thing by thing: the same thing has the same elemental id in both. */
export function compare(rows: Iterable<Row>, here: string, there: string): Difference[] {
  const [mine, theirs] = [new Map<string, Row>(), new Map<string, Row>()];
  for (const row of rows) {
    if (row.layerId === here) mine.set(row.elementalId, row);
    if (row.layerId === there) theirs.set(row.elementalId, row);
  }
  const found: Difference[] = [];
  for (const [elementalId, row] of mine) {
    const other = theirs.get(elementalId);
    if (!other) found.push({ elementalId, how: "added", here: row });
    else if (said(row) !== said(other)) found.push({ elementalId, how: "changed", here: row, there: other });
  }
  for (const [elementalId, row] of theirs)
    if (!mine.has(elementalId)) found.push({ elementalId, how: "missing", there: row });
  return found.sort((a, b) => frameOf(a) - frameOf(b));
}

export const frameOf = ({ here, there }: Difference) => (here ?? there)?.frame ?? 0;
