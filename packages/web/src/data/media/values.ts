import { toSend, written } from "../attribute-words.ts";
import type { AttributeType, AttributeValue } from "../types-collaboration.ts";
import type { MediaItem } from "./types.ts";

/** What several have of one attribute: a text where it is the same, else how many different ones. */
export type Common = { text: string; different: number };

export function commonOf(items: Pick<MediaItem, "attributes">[], name: string): Common {
  const texts = new Set(items.map(({ attributes }) => written(attributes[name] as AttributeValue | undefined)));
  const [only = ""] = texts;
  return texts.size === 1 ? { text: only, different: 0 } : { text: "", different: texts.size };
}

/** What is sent: only what somebody wrote and that is not what all of them have already. */
export function changesOf(
  types: AttributeType[],
  items: Pick<MediaItem, "attributes">[],
  texts: Record<string, string>,
): Record<string, AttributeValue | null> {
  const changed = types.flatMap((type): [string, AttributeValue | null][] => {
    const text = texts[type.name];
    if (text === undefined) return [];
    const { text: before, different } = commonOf(items, type.name);
    return different === 0 && before === text ? [] : [[type.name, toSend(type, text)]];
  });
  return Object.fromEntries(changed);
}

/** A few values that a card shows, by the order of their types. */
export const shortOf = (types: AttributeType[], item: Pick<MediaItem, "attributes">): string =>
  types
    .filter(({ name, visible, dtype }) => visible && dtype !== "blob" && item.attributes[name] !== undefined)
    .slice(0, 2)
    .map(({ name }) => written(item.attributes[name] as AttributeValue))
    .join(" · ");
