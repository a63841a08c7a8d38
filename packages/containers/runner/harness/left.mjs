import { copyFileSync, statSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { Frame } from "./frame.mjs";

const PNG = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");

const FILES = {
  dataframe(name, value) {
    const frame = Frame.from(value);
    return { ...file(`${name}.arrow`, frame.bytes(), "application/vnd.apache.arrow.file"), rows: frame.numRows };
  },
  graphics(name, value) {
    const image = Buffer.from(value);
    if (image.subarray(0, PNG.length).equals(PNG)) return file(`${name}.png`, image, "image/png");
    if (image.subarray(0, 1024).includes("<svg")) return file(`${name}.svg`, image, "image/svg+xml");
    throw new Error("its bytes are neither a PNG nor an SVG picture");
  },
  file(name, value) {
    if (typeof value !== "string" || !statSync(value, { throwIfNoEntry: false })?.isFile())
      throw new Error(`there is no file ${String(value)}`);
    const path = `outputs/${name}-${basename(value)}`;
    copyFileSync(value, path);
    return { path, contentType: "application/octet-stream", fileName: basename(value) };
  },
  blob(name, value) {
    if (!ArrayBuffer.isView(value)) throw new Error("a blob is given as bytes");
    return file(`${name}.bin`, value, "application/octet-stream");
  },
};

/** What a script left under an output's name, held against the type that its header declares. */
export function left({ name, type, item }, value) {
  if (value === undefined) throw new Error("the script gave it no value");
  return value !== null && FILES[type] ? FILES[type](name, value) : { value: asJSON(value, type, item) };
}

function file(fileName, bytes, contentType) {
  writeFileSync(`outputs/${fileName}`, bytes);
  return { path: `outputs/${fileName}`, contentType, fileName };
}

const number = (value) => {
  if (typeof value === "number") return Number.isFinite(value) ? value : null; // JSON has no word for the others
  throw wrong(value, "a number");
};
const text = (value) => {
  if (typeof value === "string") return value;
  throw wrong(value, "text");
};
const whole = (value) => {
  if (typeof value === "bigint" || Number.isInteger(value)) return value;
  throw wrong(value, "a whole number");
};

const SCALARS = {
  int: (value) => Number(whole(value)),
  bigint: (value) => String(whole(value)),
  double: number,
  num: number,
  qnum: number,
  string: text,
  column: text,
  bool(value) {
    if (typeof value === "boolean") return value;
    throw wrong(value, "true or false");
  },
  datetime(value) {
    if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
    throw wrong(value, "a date");
  },
  map(value) {
    const entries = value instanceof Map ? [...value] : Object.entries(value);
    return Object.fromEntries(entries.map(([key, each]) => [String(key), asJSON(each)]));
  },
  list: (value, item) => items(value).map((each) => asJSON(each, item)),
  column_list: (value) => items(value).map(text),
};

function asJSON(value, type, item) {
  if (value === null || value === undefined) return null;
  return (SCALARS[type] ?? dynamic)(value, item);
}

function dynamic(value) {
  if (typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "bigint") return String(value);
  if (typeof value === "number") return number(value);
  if (value instanceof Date) return SCALARS.datetime(value);
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return SCALARS.list(value);
  if (typeof value === "object") return SCALARS.map(value);
  throw wrong(value, "data");
}

function items(value) {
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return Array.from(value);
  throw wrong(value, "a list");
}

const wrong = (value, wanted) => new Error(`${String(value).slice(0, 60)} (${typeof value}) is not ${wanted}`);
