import { useQuery } from "@tanstack/solid-query";
import { createStore, reconcile } from "solid-js/store";
import { toSend } from "./attribute-words.ts";
import { loaded } from "./loaded.ts";
import { queries } from "./queries.ts";
import type { Kind } from "./types.ts";
import type { AttributeType, AttributeValue } from "./types-collaboration.ts";

/** What somebody has to say of a new thing, because nothing else fills it in. */
export const requiredOf = (types: AttributeType[], kind: Kind): AttributeType[] =>
  types.filter((type) => type.required && type.default === undefined && !type.useCurrent && type.kinds.includes(kind));

/** The part of a form that asks for what a project requires of a new thing of a kind. */
export function createRequired(project: () => string | undefined, kind: Kind) {
  const [texts, setTexts] = createStore<Record<string, string>>({});
  const found = useQuery(() => ({ ...queries.attributeTypes(project() ?? ""), enabled: Boolean(project()) }));
  const types = () => (project() ? requiredOf(loaded(found)?.items ?? [], kind) : []);
  return {
    types,
    texts,
    write: (name: string, text: string) => setTexts(name, text),
    forget: () => setTexts(reconcile({})),
    isComplete: () => types().every(({ name }) => (texts[name] ?? "").trim() !== ""),
    /** As it is sent with the rest of a form; nothing where nothing was written. */
    sent: (): { attributes?: Record<string, AttributeValue> } => {
      const values = types().flatMap((type): [string, AttributeValue][] => {
        const value = toSend(type, texts[type.name] ?? "");
        return value === null ? [] : [[type.name, value]];
      });
      return values.length === 0 ? {} : { attributes: Object.fromEntries(values) };
    },
  };
}

export type Required = ReturnType<typeof createRequired>;
