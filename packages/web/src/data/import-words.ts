import type { Encoding, ImportFormat, ImportOptions, ImportPreview } from "./types.ts";

/** The choice that leaves a thing to be found out. */
export const AUTO = "auto";
const NONE = "none";

type Choice = { value: string; label: string };

export const formatWords: Record<ImportFormat, string> = {
  csv: "CSV",
  tsv: "TSV",
  ndjson: "NDJSON",
  json: "JSON",
  parquet: "Parquet",
  arrow: "Arrow",
};

const SIGNS: Record<string, string> = { ",": "Comma", ";": "Semicolon", "\t": "Tab", "|": "Bar", " ": "Space" };
const QUOTES: Record<string, string> = { '"': 'Double, "', "'": "Single, '", "": "None" };
const ENCODINGS: Record<Encoding, string> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16, little end first",
  "utf-16be": "UTF-16, big end first",
  "windows-1252": "Windows-1252",
};

export const delimiterWord = (sign: string) => SIGNS[sign] ?? sign;
export const encodingWord = (encoding: string) => ENCODINGS[encoding as Encoding] ?? encoding;
const quoteWord = (sign: string) => QUOTES[sign] ?? sign;
const headerWord = (header: boolean) => (header ? "The first row" : "None; the first row is data");

/** "By itself" says what was found, so that nobody has to choose to find out. */
const auto = (found: string | undefined): Choice => ({
  value: AUTO,
  label: found === undefined ? "Find out" : `Found: ${found}`,
});
const choices = (found: string | undefined, all: Record<string, string>): Choice[] => [
  auto(found),
  ...Object.entries(all).map(([value, label]) => ({ value: value || NONE, label })),
];

const foundIn = <K extends "format" | "delimiter" | "quote" | "header" | "encoding">(
  key: K,
  options: ImportOptions,
  preview: ImportPreview | undefined,
): ImportPreview[K] | undefined => (options[key] === undefined ? preview?.[key] : undefined);

const worded = <T>(value: T | undefined, word: (value: T) => string) => (value === undefined ? undefined : word(value));

/** What each control offers; a sign that somebody typed is offered, too. */
export function importChoices(options: ImportOptions, preview: ImportPreview | undefined) {
  const typed =
    options.delimiter !== undefined && !(options.delimiter in SIGNS) ? { [options.delimiter]: options.delimiter } : {};
  return {
    format: choices(
      worded(foundIn("format", options, preview), (format) => formatWords[format]),
      formatWords,
    ),
    delimiter: [
      ...choices(worded(foundIn("delimiter", options, preview), delimiterWord), { ...SIGNS, ...typed }),
      { value: OTHER, label: "Another sign…" },
    ],
    quote: choices(worded(foundIn("quote", options, preview), quoteWord), QUOTES),
    header: choices(worded(foundIn("header", options, preview), headerWord), {
      true: headerWord(true),
      false: headerWord(false),
    }),
    encoding: choices(worded(foundIn("encoding", options, preview), encodingWord), ENCODINGS),
  };
}

/** The choice that opens a box for a sign of one's own. */
export const OTHER = "other";

/** The value of a choice in a control, and back. */
export const choiceOf = (value: string | boolean | undefined) =>
  value === undefined ? AUTO : value === "" ? NONE : String(value);
export const signOf = (choice: string) => (choice === AUTO ? undefined : choice === NONE ? "" : choice);

const TEXT = new Set<ImportFormat>(["csv", "tsv"]);
const CODED = new Set<ImportFormat>(["csv", "tsv", "ndjson", "json"]);

/** Which controls mean something for a format; before the first preview, those of a text file. */
export function controlsOf(options: ImportOptions, preview: ImportPreview | undefined) {
  const format = options.format ?? preview?.format ?? "csv";
  const isText = TEXT.has(format);
  return { dialect: isText, encoding: CODED.has(format), rejected: CODED.has(format) };
}

/** What is sent: a choice that no longer means anything for the format would only be refused. */
export function meant(options: ImportOptions, preview: ImportPreview | undefined): ImportOptions {
  const shown = controlsOf(options, preview);
  const { format, delimiter, quote, header, skip, encoding, rejected } = options;
  return {
    ...(format === undefined ? {} : { format }),
    ...(shown.dialect && delimiter !== undefined ? { delimiter } : {}),
    ...(shown.dialect && quote !== undefined ? { quote } : {}),
    ...(shown.dialect && header !== undefined ? { header } : {}),
    ...(shown.dialect && skip ? { skip } : {}),
    ...(shown.encoding && encoding !== undefined ? { encoding } : {}),
    ...(shown.rejected && rejected !== undefined ? { rejected } : {}),
  };
}

/** The search of a preview; what becomes of rejected rows does not change it. */
export function previewSearch({ rejected: _, ...options }: ImportOptions): string {
  return new URLSearchParams(Object.entries(options).map(([name, value]) => [name, String(value)])).toString();
}
