import type { Folder, Total } from "./types.ts";

export type FolderNode = { id: string; name: string; depth: number; total: Total };

/** The folders as they are shown: outermost first, each with how many lie in it and in what is inside it. */
export function treeOf(folders: Folder[], rootID?: string): FolderNode[] {
  const inside = Map.groupBy(
    folders.filter(({ id }) => id !== rootID),
    ({ parentId }) => parentId ?? rootID ?? "",
  );
  const walk = (parent: string, depth: number): FolderNode[] =>
    (inside.get(parent) ?? []).flatMap(({ id, name, count }) => {
      const below = walk(id, depth + 1);
      const total = sum([count, ...below.filter((node) => node.depth === depth + 1).map((node) => node.total)]);
      return [{ id, name, depth, total }, ...below];
    });
  return walk(rootID ?? "", 0);
}

/** Where a part was counted only so far, so is the whole. */
export function sum(totals: Total[]): Total {
  const n = totals.reduce<number>((all, one) => all + Number.parseInt(String(one), 10), 0);
  return totals.some((one) => typeof one === "string") ? `${n}+` : n;
}

export const totalWords = (total: Total): string =>
  typeof total === "number" ? total.toLocaleString("en") : `${Number.parseInt(total, 10).toLocaleString("en")}+`;
