import { readFile } from "node:fs/promises";
import type { Inputs } from "./resources.ts";

export type { Inputs } from "./resources.ts";
export type ResourceType = keyof Inputs;
export type Resource<T extends ResourceType> = { type: T; name: string; id: string; arn: string; inputs: Inputs[T] };

type AnyResource = { type: string; name: string; id: string; arn: string; inputs: unknown };

/** The synthesized program: what `sst deploy` would create, with made-up but well-formed ids and ARNs. */
export class Graph {
  readonly #resources: AnyResource[];

  constructor(resources: AnyResource[]) {
    this.#resources = resources;
  }

  static async read(path: string): Promise<Graph> {
    return new Graph(JSON.parse(await readFile(path, "utf8")) as AnyResource[]);
  }

  all<T extends ResourceType>(type: T): Resource<T>[] {
    return this.#resources.filter((resource) => resource.type === type) as Resource<T>[];
  }

  one<T extends ResourceType>(type: T): Resource<T> {
    const [resource, ...others] = this.all(type);
    if (!resource || others.length > 0)
      throw new Error(`The graph holds ${others.length + (resource ? 1 : 0)} of ${type}, not one`);
    return resource;
  }

  /** The one whose id or ARN this is. */
  get<T extends ResourceType>(type: T, reference: string): Resource<T> {
    const resource = this.all(type).find(({ id, arn }) => id === reference || arn === reference);
    if (!resource) throw new Error(`The graph holds no ${type} ${reference}`);
    return resource;
  }

  /** Every string that matches, anywhere in the inputs. */
  mentions(pattern: RegExp): string[] {
    return [...new Set(JSON.stringify(this.#resources).match(pattern) ?? [])];
  }

  /** The same graph with what stands for a thing of AWS replaced, wherever it occurs, by the thing that is here. */
  replace(replacements: ReadonlyMap<string, string>): Graph {
    const inText = (text: string): string => {
      let result = text;
      for (const [from, to] of replacements) result = result.replaceAll(from, to);
      return result;
    };
    const walk = (value: unknown): unknown => {
      if (typeof value === "string") return inText(value);
      if (Array.isArray(value)) return value.map(walk);
      if (value === null || typeof value !== "object") return value;
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
    };
    return new Graph(this.#resources.map((resource) => ({ ...resource, inputs: walk(resource.inputs) })));
  }
}
