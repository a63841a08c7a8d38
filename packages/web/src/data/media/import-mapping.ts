import type { AnnotationType } from "../../annotator/model/types.ts";

/** What a run that only looked says of a file. */
export type Looked = {
  read: number;
  left: number;
  problemCount: number;
  problems: { at: string; message: string }[];
  classes: FileClass[];
  items: {
    at: string;
    className: string;
    type: string | null;
    frame: number | null;
    attributes: Record<string, unknown>;
    problem: string | null;
  }[];
};

export type FileClass = {
  name: string;
  shape: string;
  count: number;
  typeId: string | null;
  attributes: { name: string; count: number; example: string }[];
};

/** What a class becomes: a type by its id, one of its own, or nothing. */
export const [MAKE, LEAVE] = ["make", "leave"] as const;
/** By the name of a class what it becomes, and what its attributes are called then; null leaves one out. */
export type Mapping = Record<string, { to: string; attributes: Record<string, string | null> }>;

/** What a class becomes unless somebody says otherwise: the type it is found by, else a new one where that may be made. */
export const proposed = (
  classes: readonly FileClass[],
  types: readonly AnnotationType[],
  mayManage: boolean,
): Mapping =>
  Object.fromEntries(
    classes.map((one) => {
      const to = one.typeId ?? (mayManage ? MAKE : LEAVE);
      return [
        one.name,
        {
          to,
          attributes: attributesFor(
            one,
            types.find(({ id }) => id === to),
          ),
        },
      ];
    }),
  );

/** Names that a type has stay; what it has not is left out. A new type takes all. */
export function attributesFor(one: FileClass, type: AnnotationType | undefined): Record<string, string | null> {
  const names = new Map(type?.attributes.map(({ name }) => [name.toLowerCase(), name]));
  const taken = new Set<string>();
  return Object.fromEntries(
    one.attributes.map(({ name }) => {
      const fitting = type ? (names.get(name.toLowerCase()) ?? null) : name;
      const to = fitting !== null && taken.has(fitting) ? null : fitting;
      if (to !== null) taken.add(to);
      return [name, to];
    }),
  );
}

/** As the import is told it: only what it would not do by itself. */
export function toldOf(mapping: Mapping) {
  const all = Object.entries(mapping);
  const attributes = all.flatMap(([name, { to, attributes: names }]) => {
    const changed = Object.entries(names).filter(([from, called]) => from !== called);
    return to === LEAVE || changed.length === 0 ? [] : [[name, Object.fromEntries(changed)] as const];
  });
  return {
    classes: Object.fromEntries(
      all.flatMap(([name, { to }]) => (to === MAKE ? [] : [[name, to === LEAVE ? null : to] as const])),
    ),
    attributes: Object.fromEntries(attributes),
    createTypes: all.some(([, { to }]) => to === MAKE),
  };
}
