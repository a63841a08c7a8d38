import type { Parsed } from "../parse/parsed.ts";
import type { Import } from "../schema.ts";

type Names = NonNullable<Import["attributes"]>;

/** What a file says, its attributes called as somebody wants; what is called null is left out. */
export async function* renamed(all: AsyncIterable<Parsed>, names: Names): AsyncGenerator<Parsed> {
  const known = new Map(Object.entries(names).map(([className, to]) => [className, new Map(Object.entries(to))]));
  for await (const one of all) {
    const to = one.kind === "problem" ? undefined : known.get(one.className);
    yield to && one.kind !== "problem" ? { ...one, attributes: called(one.attributes, to) } : one;
  }
}

function called(attributes: Record<string, unknown>, to: Map<string, string | null>): Record<string, unknown> {
  const entries = Object.entries(attributes);
  const plain = entries.filter(([name]) => !to.has(name));
  const meant = entries.flatMap(([name, value]) => {
    const wanted = to.get(name);
    return wanted == null ? [] : [[wanted, value] as const];
  });
  // What is said on purpose stands before what happens to be called the same.
  return Object.fromEntries([...plain, ...meant]);
}
