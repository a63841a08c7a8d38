import { written } from "../../data/attribute-words.ts";
import type { Change } from "./history.ts";
import type { AnnotationType, Row } from "./types.ts";

/** What taking over the other layer would do to this one. */
export type How = "added" | "changed" | "removed";
export type Difference = { elementalId: string; how: How; here?: Row; there?: Row };

const DRAWN = ["x", "y", "width", "height", "u", "v", "points"] as const;
const SAID = ["typeId", "frame", "endFrame", "color", ...DRAWN] as const;

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
const partOf = (row: Row, name: string): unknown => Reflect.get(row, name);
const namesOf = (here: Row, there: Row) => [
  ...new Set([...Object.keys(here.attributes), ...Object.keys(there.attributes)]),
];
const isSame = (here: Row, there: Row) =>
  SAID.every((name) => same(partOf(here, name), partOf(there, name))) &&
  namesOf(here, there).every((name) => same(here.attributes[name], there.attributes[name]));

/** Thing by thing: the same thing has the same elemental id in both. */
export function compare(rows: Iterable<Row>, here: string, there: string): Difference[] {
  const [mine, theirs] = [new Map<string, Row>(), new Map<string, Row>()];
  for (const row of rows) {
    if (row.layerId === here) mine.set(row.elementalId, row);
    if (row.layerId === there) theirs.set(row.elementalId, row);
  }
  const found: Difference[] = [];
  for (const [elementalId, row] of mine) {
    const other = theirs.get(elementalId);
    if (!other) found.push({ elementalId, how: "removed", here: row });
    else if (!isSame(row, other)) found.push({ elementalId, how: "changed", here: row, there: other });
  }
  for (const [elementalId, row] of theirs)
    if (!mine.has(elementalId)) found.push({ elementalId, how: "added", there: row });
  return found.sort((a, b) => frameOf(a) - frameOf(b));
}

export const frameOf = ({ here, there }: Difference) => (here ?? there)?.frame ?? 0;

/** What differs, in a few words: "Sex female → male", "moved". */
export function wordsOf({ here, there }: Difference, types: ReadonlyMap<string, AnnotationType>): string[] {
  if (!here || !there) return [];
  const nothing = "nothing";
  const className = (row: Row) => types.get(row.typeId)?.name ?? nothing;
  return [
    ...(here.typeId === there.typeId ? [] : [`${className(here)} → ${className(there)}`]),
    ...(here.frame === there.frame ? [] : [`frame ${here.frame ?? nothing} → ${there.frame ?? nothing}`]),
    ...namesOf(here, there)
      .filter((name) => !same(here.attributes[name], there.attributes[name]))
      .map(
        (name) =>
          `${name} ${written(here.attributes[name]) || nothing} → ${written(there.attributes[name]) || nothing}`,
      ),
    ...(DRAWN.every((name) => same(partOf(here, name), partOf(there, name))) ? [] : ["drawn otherwise"]),
  ];
}

/** What it takes to say the same as the other layer. */
export const taken = (differences: readonly Difference[], layerId: string): Change[] =>
  differences.map(({ here, there }) => ({
    before: here,
    after: there && { ...there, layerId, mark: here?.mark ?? null },
  }));
