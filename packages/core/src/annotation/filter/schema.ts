import { z } from "zod";

export const Operator = z.enum([
  "eq",
  "ne",
  "gt",
  "gte",
  "lt",
  "lte",
  "in",
  "between",
  "contains",
  "startsWith",
  "endsWith",
  "matches",
  "isNull",
  "distance",
]);
export type Operator = z.infer<typeof Operator>;

/** What else there is of a row, and is asked for by a filter of its own. */
export const Related = z.enum([
  "media",
  "localizations",
  "states",
  "track",
  "coincidentStates",
  "coincidentLocalizations",
  "section",
]);
export type Related = z.infer<typeof Related>;

const DEEPEST = 12;
const MOST_NODES = 300;
/** Through what is related to what is related: each step multiplies the rows that are looked at. */
const MOST_STEPS = 2;
export const MOST_VALUES = 1_000;

const Text = z
  .string()
  .max(1_000)
  .refine((text) => !text.includes("\0") && text.isWellFormed(), "Is no text");
const Scalar = z.union([Text, z.number(), z.boolean()]);
export const Distance = z.strictObject({
  /** Longitude and latitude. */
  center: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]),
  km: z.number().min(0).max(50_000),
});
export type Distance = z.infer<typeof Distance>;

export const Leaf = z.strictObject({
  field: Text,
  op: Operator,
  value: z.union([Scalar, z.array(Scalar).max(MOST_VALUES), Distance]).optional(),
});
export type Leaf = z.infer<typeof Leaf>;

export type Filter =
  | Leaf
  | { and: Filter[] }
  | { or: Filter[] }
  | { not: Filter }
  | { related: Related; where: Filter };

const Node: z.ZodType<Filter> = z.lazy(() =>
  z.union([
    Leaf,
    z.strictObject({ and: z.array(Node).min(1) }),
    z.strictObject({ or: z.array(Node).min(1) }),
    z.strictObject({ not: Node }),
    z.strictObject({ related: Related, where: Node }),
  ]),
);

/** A question about annotations, of bounded depth and size: what has to be looked at is known before it is looked at. */
export const Filter: z.ZodType<Filter> = z
  .unknown()
  .superRefine((input, context) => {
    const problem = tooMuch(input);
    if (problem) context.addIssue({ code: "custom", message: problem, fatal: true });
  })
  .pipe(Node) as z.ZodType<Filter>;

function tooMuch(input: unknown): string | undefined {
  let nodes = 0;
  const waiting = [{ node: input, depth: 1, steps: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth, steps } = next;
    if (++nodes > MOST_NODES) return `At most ${MOST_NODES} conditions`;
    if (depth > DEEPEST) return `At most ${DEEPEST} levels`;
    if (steps > MOST_STEPS) return `At most ${MOST_STEPS} relations within one another`;
    for (const { child, step } of childrenOf(node))
      waiting.push({ node: child, depth: depth + 1, steps: steps + step });
  }
  return undefined;
}

function childrenOf(node: unknown): { child: unknown; step: number }[] {
  if (typeof node !== "object" || node === null) return [];
  const { and, or, not, where } = node as Record<string, unknown>;
  const lists = [and, or].flatMap((list) => (Array.isArray(list) ? list : []));
  return [
    ...[...lists, not].filter((child) => child !== undefined).map((child) => ({ child, step: 0 })),
    ...(where === undefined ? [] : [{ child: where, step: 1 }]),
  ];
}
