import { z } from "zod";
import { isComparison, type Leaf, type Node } from "../search-language/index.ts";

const DEEPEST = 50;
const MOST_PIECES = 300;

const Words = z
  .string()
  .max(1_000)
  .refine((text) => !text.includes("\0") && text.isWellFormed(), "Contains characters that are no text");

const Span = z.object({ from: z.number().int(), to: z.number().int() });
const at = Span.optional();

const Piece: z.ZodType<Leaf, unknown> = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: Words, phrase: z.boolean().default(false), at }),
  z.object({ type: z.literal("tag"), tag: Words, at }),
  z
    .object({
      type: z.literal("field"),
      field: Words,
      op: z.enum(["=", "!=", "<", "<=", ">", ">=", "contains", "starts with", "in", "not in"]),
      values: z.array(Words).max(100),
      at,
    })
    .refine(({ field, op, values }) => isComparison(field, op, values), "This field is not compared so"),
  z.object({ type: z.literal("is"), what: z.enum(["favorite", "mine", "trashed"]), at }),
]);

const Tree: z.ZodType<Node, unknown> = z.lazy(() =>
  z.union([
    Piece,
    z.object({ type: z.enum(["and", "or"]), items: z.array(Tree).min(1) }),
    z.object({ type: z.literal("not"), item: Tree }),
  ]),
);

/** A search as programs write it; the text of a search is read into the same. Its size is looked at before anything else. */
export const SearchNode: z.ZodType<Node, unknown> = z
  .unknown()
  .refine(isSmall, `At most ${MOST_PIECES} pieces, ${DEEPEST} deep`)
  .pipe(Tree);

function isSmall(value: unknown): boolean {
  let pieces = 0;
  const fits = (one: unknown, depth: number): boolean => {
    if (typeof one !== "object" || one === null) return true;
    if (++pieces > MOST_PIECES * 4 || depth > DEEPEST * 2) return false;
    return Object.values(one).every((inner) => fits(inner, depth + 1));
  };
  return fits(value, 0);
}

/** As a person writes it, or as a program does. */
export const Query = z.union([Words, SearchNode]);
