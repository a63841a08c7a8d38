import type { Functions } from "../function/index.ts";
import { Script } from "../script/index.ts";
import { parseHeaders } from "../signature/header.ts";
import { type Cell, type Content, textOf } from "./format.ts";
import { parametersIn } from "./parameters.ts";
import type { CellProblem } from "./schema.ts";

const PARAMETERS = "parameters";
const PYTHON = /^(?:i?python\d?)$/i;

export type Read = {
  kernel: string | null;
  language: string;
  cells: number;
  signature: Functions.Interface;
  problems: CellProblem[];
};

/** What a notebook takes and gives: by the annotation header of its first code cell, or else by the cell tagged `parameters`. */
export function readInterface({ metadata, cells }: Content): Read {
  const { kernelspec, language_info } = metadata;
  const language = (kernelspec?.language ?? language_info?.name ?? "python").toLowerCase();
  const about = { kernel: kernelspec?.name ?? null, language, cells: cells.length };
  if (!PYTHON.test(language)) {
    const message = `It is written in ${language}, and only Python can be run here yet.`;
    return { ...about, signature: { inputs: [], outputs: [] }, problems: [{ cell: 1, line: 1, message }] };
  }
  const first = cells.findIndex((cell) => cell.cell_type === "code");
  const source = sourceAt(cells, first);
  if (parseHeaders(source, "python").length > 0) {
    const { inputs, outputs, problems } = Script.readHeader(source, "python");
    return { ...about, signature: { inputs, outputs }, problems: problems.map((one) => ({ cell: first + 1, ...one })) };
  }
  const tagged = cells.findIndex((cell) => cell.cell_type === "code" && cell.metadata.tags?.includes(PARAMETERS));
  return { ...about, signature: { inputs: parametersIn(sourceAt(cells, tagged)), outputs: [] }, problems: [] };
}

const sourceAt = (cells: Cell[], index: number): string => textOf(cells[index]?.source ?? "");
