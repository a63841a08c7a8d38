import { z } from "zod";
import type { Column } from "./schema.ts";

const Named = z.object({ name: z.string(), type: z.string() });

export const VersionDiff = z.object({
  /** The version it is compared with. */
  against: z.number().int(),
  /** How many rows more, or fewer. */
  rows: z.number().int(),
  added: z.array(Named),
  removed: z.array(Named),
  changed: z.array(z.object({ name: z.string(), from: z.string(), to: z.string() })),
});
export type VersionDiff = z.infer<typeof VersionDiff>;

type Compared = { version: number; rows: number; columns: readonly Column[] };

/** Columns are the same when their names are; a decimal of another size is another type. */
export function diffVersions(before: Compared, after: Compared): VersionDiff {
  const [old, now] = [before, after].map(
    ({ columns }) => new Map(columns.map((column) => [column.name, typeText(column)])),
  ) as [Map<string, string>, Map<string, string>];
  const missingIn = (other: Map<string, string>, own: Map<string, string>) =>
    [...own].filter(([name]) => !other.has(name)).map(([name, type]) => ({ name, type }));
  return {
    against: before.version,
    rows: after.rows - before.rows,
    added: missingIn(old, now),
    removed: missingIn(now, old),
    changed: [...now].flatMap(([name, to]) => {
      const from = old.get(name);
      return from === undefined || from === to ? [] : [{ name, from, to }];
    }),
  };
}

/** A column's type as people read it. */
export const typeText = ({ type, precision, scale }: Pick<Column, "type" | "precision" | "scale">): string =>
  type === "decimal" ? `decimal(${precision}, ${scale})` : type;
