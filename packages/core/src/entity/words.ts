import { type RawBuilder, sql } from "kysely";
import type { Operator } from "../search-language/index.ts";

type Condition = RawBuilder<boolean>;

/** Weights of `entity.document`: A the name, B the tags, C the description. */
type Weight = "A" | "B" | "C";

/** Below it the beginning of a word would be looked up under a good part of all words. */
const PREFIX_LENGTH = 3;

/** Words as PostgreSQL's full text reads them. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

// Of scripts that write no spaces, two characters are a word already.
const isPrefix = (word: string): boolean => word.length >= PREFIX_LENGTH || !/^[a-z0-9]*$/.test(word);

/** Nothing can break out of a term: it is letters and digits in quotes. */
export const tsqueryOf = (text: string, weight = ""): string =>
  [...new Set(wordsOf(text))]
    .map((word) => `'${word}':${isPrefix(word) ? "*" : ""}${weight}`.replace(/:$/, ""))
    .join(" & ");

/** Whether entity `e` has all the words, each as the beginning of one, in any order; undefined without a word. */
export function hasWords(text: string, weight?: Weight): Condition | undefined {
  const query = tsqueryOf(text, weight);
  return query === "" ? undefined : sql<boolean>`e.document @@ ${query}::tsquery`;
}

/** As far as the ends of words in names are kept by their index. */
const PIECE_LENGTH = 64;

/** How the index finds names that have a text in them: all that lies in names between signs of ASCII is kept from each letter on. */
export const piecesOf = (text: string): string =>
  (text.toLowerCase().match(/[a-z0-9\u{80}-\u{10ffff}]+/gu) ?? [])
    .map((piece) => [...piece].slice(0, PIECE_LENGTH).join(""))
    .filter((piece) => [...piece].length >= PREFIX_LENGTH)
    .map((piece) => `'${piece}':*`)
    .join(" & ");

/** Whether the index of words and pieces of names has what is asked. Slow without it: the pieces are kept nowhere else. */
export const isIndexed = (query: string): Condition =>
  sql<boolean>`(e.document || name_pieces(e.name_key)) @@ ${query}::tsquery`;

/** Whether entity `e` has the words as they are, one after the other. */
export function hasPhrase(text: string): Condition | undefined {
  const query = wordsOf(text)
    .map((word) => `'${word}'`)
    .join(" <-> ");
  return query === "" ? undefined : sql<boolean>`e.document @@ ${query}::tsquery`;
}

/**
 * What holds of every entity whose tag or description is the text or begins with it, for the index to find them by. Only of words
 * that PostgreSQL is known to split as we do; of others nothing is said.
 */
export function surelyHas(op: Operator, text: string, weight: Weight): Condition {
  if (!/^[ -~]*$/.test(text) || /\de/i.test(text)) return sql<boolean>`true`;
  const words = wordsOf(text);
  // Where it only begins so, the last word may go on.
  const whole = op === "=" ? words : words.slice(0, -1);
  return hasWords(whole.join(" "), weight) ?? sql<boolean>`true`;
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, "\\$&");
export const likePattern = (text: string): string => `%${escaped(text)}%`;
export const likePrefix = (text: string): string => `${escaped(text)}%`;
