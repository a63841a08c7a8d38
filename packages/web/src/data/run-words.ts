import { duration } from "./format.ts";
import type { EntityKind, Run, RunStep } from "./types.ts";

/** Steps are named for machines: "IngestLarge" reads "Ingest large". */
export function stepName(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/[_-]+/g, " ")
    .toLowerCase()
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a run is doing, in a few words. */
export function stepWords(run: Run): string {
  if (run.state === "queued") return "Waiting to start";
  return run.progress?.message || (run.progress?.step ? stepName(run.progress.step) : "Working");
}

const elapsed = (from: string | null, to: string | null, now: number) =>
  from ? Math.max(0, (to ? Date.parse(to) : now) - Date.parse(from)) : undefined;

export function tookMs(item: Pick<Run | RunStep, "startedAt" | "endedAt">, now = Date.now()): number | undefined {
  return elapsed(item.startedAt, item.endedAt, now);
}

export function took(item: Pick<Run | RunStep, "startedAt" | "endedAt">, now = Date.now()): string {
  const ms = tookMs(item, now);
  return ms === undefined ? "" : duration(ms);
}

/** "Import flights": what is done, to what. */
export function runTitle(run: Pick<Run, "function" | "inputs">): string {
  // A script is called what its people call it.
  if (run.function.kind !== "builtin") return run.function.name;
  const { name } = (run.inputs ?? {}) as { name?: unknown };
  return typeof name === "string" && name !== ""
    ? `${stepName(run.function.name)} ${name}`
    : stepName(run.function.name);
}

/** The step a run can be continued from, when something is kept that running it again would do again. */
export function continuesFrom(run: Pick<Run, "continuesFrom" | "steps">): string | undefined {
  const first = run.steps.findIndex((step) => step.name === run.continuesFrom);
  return first > 0 ? run.steps[first]?.name : undefined;
}

/** What a step shows: one that waits to be done again looks like one that was not reached. */
export const stepState = (step: RunStep): string =>
  step.state === "waiting" || !step.startedAt ? "pending" : step.state;

const IMPORT_STEPS = ["Prepare", "Fetch", "Read", "Find types", "Write", "Summarize", "Store", "Register"];

/** The steps reached, and after them those an import still has before it, so that the graph is whole from the start. */
export function plannedSteps(run: Pick<Run, "function" | "steps" | "state">): RunStep[] {
  if (run.function.name !== "import" || run.state === "succeeded") return run.steps;
  const reached = new Set(run.steps.map((step) => step.name));
  const last = Math.max(-1, ...IMPORT_STEPS.map((name, index) => (reached.has(name) ? index : -1)));
  const ahead = IMPORT_STEPS.slice(last + 1).map(
    (name): RunStep => ({
      name,
      state: "pending",
      engine: null,
      startedAt: null,
      endedAt: null,
      tries: 0,
      kept: false,
    }),
  );
  return [...run.steps, ...ahead];
}

/** Entities named anywhere in a run's inputs or outputs, by the look of their ids. */
export function entitiesIn(value: unknown, name = ""): { role: string; kind: EntityKind; id: string }[] {
  if (typeof value === "string") {
    const kind = KINDS[value.split("_")[0] ?? ""];
    return kind && /^[a-z]+_[0-9A-Za-z]{8,}$/.test(value) ? [{ role: name, kind, id: value }] : [];
  }
  if (Array.isArray(value)) return value.flatMap((item) => entitiesIn(item, name));
  if (value && typeof value === "object") return Object.entries(value).flatMap(([key, item]) => entitiesIn(item, key));
  return [];
}

const KINDS: Record<string, EntityKind> = {
  fil: "file",
  tbl: "table",
  prj: "project",
  scr: "script",
  nbk: "notebook",
  mdl: "model",
  med: "media",
  lay: "layer",
};

/** The plain values of inputs or outputs, for a list of names and values. */
export function plainValues(value: unknown): [string, string][] {
  if (!value || typeof value !== "object" || Array.isArray(value)) return [];
  return Object.entries(value)
    .filter(([, item]) => ["string", "number", "boolean"].includes(typeof item) && entitiesIn(item).length === 0)
    .map(([key, item]) => [key, String(item)]);
}
