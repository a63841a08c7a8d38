import { api } from "./api.ts";
import { save } from "./download.ts";
import { bytes } from "./format.ts";
import { type View, viewQuery } from "./rows/fetch.ts";
import { complain, dismiss, toast } from "./toast.ts";

export type ExportFormat = "parquet" | "csv" | "ndjson" | "arrow" | "json";

export const exportFormats: { format: ExportFormat; label: string; help: string }[] = [
  { format: "parquet", label: "Parquet", help: "small, with types" },
  { format: "csv", label: "CSV", help: "for spreadsheets" },
  { format: "ndjson", label: "NDJSON", help: "a JSON object a line" },
  { format: "arrow", label: "Arrow", help: "for pandas, R, DuckDB" },
  { format: "json", label: "JSON", help: "one array" },
];

const NDJSON = "application/x-ndjson";
const ACCEPT: Record<ExportFormat, string> = {
  parquet: "application/vnd.apache.parquet",
  csv: "text/csv",
  ndjson: NDJSON,
  arrow: "application/vnd.apache.arrow.stream",
  // The API gives JSON in pages for programs; whole, it is the lines in one pair of brackets.
  json: NDJSON,
};
const ENDING: Record<ExportFormat, string> = {
  parquet: "parquet",
  csv: "csv",
  ndjson: "ndjson",
  arrow: "arrows",
  json: "json",
};

/** Every row of a view in its order, as one file. The page may be left for another one meanwhile. */
export async function exportRows(view: View, format: ExportFormat, title: string) {
  const name = `${title}.${ENDING[format]}`;
  const abort = new AbortController();
  const cancel = { label: "Cancel", run: () => abort.abort(new DOMException("Cancelled", "AbortError")) };
  const shown = toast(`Writing ${name}`, { detail: "The download follows by itself.", action: cancel, stays: true });
  try {
    const query = { ...viewQuery(view), limit: "all" };
    const response = await api.tables.rows(view.tableId, query, ACCEPT[format], { signal: abort.signal });
    const body = format === "json" ? response.body?.pipeThrough(toArray()) : response.body;
    const blob = await new Response(body ?? null).blob();
    save(blob, name);
    toast(`${name} is written`, { tone: "ok", detail: bytes(blob.size) });
  } catch (error) {
    complain(`${name} was not written`)(error);
  } finally {
    dismiss(shown);
  }
}

/** Lines of JSON as one array: a line end is never part of a value, so text is all there is to look at. */
export function toArray(): TransformStream<Uint8Array, Uint8Array> {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  let rest = "";
  let begun = false;
  const join = (lines: string[]) => {
    const text = `${begun ? ",\n" : "[\n"}${lines.join(",\n")}`;
    begun = true;
    return encoder.encode(text);
  };
  return new TransformStream({
    transform(chunk, controller) {
      const lines = `${rest}${decoder.decode(chunk, { stream: true })}`.split("\n");
      rest = lines.pop() ?? "";
      if (lines.length > 0) controller.enqueue(join(lines));
    },
    flush(controller) {
      if (rest) controller.enqueue(join([rest]));
      controller.enqueue(encoder.encode(begun ? "\n]\n" : "[]\n"));
    },
  });
}
