import { readFileSync } from "node:fs";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "../..");

type Inputs = Record<string, unknown>;
export type Resource<T = Inputs> = { type: string; name: string; id: string; arn: string; inputs: T };

/** The committed graph: what a deployment would ask of AWS. */
export const graph = JSON.parse(readFileSync(path.join(root, "stacks/graph.json"), "utf8")) as Resource[];

export const ofType = <T = Inputs>(type: string) => graph.filter((resource) => resource.type === type) as Resource<T>[];

/** Resources of a kind that there must be some of: a rule over an empty list holds and says nothing. */
export function some<T = Inputs>(type: string): Resource<T>[] {
  const found = ofType<T>(type);
  if (found.length === 0) throw new Error(`the graph has no ${type}`);
  return found;
}

export function only<T = Inputs>(type: string): Resource<T> {
  const [first, ...others] = some<T>(type);
  if (!first || others.length > 0) throw new Error(`the graph has ${others.length + 1} of ${type}, not one`);
  return first;
}

export type LambdaInputs = {
  name: string;
  handler: string;
  role: string;
  timeout: number;
  memorySize: number;
  environment: { variables: Record<string, string> };
  loggingConfig: { logGroup: string };
};

export const lambdas = some<LambdaInputs>("aws:lambda/function:Function");

/** `Api` for the resource that SST calls `ApiFunction`. */
export const shortName = (lambda: Resource<LambdaInputs>) => lambda.name.replace(/Function$/, "");
