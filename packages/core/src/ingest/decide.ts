import { quoteLiteral } from "../duckdb/index.ts";
import type { ColumnType } from "../table/schema.ts";
import { BOOLEANS, type BooleanStyle, type Survey } from "./shapes.ts";

/** Digits a float64 always gives back as they were. */
const FLOAT_DIGITS = 15;
const MAX_PRECISION = 38;

/** What a column becomes: the SQL that casts a cell value `v`, and why. */
export type Decision = {
  type: ColumnType;
  precision?: number;
  scale?: number;
  format?: string;
  reason: string;
  cast: (value: string) => string;
  /** Holds for every cell that `cast` can take, where the survey's counts do not prove it already. */
  proof?: (value: string) => string;
};

/** Which kinds of type the source allows; JSON says of every value what it is, text does not. */
export type Allowed = "any" | "number" | "bool" | "temporal" | "text";

const castTo = (type: string) => (value: string) => `CAST(${value} AS ${type})`;
export const text = (reason: string): Decision => ({ type: "text", reason, cast: (value) => value });
const show = (value: string | null | undefined) => `“${(value ?? "").slice(0, 40)}”`;
const all = (s: Survey, count: number) => s.values > 0 && count === s.values;

/** The narrowest type that gives every value back, from what the survey counted. */
export function decide(s: Survey, allowed: Allowed = "any"): Decision {
  if (s.values === 0)
    return text(s.cells === 0 ? "The column is empty." : "The column holds nothing but markers for missing values.");
  if (allowed === "text") return text("The values are text, or of several kinds.");
  const may = (kind: Allowed) => allowed === "any" || allowed === kind;
  return (
    (may("bool") && decideBoolean(s)) ||
    (may("number") && decideNumber(s)) ||
    (may("temporal") && decideTemporal(s)) ||
    text(whyText(s, allowed))
  );
}

const missing = (s: Survey) =>
  s.cells > s.values ? ` ${s.cells - s.values} markers such as NA count as missing.` : "";

function decideBoolean(s: Survey): Decision | undefined {
  const kinds: Partial<Record<BooleanStyle, number>> = { letters: s.letterKinds, initials: s.initialKinds };
  for (const style of Object.keys(BOOLEANS) as BooleanStyle[]) {
    const [yes, no] = BOOLEANS[style];
    // One letter alone may stand for anything; both together are an answer.
    if (!all(s, s[style]) || (kinds[style] ?? 2) < 2) continue;
    return {
      type: "bool",
      format: `${yes}/${no}`,
      reason: `Every value is ${yes} or ${no}.${missing(s)}`,
      cast: (value) => `(lower(${value}) = ${quoteLiteral(yes)})`,
    };
  }
  return undefined;
}

function decideNumber(s: Survey): Decision | undefined {
  if (all(s, s.ints))
    return { type: "int64", reason: `Every value is a whole number.${missing(s)}`, cast: castTo("BIGINT") };
  if (!all(s, s.numbers)) return undefined;
  const [digits, whole, scale, exponents] = [
    s.digits ?? 0,
    s.wholeDigits ?? 0,
    s.fractionDigits ?? 0,
    s.exponents ?? 0,
  ];
  if (scale === 0 && exponents === 0 && digits > FLOAT_DIGITS) {
    return text(`Whole numbers such as ${show(s.oddInt)} are longer than 64 bits hold, so they stay text.`);
  }
  if (digits <= FLOAT_DIGITS && all(s, s.floats ?? 0)) {
    return {
      type: "float64",
      reason: `Every value is a number of at most ${FLOAT_DIGITS} digits.${missing(s)}`,
      cast: castTo("DOUBLE"),
    };
  }
  if (exponents > 0)
    return text(`Numbers with exponents and more than ${FLOAT_DIGITS} digits would lose some, so they stay text.`);
  // A digit before the point, where there is room: 0.5 then reads as 0.5 everywhere, and not as .5.
  const precision = scale === MAX_PRECISION ? scale : Math.max(1, whole) + scale;
  if (precision > MAX_PRECISION) {
    return text(
      `The numbers need ${precision} digits, more than the ${MAX_PRECISION} a decimal holds, so they stay text.`,
    );
  }
  return {
    type: "decimal",
    precision,
    scale,
    reason: `Numbers of up to ${digits} digits: a decimal keeps them all.${missing(s)}`,
    cast: castTo(`DECIMAL(${precision}, ${scale})`),
  };
}

function decideTemporal(s: Survey): Decision | undefined {
  if (all(s, s.dates))
    return { type: "date", format: "yyyy-mm-dd", reason: `Every value is a date.${missing(s)}`, cast: castTo("DATE") };
  if (all(s, s.slashed)) {
    return {
      type: "date",
      format: "yyyy/mm/dd",
      reason: `Every value is a date, year first.${missing(s)}`,
      cast: (v) => `CAST(strptime(${v}, '%Y/%m/%d') AS DATE)`,
    };
  }
  if (all(s, s.stamps))
    return {
      type: "timestamp",
      reason: `Every value is a date with time, without zone.${missing(s)}`,
      cast: castTo("TIMESTAMP"),
    };
  if (all(s, s.zoned)) {
    return {
      type: "timestamptz",
      reason: `Every value is a moment with its zone; they are stored in UTC.${missing(s)}`,
      cast: castTo("TIMESTAMPTZ"),
    };
  }
  if (all(s, s.times))
    return { type: "time", reason: `Every value is a time of day.${missing(s)}`, cast: castTo("TIME") };
  if (all(s, s.parts)) return decideParts(s);
  return undefined;
}

/** Dates with day and month in front are read only when some value says which is which. */
function decideParts(s: Survey): Decision {
  const [first, second, separator, clocks] = [s.first ?? 0, s.second ?? 0, s.separators ?? "", s.clocks ?? ""];
  if (separator.length !== 1) return text("Dates are written with different separators, so they stay text.");
  if (first > 12 && second > 12) return text("Dates have the day now first, now second, so they stay text.");
  if (first <= 12 && second <= 12) {
    return text("No date has a day above 12, so nothing tells days from months, and they stay text.");
  }
  const dayFirst = first > 12;
  const order = dayFirst ? ["%d", "%m", "%Y"] : ["%m", "%d", "%Y"];
  const format = (dayFirst ? ["dd", "mm", "yyyy"] : ["mm", "dd", "yyyy"]).join(separator);
  const clock = clockFormat(clocks);
  if (clock === undefined) return text("Times are written in different ways beside the dates, so they stay text.");
  const pattern = quoteLiteral(order.join(separator) + clock);
  return {
    type: clock === "" ? "date" : "timestamp",
    format,
    reason: `Dates with the ${dayFirst ? "day" : "month"} first: a value has ${dayFirst ? first : second} in ${dayFirst ? "first" : "second"} place.${missing(s)}`,
    cast: (value) => `CAST(strptime(${value}, ${pattern}) AS ${clock === "" ? "DATE" : "TIMESTAMP"})`,
    proof: (value) => `try_strptime(${value}, ${pattern}) IS NOT NULL`,
  };
}

/** strptime's format for the one way the clock is written, or undefined for several. */
function clockFormat(kinds: string): string | undefined {
  const formats: Record<string, string> = {
    "-": "",
    "2": " %H:%M",
    "3": " %H:%M:%S",
    "3.": " %H:%M:%S.%f",
    "2p": " %I:%M%p",
    "2 p": " %I:%M %p",
    "3p": " %I:%M:%S%p",
    "3 p": " %I:%M:%S %p",
  };
  return formats[kinds];
}

function whyText(s: Survey, allowed: Allowed): string {
  if (allowed !== "any") return "The values are text.";
  const odd = s.odd ?? "";
  if (/^[+-]?0[0-9]+(\.|$)/.test(odd)) return `Values such as ${show(odd)} keep their leading zeros, so text.`;
  if (/^\+\d/.test(odd)) return `Values such as ${show(odd)} begin with a plus, which a number would lose, so text.`;
  if (/^-?\d{1,3}([,' .]\d{3})+([.,]\d+)?$/.test(odd))
    return `Values such as ${show(odd)} have separators between digits, so text.`;
  if (/^-?\d+,\d+$/.test(odd)) return `Values such as ${show(odd)} have a comma among their digits, so text.`;
  if (/^[^\w\s]*[$€£¥][\d.,\s]+$|^[\d.,\s]+[$€£¥]$/.test(odd))
    return `Values such as ${show(odd)} carry a currency, so text.`;
  if (s.numbers > s.values / 2)
    return `${s.values - s.numbers} of ${s.values} values, such as ${show(odd)}, are not numbers, so text.`;
  return "The values are text.";
}
