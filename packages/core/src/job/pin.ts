import { Access } from "../access/index.ts";
import { query } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { File } from "../file/index.ts";
import type { Used } from "../run/schema.ts";
import type { Parameter } from "../signature/schema.ts";
import { type Column, Table } from "../table/index.ts";
import { safeName } from "./file-name.ts";
import { pinMedia } from "./pin-media.ts";
import type { Pinned, PinnedFile, PinnedTable } from "./schema.ts";

type Values = Record<string, unknown>;
export type PinnedInputs = { inputs: Pinned[]; used: Used[] };

/** Inputs as they stand now, if whoever acts may read them: versions of tables, hashes of files, columns that there are. */
export async function pin(parameters: Parameter[], values: Values): Promise<PinnedInputs> {
  const inputs: Pinned[] = [];
  const used: Used[] = [];
  for (const parameter of parameters) {
    const { name, type, item } = parameter;
    const id = values[name];
    const named = { name, type, ...(item ? { item } : {}) };
    if (typeof id === "string" && type === "dataframe") {
      const { table, hash } = await pinTable({ ...named, type }, id, columnsAsked(parameter, parameters, values));
      inputs.push(table);
      used.push({ entityID: id, role: name, version: table.version, contentHash: hash });
    } else if (typeof id === "string" && (type === "file" || type === "blob")) {
      const { file, hash } = await pinFile({ ...named, type }, id);
      inputs.push(file);
      used.push({ entityID: id, role: name, contentHash: hash });
    } else if (id && (type === "media" || item === "media")) {
      const files = await pinMedia([id].flat().map(String), parameter.options.other?.rendition);
      inputs.push({ ...named, files });
      used.push(...files.map(({ entityID }) => ({ entityID, role: name })));
    } else inputs.push({ ...named, value: id ?? null });
  }
  return { inputs: withOwnNames(inputs), used };
}

type Asked = { name: string; parameter: Parameter };

/** Columns that other inputs name of a table; undefined where none does, which leaves all of it. */
function columnsAsked(table: Parameter, parameters: Parameter[], values: Values): Asked[] | undefined {
  const tables = parameters.filter(({ type }) => type === "dataframe");
  const own = parameters.filter(
    ({ type, options }) =>
      (type === "column" || type === "column_list") &&
      (options.table === table.name || (options.table === undefined && tables.length === 1)),
  );
  if (own.length === 0) return undefined;
  return own.flatMap((parameter) =>
    [values[parameter.name]].flat().flatMap((name) => (typeof name === "string" ? [{ name, parameter }] : [])),
  );
}

type NamedTable = Pick<PinnedTable, "name" | "type">;

async function pinTable(named: NamedTable, id: string, asked: Asked[] | undefined) {
  const { version, rows, columns, etag } = await Table.find(id);
  for (const { name, parameter } of asked ?? []) fits(columns, name, parameter);
  const chosen = asked ? [...new Set(asked.map(({ name }) => name))] : null;
  const table: PinnedTable = { ...named, entityID: id, version, rows, columns: chosen };
  return { table, hash: await hashOf(id, version, etag) };
}

const NUMERICAL = ["int64", "float64", "decimal"];
const TIMES = ["date", "timestamp", "timestamptz"];

function fits(columns: Column[], name: string, { name: input, options }: Parameter): void {
  const column = columns.find((one) => one.name === name);
  if (!column) throw unfit(input, `The table has no column "${name.slice(0, 100)}".`);
  const wanted = options.columnType;
  const is =
    wanted === undefined ||
    (wanted === "numerical" && NUMERICAL.includes(column.type)) ||
    (wanted === "dateTime" && TIMES.includes(column.type)) ||
    (wanted === "categorical" && ["text", "bool"].includes(column.type));
  if (!is) throw unfit(input, `The column "${name.slice(0, 100)}" is ${column.type}, and a ${wanted} one is needed.`);
}

const unfit = (input: string, message: string) =>
  new AppError("unprocessable", "run.inputs_do_not_fit", `Input "${input}": ${message}`, {
    fields: [{ path: `/inputs/${input}`, message }],
  });

/** What was noted of the content when the version was made; a copied table has none, and S3's tag stands for it. */
async function hashOf(tableID: string, version: number, etag: string): Promise<string> {
  const noted = await query((db) =>
    db
      .selectFrom("relation")
      .select("content_hash")
      .where("subject_id", "=", tableID)
      .where("predicate", "=", "prov:wasGeneratedBy")
      .where("version", "=", version)
      .executeTakeFirst(),
  );
  return noted?.content_hash ?? `etag:${etag}`;
}

async function pinFile(named: Pick<PinnedFile, "name" | "type">, id: string) {
  const { sha256 } = await File.get(id);
  await Access.require(id, "read");
  const { key, bytes, name, contentType, etag } = await File.location(id);
  const file: PinnedFile = { ...named, entityID: id, key, bytes, contentType, fileName: safeName(name) };
  return { file, hash: sha256?.state === "verified" ? sha256.value : `etag:${etag}` };
}

/** Two files of one name lie in one folder. */
function withOwnNames(inputs: Pinned[]): Pinned[] {
  const taken = new Set<string>();
  return inputs.map((input) => {
    if (!("fileName" in input)) return input;
    const fileName = taken.has(input.fileName) ? `${input.name}-${input.fileName}` : input.fileName;
    taken.add(fileName);
    return { ...input, fileName };
  });
}
