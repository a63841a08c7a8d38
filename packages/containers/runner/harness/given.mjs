import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Frame } from "./frame.mjs";

const FROM_JSON = { bigint: (value) => BigInt(value), datetime: (value) => new Date(value) };

/** An input as the value that a script finds under its name. */
export function given({ type, item, value, path, files }) {
  if (files) return type === "list" ? files.map(media) : media(files[0]);
  if (type === "dataframe" && path !== undefined) return Frame.read(path);
  if (type === "blob" && path !== undefined) return readFileSync(path);
  if (path !== undefined) return resolve(path);
  return typed(value, type, item);
}

/** What is known of a video or picture, and `path`, where it lies. */
const media = ({ path, ...known }) => ({ ...known, path: resolve(path) });

function typed(value, type, item) {
  if (value === null || value === undefined) return null;
  if (type === "list" && item !== undefined) return value.map((each) => typed(each, item));
  return FROM_JSON[type]?.(value) ?? value;
}
