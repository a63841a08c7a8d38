import { broken } from "./broken.ts";
import { linesOf } from "./lines.ts";
import { said } from "./ndjson.ts";
import type { Opened } from "./opened.ts";
import { type Parser, problem } from "./parsed.ts";

const NUMBERS = new Set(["frame", "end_frame", "x", "y", "width", "height", "u", "v"]);
const LISTS = new Set(["points", "track_ids"]);
const MOST_RECORD = 16 * 1024 * 1024;

/** A header, then a line each. A cell with nothing in it is missing; `""` is an empty text. */
export const csv: Parser = async function* (open) {
  let header: string[] | undefined;
  for await (const { number, text } of records(open)) {
    const cells = cellsOf(text);
    if (!header) {
      header = cells.map((name) => name ?? "");
      if (!header.includes("type") || !header.includes("shape"))
        throw broken("The first line has to name the columns, of which at least type and shape are needed.");
      continue;
    }
    const at = `line ${number}`;
    if (cells.length !== header.length) yield problem(at, `Has ${cells.length} cells, not ${header.length}`);
    else yield said(lineOf(header, cells), at);
  }
};

function lineOf(header: string[], cells: (string | undefined)[]): object {
  const line: Record<string, unknown> = {};
  const attributes: Record<string, unknown> = {};
  for (const [i, name] of header.entries()) {
    const text = cells[i];
    if (text === undefined) continue;
    if (name.startsWith("attributes.")) attributes[name.slice("attributes.".length)] = text;
    else if (NUMBERS.has(name)) line[name] = text.trim() === "" ? undefined : Number(text);
    else if (name === "key") line[name] = text === "true" ? true : text === "false" ? false : text;
    else if (LISTS.has(name) || ((name === "media" || name === "media_id") && text.startsWith("[")))
      line[name] = json(text);
    else line[name] = text;
  }
  return { ...line, attributes };
}

/** A name may begin with a bracket, and then is no list. */
function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A quoted cell may go on over several lines. */
async function* records(open: Opened): AsyncGenerator<{ number: number; text: string }> {
  let held: { number: number; text: string } | undefined;
  for await (const { number, text } of linesOf(open())) {
    const whole: { number: number; text: string } = held
      ? { number: held.number, text: `${held.text}\n${text}` }
      : { number, text };
    if (whole.text.length > MOST_RECORD) throw broken(`Line ${whole.number} begins a text that does not end.`);
    const isOpen = (whole.text.split('"').length - 1) % 2 === 1;
    held = isOpen ? whole : undefined;
    if (!isOpen && whole.text !== "") yield whole;
  }
  if (held) throw broken(`Line ${held.number} begins a text that does not end.`);
}

export function cellsOf(record: string): (string | undefined)[] {
  const cells: (string | undefined)[] = [];
  for (let at = 0; at <= record.length; ) {
    if (record[at] !== '"') {
      const end = record.indexOf(",", at);
      const text = record.slice(at, end === -1 ? undefined : end);
      cells.push(text === "" ? undefined : text);
      at = end === -1 ? record.length + 1 : end + 1;
      continue;
    }
    let end = at + 1;
    while (end < record.length && (record[end] !== '"' || record[end + 1] === '"')) end += record[end] === '"' ? 2 : 1;
    cells.push(record.slice(at + 1, end).replaceAll('""', '"'));
    const next = record.indexOf(",", end);
    at = next === -1 ? record.length + 1 : next + 1;
  }
  return cells;
}
