import { type RawBuilder, sql } from "kysely";
import { Access } from "../access/index.ts";
import { bits } from "../access/privilege.ts";
import * as Actor from "../actor/index.ts";
import type { Leaf, Node } from "../search-language/index.ts";
import { commonLeaves } from "./common.ts";
import { type Asking, asksForTrash, matches } from "./match.ts";

type Condition = RawBuilder<boolean>;

/** Conditions on entity `e`: where a search looks, and what it finds there. */
export type Universe = {
  /** What the actor sees. */
  visible: Condition;
  /** What can be found in a place: what is visible, and of the trash what they may take out of it. */
  reach: Condition;
  /** What is asked for, to be found by indexes. */
  asked: Condition;
  /** The same, of what something else found; true or false, never null, which keeps indexes from being read for it. */
  tested: Condition;
  /** About as much of it, to reckon with. */
  likely: Condition;
  trash: boolean;
};

const askingOf = (visible: Condition): Asking => ({ userID: Actor.userIDOrNone(), now: new Date(), visible });

/** A universe in which what is common is tested on what the rest finds. */
export const frugalUniverse = async (node: Node | undefined, visible: Condition, seen: Condition): Promise<Universe> =>
  universe(node, visible, seen, await commonLeaves(node, { ...askingOf(visible), roughly: true }));

/** `seen` says of what is not in the trash which of it the actor sees, where the place alone does not say it. */
export function universe(
  node: Node | undefined,
  visible: Condition,
  seen: Condition = visible,
  common: ReadonlySet<Leaf> = new Set(),
): Universe {
  const live = sql<boolean>`e.deleted_at is null and ${seen}`;
  const mine = sql<boolean>`e.deleted_at is not null and exists (
    select from ${Access.privilegesOfEntity({ trash: true })} where p.privileges & ${bits("remove")} <> 0)`;
  const trash = asksForTrash(node);
  const asking = { ...askingOf(visible), common };
  return {
    visible,
    reach: trash ? sql<boolean>`((${live}) or (${mine}))` : live,
    asked: matches(node, asking),
    tested: sql<boolean>`(${matches(node, { ...asking, oneByOne: true })}) is true`,
    likely: matches(node, { ...asking, roughly: true, common: new Set() }),
    trash,
  };
}
