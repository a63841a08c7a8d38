import { readFileSync } from "node:fs";
import { Table, tableFromArrays, tableFromIPC, tableToIPC } from "@uwdata/flechette";

/** A table by columns: `frame.columns.weight` is a typed array, or an array where values are missing. */
export class Frame {
  #table;
  #columns = {};

  constructor(table) {
    this.#table = table;
    for (const name of table.names) {
      Object.defineProperty(this.#columns, name, { get: () => this.column(name), enumerable: true });
    }
  }

  static read(path) {
    return new Frame(tableFromIPC(readFileSync(path), { useDate: true }));
  }

  /** Rows as objects, a table of another library, or arrays by name. */
  static from(value) {
    if (value instanceof Frame) return value;
    if (value instanceof Table) return new Frame(value);
    if (Array.isArray(value)) return new Frame(tableFromArrays(byColumn(value)));
    if (value !== null && typeof value === "object") return new Frame(tableFromArrays(value));
    throw new Error("a dataframe is given as a frame, an array of rows or an object of columns");
  }

  get numRows() {
    return this.#table.numRows;
  }

  get names() {
    return [...this.#table.names];
  }

  get columns() {
    return this.#columns;
  }

  column(name) {
    const found = this.#table.getChild(name);
    if (!found) throw new Error(`The table has no column "${name}"`);
    return found.toArray();
  }

  *rows() {
    for (let row = 0; row < this.#table.numRows; row++) yield this.#table.get(row);
  }

  bytes() {
    return tableToIPC(this.#table, { format: "file" });
  }
}

function byColumn(rows) {
  const names = new Set(rows.flatMap((row) => Object.keys(row)));
  return Object.fromEntries([...names].map((name) => [name, rows.map((row) => row[name] ?? null)]));
}
