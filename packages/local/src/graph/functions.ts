import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Entry } from "../bundle/index.ts";
import type { FunctionSpec } from "../lambda/index.ts";
import type { Graph } from "./index.ts";

const DEFAULT_SCRATCH_MIB = 512;
const EXTENSIONS = [".ts", ".mts", ".tsx"];

/** `packages/…/index.handler` → the source file and the export; on AWS the same string names the built file. */
function sourceOf(root: string, handler: string): { source: string; exported: string } {
  const dot = handler.lastIndexOf(".");
  const base = handler.slice(0, dot);
  const extension = EXTENSIONS.find((ending) => existsSync(join(root, base + ending)));
  if (!extension) throw new Error(`No source file for the handler ${handler}`);
  return { source: base + extension, exported: handler.slice(dot + 1) };
}

/** `ApiFunction` is the resource inside the component that the program calls `Api`. */
const programName = (resourceName: string): string => resourceName.replace(/Function$/, "");

export const functionEntries = (graph: Graph, root: string): Entry[] =>
  graph.all("aws:lambda/function:Function").map(({ name, inputs }) => ({
    name: programName(name),
    source: sourceOf(root, inputs.handler).source,
  }));

/** `surroundings` is what every function gets on top of its own; `local` replaces what is set for it. */
export const functionSpecs = (
  graph: Graph,
  root: string,
  bundles: string,
  surroundings: Record<string, string>,
  local: Record<string, string>,
): FunctionSpec[] =>
  graph.all("aws:lambda/function:Function").map(({ name, arn, inputs }) => ({
    name: programName(name),
    arn,
    functionName: inputs.name,
    bundle: join(bundles, programName(name)),
    handler: `index.${sourceOf(root, inputs.handler).exported}`,
    environment: { ...overridden(onThisMachine(inputs.environment?.variables ?? {}), local), ...surroundings },
    memoryMiB: inputs.memorySize,
    timeoutSeconds: inputs.timeout,
    scratchMiB: inputs.ephemeralStorage?.size ?? DEFAULT_SCRATCH_MIB,
  }));

/** Files of Lambda's own image, and those that are deployed beside a bundle, are not here to be named. */
const onThisMachine = (variables: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(variables).filter(([, value]) => !/^\/var\/(runtime|task)\//.test(value)));

/** Replaces what is set; sets nothing that was not. */
export function overridden(
  environment: Record<string, string>,
  values: Record<string, string>,
): Record<string, string> {
  const known = Object.entries(values).filter(([name]) => environment[name] !== undefined);
  return { ...environment, ...Object.fromEntries(known) };
}
