export type Dialect = { delimiter: string; quote: string; escape: string };
export type Records = { records: string[][]; lines: number[]; open: boolean; strays: number; end: number };

/**
 * Splits the beginning of a file into records. `open` says that a quote never closed, `strays` counts quoted fields with
 * text after the closing quote, `end` is where the last record ended whose line end was seen. Only looks at samples: the file itself is read by DuckDB.
 */
export function splitRecords(text: string, { delimiter, quote, escape: escapedBy }: Dialect, max: number): Records {
  const records: string[][] = [];
  const lines: number[] = [];
  let fields: string[] = [];
  let line = 1;
  let start = 1;
  let strays = 0;
  let at = 0;
  let whole = 0;
  const end = (field: string) => fields.push(field);
  const endRecord = () => {
    if (fields.length > 1 || fields[0] !== "") {
      records.push(fields);
      lines.push(start);
    }
    fields = [];
  };
  while (at < text.length && records.length < max) {
    let field = "";
    if (quote && text[at] === quote) {
      const closed = readQuoted(text, at + 1, quote, escapedBy);
      if (closed.at > text.length) return { records, lines, open: true, strays, end: whole };
      field = closed.value;
      for (const char of field) if (char === "\n") line++;
      at = closed.at;
      if (at < text.length && text[at] !== delimiter && text[at] !== "\n" && text[at] !== "\r") strays++;
    }
    const from = at;
    while (at < text.length && text[at] !== delimiter && text[at] !== "\n" && text[at] !== "\r") at++;
    end(field + text.slice(from, at));
    if (text[at] === delimiter) {
      at++;
      if (at === text.length) end("");
      continue;
    }
    if (text[at] === "\r" && text[at + 1] === "\n") at++;
    at++;
    endRecord();
    if (at <= text.length) whole = at;
    line++;
    start = line;
  }
  if (fields.length > 0 && records.length < max) endRecord();
  return { records, lines, open: false, strays, end: whole };
}

function readQuoted(text: string, from: number, quote: string, escapedBy: string): { value: string; at: number } {
  let value = "";
  for (let at = from; at < text.length; at++) {
    const char = text[at] ?? "";
    if (char === escapedBy && (text[at + 1] === quote || (escapedBy !== quote && text[at + 1] === escapedBy))) {
      value += text[++at];
    } else if (char === quote) {
      return { value, at: at + 1 };
    } else value += char;
  }
  return { value, at: text.length + 1 };
}
