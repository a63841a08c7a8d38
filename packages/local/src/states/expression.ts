import jsonata from "jsonata";
import { StatesError } from "./error.ts";
import { register } from "./functions.ts";
import type { Json } from "./json.ts";

/** Nothing else of the host runs meanwhile. */
const DEADLINE_MS = 2_000;
const DEEPEST = 500;
const EXPRESSION = /^\{%([\s\S]*)%\}$/;

/** What an expression may see: `$states` and the variables in scope. */
export type Scope = { states: Record<string, Json | undefined>; variables: Record<string, Json> };

export type Evaluator = {
  /** Evaluates every `{% … %}` inside the template; `field` names it in errors. */
  template(template: Json, scope: Scope, field: string): Promise<Json>;
};

export const isExpression = (value: unknown): value is string => typeof value === "string" && EXPRESSION.test(value);

/** Compiles each expression once. One per host: it holds no state of an execution. */
export function createEvaluator(random: () => number): Evaluator {
  const compiled = new Map<string, jsonata.Expression>();

  function compile(source: string): jsonata.Expression {
    const known = compiled.get(source);
    if (known) return known;
    const expression = jsonata(source, { timeout: DEADLINE_MS, stack: DEEPEST });
    register(expression, random);
    compiled.set(source, expression);
    return expression;
  }

  async function evaluate(text: string, scope: Scope, field: string): Promise<Json> {
    const source = (EXPRESSION.exec(text)?.[1] ?? "").trim();
    const plain = await run(source, scope, field);
    // Step Functions fails here rather than leaving the field out.
    if (plain === undefined) throw evaluationError(source, field, "returned nothing (undefined)");
    return JSON.parse(plain) as Json;
  }

  /** The result's JSON; functions have none, and JSONata's own are circular. */
  async function run(source: string, scope: Scope, field: string): Promise<string | undefined> {
    try {
      return JSON.stringify(await compile(source).evaluate(undefined, { ...scope.variables, states: scope.states }));
    } catch (error) {
      throw evaluationError(source, field, `failed: ${messageOf(error)}`);
    }
  }

  async function template(value: Json, scope: Scope, field: string): Promise<Json> {
    if (isExpression(value)) return evaluate(value, scope, field);
    if (Array.isArray(value)) {
      return Promise.all(value.map((item, index) => template(item, scope, `${field}[${index}]`)));
    }
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).map(async ([key, item]) => [
      key,
      await template(item, scope, `${field}/${key}`),
    ]);
    return Object.fromEntries(await Promise.all(entries));
  }

  return { template };
}

const evaluationError = (source: string, field: string, what: string) =>
  new StatesError(
    "States.QueryEvaluationError",
    `The JSONata expression '${source}' specified for the field '${field}' ${what}`,
  );

/** JSONata throws plain objects with code and message. */
const messageOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error);
