export type FieldValue = string | string[] | boolean | number | null;
export type Fields = Record<string, FieldValue>;

/** One thing that two people changed differently. */
export type Conflict = { field: string; mine: FieldValue; theirs: FieldValue; before: FieldValue };

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * Three versions of the same thing: as it was read, as I changed it, as it is now. What only one of us touched needs no
 * question; what both did is a conflict.
 */
export function merge(before: Fields, mine: Fields, theirs: Fields): { merged: Fields; conflicts: Conflict[] } {
  const merged: Fields = {};
  const conflicts: Conflict[] = [];
  for (const field of Object.keys(mine)) {
    const [was, my, their] = [before[field] ?? null, mine[field] ?? null, theirs[field] ?? null];
    if (same(my, was) || same(my, their)) continue;
    if (same(their, was)) merged[field] = my;
    else conflicts.push({ field, mine: my, theirs: their, before: was });
  }
  return { merged, conflicts };
}

/** What to send once every conflict has its side: only what differs from theirs. */
export function settle(
  { merged, conflicts }: ReturnType<typeof merge>,
  choices: Record<string, "mine" | "theirs">,
): Fields {
  const chosen = conflicts.filter(({ field }) => choices[field] === "mine").map(({ field, mine }) => [field, mine]);
  return { ...merged, ...Object.fromEntries(chosen) };
}
