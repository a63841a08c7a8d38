import { api } from "./api.ts";
import { client } from "./client.ts";
import { tableName } from "./files.ts";
import { complain } from "./toast.ts";
import type { FileEntity, ImportOptions } from "./types.ts";

/** Starts an import and goes to the table, which shows it live. */
export async function importFile(file: FileEntity, navigate: (to: string) => void, options: ImportOptions = {}) {
  try {
    const { table } = await api.tables.create({
      projectId: file.projectId ?? "",
      name: tableName(file.name),
      fileId: file.id,
      options,
    });
    client.setQueryData(["table", table.id], table);
    await client.invalidateQueries({ queryKey: ["items", file.projectId] });
    await client.invalidateQueries({ queryKey: ["runs"] });
    navigate(`/tables/${table.id}`);
  } catch (error) {
    complain("The import did not start")(error);
  }
}
