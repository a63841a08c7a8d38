import { api } from "./api.ts";
import { client } from "./client.ts";
import { tableName } from "./files.ts";
import type { ImportSource, ImportTarget } from "./import-request.ts";
import type { ImportOptions } from "./types.ts";
import type { AttributeValue } from "./types-collaboration.ts";

type Import = { file: ImportSource; table?: ImportTarget | undefined; name?: string; options?: ImportOptions } & Given;
type Given = { attributes?: Record<string, AttributeValue> };

/** Starts an import, as a table of its own or as the next version of one; the run then says how it goes. */
export async function startImport({ file, table: target, name = tableName(file.name), options, ...given }: Import) {
  const begun = target
    ? await api.tables.addVersion(target.id, { fileId: file.id, options })
    : await api.tables.create({ projectId: file.projectId ?? "", name, fileId: file.id, options, ...given });
  client.setQueryData(["table", begun.table.id], begun.table);
  for (const queryKey of [["items", file.projectId], ["project", file.projectId], ["tables"], ["runs"]])
    await client.invalidateQueries({ queryKey });
  return begun;
}
