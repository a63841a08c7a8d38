/** Text that spreadsheets paste as cells: tabs, line ends and quotes inside a value are quoted. */
export const tsvCell = (text: string) => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export const tsvRow = (cells: string[]) => cells.map(tsvCell).join("\t");
