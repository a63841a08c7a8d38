import { type RawBuilder, sql } from "kysely";

/** Words as PostgreSQL's full text reads them, each as a prefix, all of them wanted; `#word` asks for a tag. Any string parses. */
export function tsqueryOf(text: string): string | undefined {
  const terms = text
    .split(/\s+/)
    .flatMap((piece) => wordsOf(piece).map((word) => (piece.startsWith("#") ? `'${word}':B` : `'${word}':*`)));
  return terms.length > 0 ? terms.join(" & ") : undefined;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

export const likePattern = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

/** Whether entity `e` matches what somebody typed: by its words or by a piece of its name. */
export function matches(text: string | undefined): RawBuilder<boolean> {
  const wanted = text?.trim().replaceAll("\0", "");
  if (!wanted) return sql<boolean>`true`;
  const tsquery = tsqueryOf(wanted);
  const words = tsquery === undefined ? sql`false` : sql`e.document @@ ${tsquery}::tsquery`;
  return sql<boolean>`(${words} or e.name ilike ${likePattern(wanted)})`;
}
