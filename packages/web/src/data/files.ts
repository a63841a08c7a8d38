const TABULAR = /\.(csv|tsv|tab|ndjson|jsonl|json|parquet|arrow|arrows|feather)(\.(gz|zst))?$/i;
const SETTINGS = /\.json$/i;

/** Names the importer understands. */
export const isTabular = (name: string) => TABULAR.test(name);

/** Those that are imported without a question. JSON is asked about: most such files are settings, not tables. */
export const isPlainlyTabular = (name: string) => isTabular(name) && !SETTINGS.test(name);

export const isNotebook = (name: string) => /\.ipynb$/i.test(name);

/** "2013 flights.final.csv" → "2013 flights.final" */
export const tableName = (fileName: string) => fileName.replace(TABULAR, "") || fileName;

const FORMATS: [RegExp, string][] = [
  [/\.csv/i, "CSV"],
  [/\.(tsv|tab)/i, "TSV"],
  [/\.(ndjson|jsonl)/i, "NDJSON"],
  [/\.parquet/i, "Parquet"],
  [/\.(arrow|arrows|feather)/i, "Arrow"],
  [/\.json$/i, "JSON"],
  [/\.ipynb$/i, "Jupyter notebook"],
  [/\.pdf$/i, "PDF"],
  [/\.(png|jpe?g|gif|webp|tiff?)$/i, "Image"],
  [/\.(mp4|mov|webm|mkv)$/i, "Video"],
  [/\.(zip|gz|tar|zst)$/i, "Archive"],
  [/\.(txt|md|log)$/i, "Text"],
];

export const formatName = (name: string, contentType: string) =>
  FORMATS.find(([pattern]) => pattern.test(name))?.[1] ?? (contentType || "File");
