import type { Columnar } from "@atrium/core/columnar";
import { AppError } from "@atrium/core/error";

const TYPES: Record<string, Columnar.Format> = {
  "application/json": "json",
  "application/vnd.apache.arrow.stream": "arrow",
  "application/vnd.apache.parquet": "parquet",
  "text/csv": "csv",
  "application/x-ndjson": "ndjson",
};

export const CONTENT_TYPES: Record<Columnar.Format, string> = {
  json: "application/json",
  arrow: "application/vnd.apache.arrow.stream",
  parquet: "application/vnd.apache.parquet",
  csv: "text/csv; charset=utf-8; header=present",
  ndjson: "application/x-ndjson",
};

/** The representation the client likes best; JSON where it does not care (RFC 9110, section 12.5.1). */
export function negotiate(accept: string | undefined): Columnar.Format {
  if (accept === undefined || accept.trim() === "") return "json";
  const wishes = accept.split(",").map(parseWish);
  const qualityOf = (type: string) => {
    const [group] = type.split("/");
    const wish = [type, `${group}/*`, "*/*"]
      .map((range) => wishes.find((w) => w.range === range))
      .find((found) => found !== undefined);
    return wish?.quality ?? 0;
  };
  const ranked = Object.keys(TYPES).map((type) => ({ type, quality: qualityOf(type) }));
  const best = ranked.reduce((a, b) => (b.quality > a.quality ? b : a));
  const format = TYPES[best.type];
  if (best.quality > 0 && format) return format;
  throw new AppError("not_acceptable", "rows.not_acceptable", `Rows come as ${Object.keys(TYPES).join(", ")}.`);
}

function parseWish(text: string): { range: string; quality: number } {
  const [range = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const quality = Number(parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? 1);
  return { range, quality: Number.isFinite(quality) ? quality : 0 };
}
