import type { Parsed } from "../parse/parsed.ts";
import type { Classes } from "./types.ts";

const MOST_CLASSES = 500;
const MOST_ATTRIBUTES = 100;
const EXAMPLE = 80;

type Found = {
  name: string;
  shape: string;
  count: number;
  typeId: string | null;
  attributes: Map<string, { count: number; example: string }>;
};

/** Collects which classes a file speaks of, how often, and with which attributes. */
export class Survey {
  readonly #found = new Map<string, Found>();
  readonly #classes: Classes;

  constructor(classes: Classes) {
    this.#classes = classes;
  }

  note(parsed: Parsed): void {
    if (parsed.kind === "problem") return;
    const drawings = parsed.kind === "drawn" ? parsed.drawings : [{ shape: parsed.shape, parts: [] }];
    const chosen = this.#classes.choose(parsed.className, drawings);
    const shape = "drawing" in chosen ? chosen.drawing.shape : (drawings[0]?.shape ?? "box");
    const key = `${shape} ${parsed.className}`;
    const found = this.#found.get(key) ?? this.#begin(key, parsed.className, shape, chosen);
    if (!found) return;
    found.count++;
    for (const [name, value] of Object.entries(parsed.attributes)) {
      const known = found.attributes.get(name);
      if (known) known.count++;
      else if (value !== null && value !== undefined && found.attributes.size < MOST_ATTRIBUTES)
        found.attributes.set(name, { count: 1, example: String(value).slice(0, EXAMPLE) });
    }
  }

  #begin(key: string, name: string, shape: string, chosen: ReturnType<Classes["choose"]>): Found | undefined {
    if (this.#found.size >= MOST_CLASSES) return undefined;
    const typeId = "type" in chosen ? chosen.type.id : null;
    const found: Found = { name, shape, count: 0, typeId, attributes: new Map() };
    this.#found.set(key, found);
    return found;
  }

  /** Most frequent first. */
  classes() {
    return [...this.#found.values()]
      .sort((a, b) => b.count - a.count)
      .map(({ attributes, ...found }) => ({
        ...found,
        attributes: [...attributes].map(([name, { count, example }]) => ({ name, count, example })),
      }));
  }
}
