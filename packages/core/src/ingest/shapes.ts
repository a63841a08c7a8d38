import { quoteIdentifier, quoteLiteral } from "../duckdb/index.ts";

/** Cells that mean “nothing here”, as long as everything else in the column has one type. In text they stay what they are. */
export const NULL_TOKENS = ["NA", "N/A", "n/a", "#N/A", "<NA>", "NaN", "nan", "NaT", "NULL", "null", "None", "\\N"];

export const BOOLEANS = {
  words: ["true", "false"],
  answers: ["yes", "no"],
  letters: ["t", "f"],
  initials: ["y", "n"],
} as const;
export type BooleanStyle = keyof typeof BOOLEANS;

const NUMBER = "-?((0|[1-9][0-9]*)(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?";
/** At most 15 digits by its length alone; no exponent, no leading zero. */
const SHORT_NUMBER = "-?(0|[1-9][0-9]*)(\\.[0-9]+)?";
const SHORT_NUMBER_LENGTH = 16;

const CLOCK = "([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,6}0*)?)?";
const ISO_TIME = "([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,6}0*)?)?";
const ISO_STAMP = `([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}/[0-9]{2}/[0-9]{2})[T ]${ISO_TIME}`;
const ISO_ZONED =
  "[0-9]{4}-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,6}0*)?(Z|[+-][0-9]{2}(:?[0-9]{2})?)";
/** Day and month in either order: separator, clock and half of the day are looked at apart. */
const PARTS_DATE = `([0-9]{1,2})([/.-])([0-9]{1,2})[/.-]([0-9]{4})( ${CLOCK}( ?[AaPp][Mm])?)?`;

const matches = (value: string, pattern: string) => `regexp_full_match(${value}, ${quoteLiteral(pattern)})`;

const SEPARATOR = "\u001f";
const LONGEST_TOKEN = Math.max(...NULL_TOKENS.map((token) => token.length));

/**
 * The cell as it is judged: trimmed, and null for a null token. A list of alternatives in SQL (`IN`) would become a join a
 * column, so the tokens are one string to look into.
 */
export function cellValue(column: string, tokens: boolean): string {
  const trimmed = `trim(${quoteIdentifier(column)})`;
  if (!tokens) return `nullif(${trimmed}, '')`;
  const known = quoteLiteral(["", "", ...NULL_TOKENS, ""].join(SEPARATOR));
  const wrapped = `concat(${quoteLiteral(SEPARATOR)}, ${trimmed}, ${quoteLiteral(SEPARATOR)})`;
  return `CASE WHEN length(${trimmed}) <= ${LONGEST_TOKEN} AND contains(${known}, ${wrapped}) THEN NULL ELSE ${trimmed} END`;
}

type Counts = Record<
  "cells" | "values" | "ints" | "numbers" | "dates" | "slashed" | "stamps" | "zoned" | "times" | "parts",
  number
>;
type Kinds = Record<BooleanStyle | "letterKinds" | "initialKinds", number>;
type Digits = Record<"digits" | "wholeDigits" | "fractionDigits" | "exponents" | "floats", number | null> & {
  oddInt: string | null;
};
type Parts = { first: number | null; second: number | null; separators: string | null; clocks: string | null };

/** What a column's cells are, counted over many rows. Counts are of cells that hold a value. */
export type Survey = Counts & Kinds & { odd: string | null } & Partial<Digits & Parts>;

/** Aggregates over the cells of one column: `c` the cell, `v` its value; `inner` is projected first. */
export type Question<K extends string> = { inner: Record<string, string>; aggregates: Record<K, string> };

// Patterns are dear and text is common: only what begins with a digit, a sign or a dot is compared with them.
const gated = (condition: string) => `CASE WHEN ascii(v) BETWEEN 43 AND 57 THEN ${condition} END`;
const temporal = (condition: string) => `count_if(CASE WHEN t THEN ${condition} END)`;
const isBool = (style: BooleanStyle) => BOOLEANS[style].map((word) => `b = ${quoteLiteral(word)}`).join(" OR ");
const kinds = (style: BooleanStyle) =>
  BOOLEANS[style].map((word) => `CAST(count_if(b = ${quoteLiteral(word)}) > 0 AS INTEGER)`).join(" + ");

/** Which shapes the cells have. */
export const shapes: Question<keyof Counts | keyof Kinds | "odd"> = {
  inner: {
    n: gated(matches("v", NUMBER)),
    i: gated("CAST(TRY_CAST(v AS BIGINT) AS VARCHAR) = v"),
    t: gated(
      "length(v) BETWEEN 5 AND 40 AND (contains(v, ':') OR contains(v, '-') OR contains(v, '/') OR contains(v, '.'))",
    ),
    b: "CASE WHEN length(v) <= 5 THEN lower(v) END",
  },
  aggregates: {
    cells: "count(c)",
    values: "count(v)",
    ints: "count_if(i)",
    numbers: "count_if(n)",
    dates: temporal("length(v) = 10 AND CAST(TRY_CAST(v AS DATE) AS VARCHAR) = v"),
    slashed: temporal(`${matches("v", "[0-9]{4}/[0-9]{2}/[0-9]{2}")} AND try_strptime(v, '%Y/%m/%d') IS NOT NULL`),
    stamps: temporal(`${matches("v", ISO_STAMP)} AND TRY_CAST(v AS TIMESTAMP) IS NOT NULL`),
    zoned: temporal(`${matches("v", ISO_ZONED)} AND TRY_CAST(v AS TIMESTAMPTZ) IS NOT NULL`),
    times: temporal(`${matches("v", ISO_TIME)} AND TRY_CAST(v AS TIME) IS NOT NULL`),
    parts: temporal(matches("v", PARTS_DATE)),
    odd: "min(v) FILTER (WHERE n IS DISTINCT FROM true)",
    words: `count_if(${isBool("words")})`,
    answers: `count_if(${isBool("answers")})`,
    letters: `count_if(${isBool("letters")})`,
    initials: `count_if(${isBool("initials")})`,
    letterKinds: kinds("letters"),
    initialKinds: kinds("initials"),
  },
};

/** For a column of numbers that are not all integers: how many digits they need. */
export const digits: Question<keyof Digits> = {
  inner: { m: "regexp_replace(v, '[eE].*$', '')", f: "TRY_CAST(v AS DOUBLE)" },
  aggregates: {
    digits: "max(length(ltrim(regexp_replace(m, '[^0-9]', '', 'g'), '0')))",
    wholeDigits: "max(length(regexp_extract(v, '^-?0*([0-9]*)', 1)))",
    fractionDigits: "max(length(regexp_extract(v, '\\.([0-9]*)', 1)))",
    exponents: "count_if(regexp_matches(v, '[eE]'))",
    // A float that is zero must have been written as zero, not have become it.
    floats: "count_if(isfinite(f) AND (f <> 0 OR NOT regexp_matches(m, '[1-9]')))",
    oddInt: "min(v) FILTER (WHERE CAST(TRY_CAST(v AS BIGINT) AS VARCHAR) IS DISTINCT FROM v)",
  },
};

const datePart = (group: number) => `regexp_extract(v, ${quoteLiteral(PARTS_DATE)}, ${group})`;
/** One kind, or two of several; counting distinct ones would take a hash table an aggregate. */
const oneOrTwo = (column: string, between: string) =>
  `CASE WHEN min(${column}) = max(${column}) THEN min(${column}) ELSE concat(min(${column}), ${quoteLiteral(between)}, max(${column})) END`;
const half = "CASE WHEN lower(right(clock, 1)) <> 'm' THEN '' WHEN right(clock, 3)[1] = ' ' THEN ' p' ELSE 'p' END";
const fraction = "CASE WHEN contains(clock, '.') THEN '.' ELSE '' END";

/** For a column of dates with day and month in front: what tells them apart. */
export const parts: Question<keyof Parts> = {
  inner: { first: datePart(1), separator: datePart(2), second: datePart(3), clock: datePart(5) },
  aggregates: {
    first: "max(TRY_CAST(first AS INTEGER))",
    second: "max(TRY_CAST(second AS INTEGER))",
    separators: oneOrTwo("separator", ""),
    clocks: oneOrTwo(
      `(CASE WHEN clock IS NULL THEN NULL WHEN clock = '' THEN '-' ELSE concat(len(string_split(clock, ':')), ${fraction}, ${half}) END)`,
      "|",
    ),
  },
};

/** The question put to many columns at once, as rows: planning an aggregate for each of hundreds takes far longer than them. */
export function askSQL(
  { inner, aggregates }: Question<string>,
  relation: string,
  columns: readonly string[],
  tokens: boolean,
): string {
  const names = columns.map(quoteIdentifier).join(", ");
  const projected = Object.entries(inner).map(([name, sql]) => `${sql} AS ${name}`);
  const asked = Object.entries(aggregates).map(([name, sql]) => `${sql} AS "${name}"`);
  return `SELECT column_, ${asked.join(", ")} FROM (
    SELECT ${["column_", "c", "v", ...projected].join(", ")} FROM (
      SELECT column_, c, ${cellValue("c", tokens)} AS v FROM (
        UNPIVOT (SELECT ${names} FROM ${relation}) ON ${names} INTO NAME column_ VALUE c))) GROUP BY column_`;
}

/**
 * The cheap proof that every cell of a column is of a type in its canonical form: casting it there and back gives the same
 * text. A column that fails is surveyed whole. Undefined where there is no cheap proof.
 */
export function quickProof(column: string, type: string): string | undefined {
  const c = quoteIdentifier(column);
  const roundTrip = (to: string) => `CAST(TRY_CAST(${c} AS ${to}) AS VARCHAR) = ${c}`;
  if (type === "int64") return roundTrip("BIGINT");
  if (type === "date") return `length(${c}) = 10 AND CAST(TRY_CAST(${c} AS DATE) AS VARCHAR) = ${c}`;
  if (type === "timestamp") return `length(${c}) <= 26 AND CAST(TRY_CAST(${c} AS TIMESTAMP) AS VARCHAR) = ${c}`;
  if (type === "float64") return `length(${c}) <= ${SHORT_NUMBER_LENGTH} AND ${matches(c, SHORT_NUMBER)}`;
  return undefined;
}
