/** A notebook as the page shows it, of whatever Jupyter or another program wrote. */
export type Notebook = { cells: Cell[]; language: string };
export type Cell = {
  /** Where it is in the document, for the outline and for links. */
  id: string;
  kind: "markdown" | "code" | "raw";
  source: string;
  /** What pictures in its Markdown are called, with their bytes by type. */
  attachments: Record<string, Bundle>;
  outputs: Output[];
  /** The number in brackets. */
  count: number | null;
  seconds: number | undefined;
  tags: string[];
};
export type Bundle = Record<string, unknown>;
export type Output =
  | { kind: "stream"; name: string; text: string }
  | { kind: "data"; data: Bundle }
  | { kind: "error"; name: string; value: string; traceback: string };

/** Undefined for what is no notebook of format 4. Whatever else is strange in it is left out, not refused. */
export function parseNotebook(text: string): Notebook | undefined {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return;
  }
  if (!isObject(content) || content.nbformat !== 4 || !Array.isArray(content.cells)) return;
  const metadata = objectOf(content.metadata);
  const language = objectOf(metadata.language_info).name ?? objectOf(metadata.kernelspec).language;
  return {
    language: typeof language === "string" ? language.toLowerCase() : "python",
    cells: content.cells.filter(isObject).map((cell, index) => toCell(cell, `cell-${index + 1}`)),
  };
}

function toCell(cell: Record<string, unknown>, id: string): Cell {
  const metadata = objectOf(cell.metadata);
  const kind = cell.cell_type;
  return {
    id,
    kind: kind === "markdown" || kind === "code" ? kind : "raw",
    source: textOf(cell.source),
    attachments: Object.fromEntries(
      Object.entries(objectOf(cell.attachments)).map(([name, of]) => [name, objectOf(of)]),
    ),
    outputs: Array.isArray(cell.outputs) ? cell.outputs.filter(isObject).flatMap(toOutput) : [],
    count: typeof cell.execution_count === "number" ? cell.execution_count : null,
    seconds: secondsOf(objectOf(metadata.execution)),
    tags: Array.isArray(metadata.tags) ? metadata.tags.filter((tag) => typeof tag === "string") : [],
  };
}

function toOutput(output: Record<string, unknown>): Output[] {
  switch (output.output_type) {
    case "stream":
      return [{ kind: "stream", name: String(output.name), text: textOf(output.text) }];
    case "display_data":
    case "execute_result":
      return [{ kind: "data", data: objectOf(output.data) }];
    case "error": {
      const traceback = Array.isArray(output.traceback) ? output.traceback.join("\n") : "";
      return [{ kind: "error", name: String(output.ename ?? "Error"), value: String(output.evalue ?? ""), traceback }];
    }
    default:
      return [];
  }
}

/** As JupyterLab and nbclient write it: from the kernel's taking it up to its being idle again. */
function secondsOf(execution: Record<string, unknown>): number | undefined {
  const from = Date.parse(String(execution["iopub.execute_input"] ?? execution["iopub.status.busy"]));
  const to = Date.parse(String(execution["iopub.status.idle"] ?? execution["shell.execute_reply"]));
  return to >= from ? (to - from) / 1_000 : undefined;
}

export const textOf = (value: unknown): string =>
  typeof value === "string"
    ? value
    : Array.isArray(value)
      ? value.filter((one) => typeof one === "string").join("")
      : "";

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const objectOf = (value: unknown): Record<string, unknown> => (isObject(value) ? value : {});
