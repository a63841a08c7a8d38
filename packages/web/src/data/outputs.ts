import { number } from "./format.ts";
import type { Parameter } from "./functions.ts";
import { labelOf } from "./parameter.ts";
import { entitiesIn } from "./run-words.ts";
import type { EntityKind, Run } from "./types.ts";

type Named = { name: string; label: string };
/** Kinds of things that code makes. */
type Made = Extract<EntityKind, "table" | "file" | "model">;
export type OutputShown =
  | (Named & { as: "picture" })
  | (Named & { as: "entity"; kind: Made; id: string })
  | (Named & { as: "value"; text: string; units: string; long: boolean });

const LONG = 40;
/** By type; only what comes with the program says that it makes a model. */
const KINDS: Readonly<Record<string, Made | undefined>> = {
  dataframe: "table",
  file: "file",
  blob: "file",
  notebook: "file",
  model: "model",
};

/** What a run of code made, in the order of its header; runs of what comes with the program have pages of their own. */
export function outputsOf(run: Pick<Run, "outputs" | "code">): OutputShown[] {
  const values = (run.outputs ?? {}) as Record<string, unknown>;
  return (run.code?.outputs ?? [])
    .filter(({ name }) => Object.hasOwn(values, name))
    .map((parameter) => shown(parameter, values[parameter.name]));
}

function shown(parameter: Parameter, value: unknown): OutputShown {
  const { name, type, options } = parameter;
  const label = labelOf({ ...parameter, options: { ...options, units: undefined } });
  if (type === "graphics") return { name, label, as: "picture" };
  const [entity] = entitiesIn(value);
  const kind = KINDS[type];
  if (kind && entity) return { name, label, as: "entity", kind, id: entity.id };
  const text = textOf(value);
  return { name, label, as: "value", text, units: options.units ?? "", long: text.length > LONG };
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "none";
  if (typeof value === "number") return number(value);
  return typeof value === "object" ? JSON.stringify(value, undefined, 1) : String(value);
}
