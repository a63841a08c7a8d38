import { Access } from "../access/index.ts";
import { access } from "../audit/access.ts";
import * as Config from "../config/index.ts";
import { query } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import type { Column } from "./schema.ts";

export type Readable = {
  id: string;
  version: number;
  bucket: string;
  key: string;
  etag: string;
  bytes: number;
  rows: number;
  columns: Column[];
};

/** Of the database's integer, in which versions are counted. */
const MAX_VERSION = 2 ** 31 - 1;

/** Where the rows of a version lie, the current one by default; needs `read`, and is noted. */
export async function readable(tableID: string, version?: number): Promise<Readable> {
  const found = await find(tableID, version);
  await access("table.read", tableID, { version: found.version });
  return found;
}

/** The same for who does not give rows away. */
export async function find(tableID: string, version?: number): Promise<Readable> {
  await Access.require(tableID, "read");
  const table = await query((db) =>
    db.selectFrom("table_").select("current_version").where("id", "=", tableID).executeTakeFirst(),
  );
  if (!table) throw Access.missing(tableID);
  const wanted = version ?? table.current_version;
  if (wanted === null)
    throw new AppError("conflict", "table.not_ready", "This table has no rows yet: its import has not succeeded.");
  if (wanted > MAX_VERSION) throw noSuchVersion(wanted);
  const row = await query((db) =>
    db
      .selectFrom("table_version")
      .selectAll()
      .where("table_id", "=", tableID)
      .where("version", "=", wanted)
      .executeTakeFirst(),
  );
  if (!row) throw noSuchVersion(wanted);
  const { key, etag, bytes, rows, columns } = row;
  return { id: tableID, version: wanted, bucket: Config.objectsBucket(), key, etag, bytes, rows, columns };
}

const noSuchVersion = (version: number) =>
  new AppError("not_found", "table.no_such_version", `This table has no version ${version}.`);
