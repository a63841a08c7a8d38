/** What is chosen of a list, where a range begins, and where the keyboard is. */
export type Selection = { ids: ReadonlySet<string>; anchor: number; current: number };

export const NOTHING: Selection = { ids: new Set(), anchor: -1, current: -1 };
/** The API changes no more at once. */
export const MOST = 1_000;

type How = { shift?: boolean; toggle?: boolean };

/** A click, or a key that does the same: alone it chooses one, with Ctrl one more or less, with Shift all from where it began. */
export function chosen(list: string[], before: Selection, at: number, { shift, toggle }: How): Selection {
  const id = list[at];
  if (id === undefined) return before;
  if (shift && before.anchor >= 0) {
    const [from, to] = before.anchor < at ? [before.anchor, at] : [at, before.anchor];
    const range = list.slice(from, to + 1).slice(0, MOST);
    return { ids: new Set(toggle ? [...before.ids, ...range] : range), anchor: before.anchor, current: at };
  }
  if (!toggle) return { ids: new Set([id]), anchor: at, current: at };
  const ids = new Set(before.ids);
  if (!ids.delete(id) && ids.size < MOST) ids.add(id);
  return { ids, anchor: at, current: at };
}

export const all = (list: string[], before: Selection): Selection => ({
  ids: new Set(list.slice(0, MOST)),
  anchor: 0,
  current: Math.max(0, before.current),
});

/** Where an arrow leads in a grid of so many columns. */
export function stepped(key: string, at: number, count: number, columns: number): number {
  const steps: Record<string, number> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -columns,
    ArrowDown: columns,
    Home: -count,
    End: count,
  };
  if (count === 0) return -1;
  if (at < 0) return 0;
  const next = at + (steps[key] ?? 0);
  if (key === "ArrowUp" && next < 0) return at;
  // From the last but one row to the end, where the last row is shorter.
  return Math.min(count - 1, Math.max(0, next));
}

/** Of what is chosen, what is still there. */
export function kept(list: string[], before: Selection): Selection {
  const there = new Set(list);
  const ids = new Set([...before.ids].filter((id) => there.has(id)));
  if (ids.size === before.ids.size) return before;
  return { ids, anchor: -1, current: Math.min(before.current, list.length - 1) };
}
