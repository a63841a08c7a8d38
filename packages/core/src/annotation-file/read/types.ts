import type { Definition, Info, Shape } from "../../annotation-type/schema.ts";
import { AttributeName } from "../../attribute/schema.ts";
import type { Drawing, Parsed } from "../parse/parsed.ts";

type Chosen = { type: Info; drawing: Drawing } | { left: true } | { problem: string };

const keyOf = (name: string, shape: Shape) => `${shape} ${name.toLowerCase()}`;

/** Types for the classes of a file: named by whoever asks, else found by name and shape. */
export class Classes {
  readonly #byName = new Map<string, Info>();
  readonly #byID: Map<string, Info>;
  readonly #named: Map<string, string | null>;

  constructor(types: readonly Info[], named: Record<string, string | null>) {
    this.#byID = new Map(types.map((type) => [type.id, type]));
    this.#named = new Map(Object.entries(named));
    for (const type of types) this.#byName.set(keyOf(type.name, type.shape), type);
  }

  /** The type that a class is drawn with, in the best way that there is one for. */
  choose(className: string, drawings: readonly Drawing[]): Chosen {
    const named = this.#named.get(className);
    if (named === null) return { left: true };
    const byID = named === undefined ? undefined : this.#byID.get(named);
    if (named !== undefined && !byID) return { problem: `The type chosen for ${shown(className)} is not there` };
    for (const drawing of drawings) {
      const type =
        byID ??
        this.#byName.get(keyOf(className, drawing.shape)) ??
        this.#byName.get(keyOf(told(className, drawing.shape), drawing.shape));
      if (type?.shape === drawing.shape) return { type, drawing };
    }
    const shapes = drawings.map(({ shape }) => shape).join(" or ");
    return byID
      ? { problem: `${shown(className)} is drawn as ${shapes}, and ${shown(byID.name)} is a ${byID.shape}` }
      : { problem: `There is no type called ${shown(className)} that is drawn as ${shapes}` };
  }

  /** The type of tracks that the file says nothing else of. */
  ofTracks(): Info | undefined {
    return [...this.#byID.values()].find(({ shape }) => shape === "track");
  }
}

const shown = (name: string) => JSON.stringify(name.slice(0, 100));
/** What a second type is called where one name stands for two shapes. */
const told = (name: string, shape: Shape) => `${name} (${shape})`;

type Dtype = "bool" | "float" | "string" | "geopos";
export type Wanted = Map<string, { name: string; shape: Shape; attributes: Map<string, Dtype> }>;

export const TRACK = "Track";

/** Collects what types a file lacks, with the attributes that it gives them. */
export function wanting(classes: Classes, wanted: Wanted, parsed: Parsed): void {
  if (parsed.kind === "problem") return;
  const drawings: readonly Drawing[] =
    parsed.kind === "stated" ? [{ shape: parsed.shape, parts: [] }] : parsed.drawings;
  const [best] = drawings;
  if (parsed.kind === "drawn" && parsed.tracks.length > 0 && !classes.ofTracks())
    wanted.set(keyOf(TRACK, "track"), { name: TRACK, shape: "track", attributes: new Map() });
  if (!best || !("problem" in classes.choose(parsed.className, drawings))) return;
  const key = keyOf(parsed.className, best.shape);
  const type = wanted.get(key) ?? { name: parsed.className, shape: best.shape, attributes: new Map<string, Dtype>() };
  wanted.set(key, type);
  for (const [name, value] of Object.entries(parsed.attributes)) {
    if (value === null || value === undefined || !AttributeName.safeParse(name).success) continue;
    const [before, dtype] = [type.attributes.get(name), dtypeOf(value)];
    type.attributes.set(name, before === undefined || before === dtype ? dtype : "string");
  }
}

function dtypeOf(value: unknown): Dtype {
  if (typeof value === "boolean" || value === "true" || value === "false") return "bool";
  if (typeof value === "number" || (typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value))))
    return "float";
  return Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === "number")
    ? "geopos"
    : "string";
}

const COLORS = ["#3b82f6", "#ef4444", "#10b981", "#f59e0b", "#8b5cf6", "#ec4899", "#14b8a6", "#84cc16"];

/** The types to be made, none called as another one is. */
export function definitionsOf(
  wanted: Wanted,
  existing: readonly Info[],
): Pick<Definition, "name" | "shape" | "color" | "attributes">[] {
  const taken = new Set(existing.map(({ name }) => name.toLowerCase()));
  return [...wanted.values()].map(({ name, shape, attributes }, i) => {
    const called = taken.has(name.toLowerCase()) ? told(name, shape) : name;
    taken.add(called.toLowerCase());
    const definitions = [...attributes].map(([attribute, dtype]) => ({ name: attribute, dtype }));
    return {
      name: called,
      shape,
      color: COLORS[i % COLORS.length] ?? "#3b82f6",
      attributes: definitions as Definition["attributes"],
    };
  });
}
